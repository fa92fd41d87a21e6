import type { Selectable } from 'kysely';
import type { AwardState } from '../../domain/award/award.ts';
import type { LanguageCode } from '../../domain/shared/language.ts';
import type { SigningKeyTable } from '../award/signing-key-table.ts';
import type { StatusEntryTable, StatusListTable, StatusPublicationTable } from '../award/status-table.ts';
import type { MicrocredentialTable } from '../catalogue/microcredential-table.ts';
import type { OfferingTable } from '../catalogue/offering-table.ts';
import type { VersionTable } from '../catalogue/version-table.ts';
import type { LearnerIdentifierTable, LearnerTable } from '../enrolment/learner-table.ts';
import type { RegistrationTable } from '../enrolment/registration-table.ts';
import type { ResultTable } from '../enrolment/result-table.ts';
import type { AuditChainTable, AuditEventTable } from '../institution/audit-table.ts';
import type { DecisionTable } from '../institution/decision-table.ts';
import type { IdempotencyKeyTable } from '../institution/idempotency-key-table.ts';
import type { InstitutionTable, UnitTable } from '../institution/institution-table.ts';
import type { SettingTable } from '../institution/setting-table.ts';
import type { ApiKeyTable, StaffMemberTable } from '../institution/staff-table.ts';
import type { MaybeJson } from './columns.ts';

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
  learner: LearnerTable;
  learner_identifier: LearnerIdentifierTable;
  offering: OfferingTable;
  registration: RegistrationTable;
  result: ResultTable;
  signing_key: SigningKeyTable;
  status_list: StatusListTable;
  status_entry: StatusEntryTable;
  status_publication: StatusPublicationTable;
  award: {
    institution_id: string;
    id: string;
    completion_id: string;
    learner_id: string;
    microcredential_id: string;
    version: number;
    version_digest: string;
    language: LanguageCode;
    name_as_awarded: string;
    grade: string;
    completed_on: string;
    awarded_on: string;
    decision_id: string;
    status_list_id: string;
    status_index: number;
    state: AwardState;
    revoked_at: Date | null;
    certificate_token: string | null;
    created_at: Date;
  };
  signed_document: {
    institution_id: string;
    award_id: string;
    format: string;
    variant: string;
    issue_number: number;
    salt: string;
    prepared_at: Date;
    unsigned: string | null;
    lease_token: string | null;
    lease_until: Date | null;
    lease_key_id: string | null;
    lease_created: Date | null;
    lease_salts: MaybeJson<readonly string[]>;
    media_type: string | null;
    bytes: Uint8Array | null;
    etag: string | null;
    issued_at: Date | null;
    is_current: boolean;
  };
  idempotency_key: IdempotencyKeyTable;
  setting: SettingTable;
}

/** A row of a table as it is read. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
