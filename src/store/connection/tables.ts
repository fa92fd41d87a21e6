import type { Selectable } from 'kysely';
import type { AwardTable } from '../award/award-table.ts';
import type { AwardRunRowTable, AwardRunTable } from '../award/runs/award-run-table.ts';
import type { SignedDocumentTable } from '../award/signed-document-table.ts';
import type { SigningKeyTable } from '../award/signing-key-table.ts';
import type { StatusEntryTable, StatusListTable, StatusPublicationTable } from '../award/status-table.ts';
import type { EmblemTable, ThemeTable } from '../catalogue/description-tables.ts';
import type { HostingTable } from '../catalogue/hosting-table.ts';
import type { MicrocredentialTable } from '../catalogue/microcredential-table.ts';
import type { OfferingFormTable, OfferingSessionTable, OfferingTable } from '../catalogue/offering-table.ts';
import type { PartnershipTable, VersionPartnerTable } from '../catalogue/partnership-table.ts';
import type { VersionTable } from '../catalogue/version-table.ts';
import type { CorrectionTaskTable } from '../enrolment/correction-task-table.ts';
import type { LearnerIdentifierTable, LearnerTable } from '../enrolment/learner-table.ts';
import type { RegistrationTable } from '../enrolment/registration-table.ts';
import type { ResultTable } from '../enrolment/result-table.ts';
import type { AuditChainTable, AuditEventTable } from '../institution/audit-table.ts';
import type { DecisionTable } from '../institution/decision-table.ts';
import type { IdempotencyKeyTable } from '../institution/idempotency-key-table.ts';
import type { InstitutionTable, UnitTable } from '../institution/institution-table.ts';
import type { SettingTable } from '../institution/setting-table.ts';
import type { ApiKeyTable, StaffMemberTable } from '../institution/staff-table.ts';

/** The tables as migrations/ makes them. */
export interface Database {
  institution: InstitutionTable;
  organisational_unit: UnitTable;
  staff_member: StaffMemberTable;
  api_key: ApiKeyTable;
  decision: DecisionTable;
  audit_chain: AuditChainTable;
  audit_event: AuditEventTable;
  microcredential: MicrocredentialTable;
  microcredential_version: VersionTable;
  hosting_agreement: HostingTable;
  partnership: PartnershipTable;
  version_partner: VersionPartnerTable;
  theme: ThemeTable;
  emblem: EmblemTable;
  learner: LearnerTable;
  learner_identifier: LearnerIdentifierTable;
  offering: OfferingTable;
  offering_form: OfferingFormTable;
  offering_session: OfferingSessionTable;
  registration: RegistrationTable;
  result: ResultTable;
  correction_task: CorrectionTaskTable;
  signing_key: SigningKeyTable;
  status_list: StatusListTable;
  status_entry: StatusEntryTable;
  status_publication: StatusPublicationTable;
  award: AwardTable;
  signed_document: SignedDocumentTable;
  award_run: AwardRunTable;
  award_run_row: AwardRunRowTable;
  idempotency_key: IdempotencyKeyTable;
  setting: SettingTable;
}

/** A row of a table as it is read. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
