import type { ColumnType, Selectable } from 'kysely';
import type { StatusPurpose } from '../../domain/shared/addresses.ts';
import type { AwardState } from '../../domain/award/award.ts';
import type { DecisionKind } from '../../domain/institution/decision.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import type { IdentifierKind } from '../../domain/enrolment/learner.ts';
import type { CompleteContent, DraftState, MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import type { OfferingInput } from '../../domain/catalogue/offering.ts';
import type { ParticipantCategory } from '../../domain/enrolment/registration.ts';
import type { Role } from '../../domain/institution/staff.ts';
import type { AuditEvent, PreparedCredential } from '../../services/ports/index.ts';
import type { Json, MaybeJson } from './columns.ts';

/** The tables as migrations/ makes them. */
export interface Database {
  institution: {
    id: string;
    slug: string;
    name: Json<LanguageMap>;
    country: Institution['country'];
    kind: Institution['kind'];
    public_records_duty: boolean;
    archive_duty: boolean;
    default_locale: Institution['defaultLocale'];
    review: Institution['review'];
    homepage: string | null;
    accent: string | null;
    created_at: Date;
  };
  organisational_unit: { institution_id: string; id: string; code: string; name: Json<LanguageMap> };
  staff_member: {
    institution_id: string;
    id: string;
    name: string;
    roles: Json<readonly Role[]>;
    ended_at: Date | null;
    created_at: Date;
  };
  api_key: {
    institution_id: string;
    id: string;
    hash: string;
    staff_member_id: string | null;
    client_name: string | null;
    client_roles: MaybeJson<readonly Role[]>;
    created_at: Date;
    revoked_at: Date | null;
  };
  decision: {
    institution_id: string;
    id: string;
    kind: DecisionKind;
    person_id: string;
    capacity: string | null;
    body: string | null;
    date: string;
    ground: string;
    case_number: string | null;
    subject_id: string;
    recorded_at: Date;
    recorded_by: string;
  };
  audit_chain: { institution_id: string; sequence: number; hash: string };
  audit_event: {
    institution_id: string;
    sequence: number;
    at: Date;
    actor: string;
    action: string;
    subjects: Json<readonly string[]>;
    detail: Json<AuditEvent['detail']>;
    previous_hash: string;
    hash: string;
  };
  microcredential: {
    institution_id: string;
    id: string;
    slug: string;
    owner_unit_id: string | null;
    review_by: string | null;
    draft_content: MaybeJson<MicrocredentialContent>;
    draft_state: DraftState | null;
    draft_revision: number | null;
    draft_editors: MaybeJson<readonly string[]>;
    draft_updated_at: Date | null;
    draft_returned_note: string | null;
    published_version: number | null;
    withdrawn_at: Date | null;
    created_at: Date;
  };
  microcredential_version: {
    institution_id: string;
    id: string;
    microcredential_id: string;
    number: number;
    content: Json<CompleteContent>;
    document: string;
    digest: string;
    published_at: Date;
    decision_id: string;
  };
  learner: {
    institution_id: string;
    id: string;
    name_as_awarded: string;
    given_name: string | null;
    family_name: string | null;
    birth_date: string | null;
    email: string | null;
    protected: boolean;
    alias: string | null;
    created_at: Date;
  };
  learner_identifier: {
    institution_id: string;
    learner_id: string;
    position: number;
    kind: IdentifierKind;
    value: string;
    valid_from: string | null;
    valid_to: string | null;
  };
  offering: {
    institution_id: string;
    id: string;
    microcredential_id: string;
    version: number;
    start_date: string;
    end_date: string;
    language: OfferingInput['language'];
    mode: OfferingInput['mode'];
    pace: number | null;
    places: number | null;
    location: MaybeJson<LanguageMap>;
    learning_centre: string | null;
    fee_amount: number | null;
    fee_currency: 'SEK' | 'EUR' | null;
    application: OfferingInput['application'];
    apply_by: string | null;
    cancelled_at: Date | null;
    created_at: Date;
  };
  registration: {
    institution_id: string;
    id: string;
    offering_id: string;
    learner_id: string;
    category: ParticipantCategory;
    client_name: string | null;
    client_number: string | null;
    source: string | null;
    external_id: string | null;
    created_at: Date;
  };
  completion: {
    institution_id: string;
    id: string;
    registration_id: string;
    grade: string;
    date: string;
    examiner_id: string;
    decision_id: string;
    created_at: Date;
  };
  signing_key: {
    institution_id: string;
    id: string;
    public_key: string;
    wrapped: string;
    created_at: Date;
    retired_at: Date | null;
  };
  status_list: { institution_id: string; id: string; number: number; taken: number };
  status_entry: {
    institution_id: string;
    list_id: string;
    index: number;
    revoked: ColumnType<boolean, boolean | undefined, boolean>;
    suspended: ColumnType<boolean, boolean | undefined, boolean>;
  };
  status_publication: {
    institution_id: string;
    list_id: string;
    purpose: StatusPurpose;
    text: string | null;
    etag: string | null;
    published_at: Date | null;
    is_dirty: boolean;
  };
  award: {
    institution_id: string;
    id: string;
    completion_id: string;
    learner_id: string;
    microcredential_id: string;
    version: number;
    version_digest: string;
    name_as_awarded: string;
    grade: string;
    completed_on: string;
    awarded_on: string;
    decision_id: string;
    state: AwardState;
    revoked_at: Date | null;
    certificate_token: string | null;
    created_at: Date;
  };
  credential: {
    institution_id: string;
    id: string;
    award_id: string;
    format: PreparedCredential['format'];
    unsigned: string;
    salt: string;
    status_list_id: string;
    status_index: number;
    prepared_at: Date;
    signed: string | null;
    etag: string | null;
    issued_at: Date | null;
  };
  idempotency_key: {
    institution_id: string;
    key_digest: string;
    request_digest: string;
    at: Date;
    status: number | null;
    body: string | null;
  };
  setting: { name: string; value: string };
}

/** A row of a table as it is read. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
