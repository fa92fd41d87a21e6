import type { Awards, Credentials, SigningKeys, StatusLists } from './award.ts';
import type { Microcredentials, Offerings } from './catalogue.ts';
import type { Results, Learners, Registrations } from './enrolment.ts';
import type { AuditLog, Decisions, IdempotencyKeys, Institutions, Settings, Staff } from './institution.ts';

/** Everything that is stored, seen through one connection or one transaction. */
export type Stores = Readonly<{
  institutions: Institutions;
  staff: Staff;
  microcredentials: Microcredentials;
  offerings: Offerings;
  learners: Learners;
  registrations: Registrations;
  results: Results;
  awards: Awards;
  credentials: Credentials;
  signingKeys: SigningKeys;
  statusLists: StatusLists;
  decisions: Decisions;
  audit: AuditLog;
  idempotency: IdempotencyKeys;
  settings: Settings;
}>;
