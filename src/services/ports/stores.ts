import type { Awards, StatusLists } from './award.ts';
import type { AwardRuns } from './award-run.ts';
import type { Emblems, HostingAgreements, Microcredentials, Offerings, Partnerships, Themes } from './catalogue.ts';
import type { CorrectionTasks, Erasure, Learners, Registrations, Results } from './enrolment.ts';
import type { AuditLog, Decisions, IdempotencyKeys, Institutions, Settings, Staff } from './institution.ts';
import type { SignedDocuments } from './signed-document.ts';
import type { SigningKeys } from './signing.ts';

/** Everything that is stored, seen through one connection or one transaction. */
export type Stores = Readonly<{
  institutions: Institutions;
  staff: Staff;
  microcredentials: Microcredentials;
  partnerships: Partnerships;
  offerings: Offerings;
  hostingAgreements: HostingAgreements;
  themes: Themes;
  emblems: Emblems;
  learners: Learners;
  registrations: Registrations;
  results: Results;
  correctionTasks: CorrectionTasks;
  erasure: Erasure;
  awards: Awards;
  awardRuns: AwardRuns;
  documents: SignedDocuments;
  signingKeys: SigningKeys;
  statusLists: StatusLists;
  decisions: Decisions;
  audit: AuditLog;
  idempotency: IdempotencyKeys;
  settings: Settings;
}>;
