import { migration } from './migration.ts';

export const awardDocument = migration(
  // The id alone is unique too: it is all that the permanent address of an award says. The row is of who awards it;
  // whose people the learner is one of and whose course it is may differ, by the agreement that the run was opened under.
  `create table award (
    institution_id text not null,
    id text not null constraint award_id unique,
    host_id text not null,
    owner_id text not null,
    completion_id text not null,
    learner_id text not null,
    microcredential_id text not null,
    version integer not null,
    version_digest text not null,
    legal_form text not null check (legal_form <> ''),
    language text not null,
    name_as_awarded text not null check (name_as_awarded <> ''),
    grade text not null check (grade <> ''),
    completed_on calendar_date not null,
    awarded_on calendar_date not null,
    decision_id text not null,
    status_list_id text not null,
    status_index integer not null,
    state text not null check (state in ('prepared', 'issued', 'revoked')),
    revoked_at timestamptz(3),
    certificate_token text constraint award_certificate_token unique,
    created_at timestamptz(3) not null,
    primary key (institution_id, id),
    constraint award_status unique (institution_id, status_list_id, status_index),
    foreign key (host_id, completion_id) references result,
    foreign key (host_id, learner_id) references learner,
    foreign key (owner_id, microcredential_id, version)
      references microcredential_version (institution_id, microcredential_id, number),
    foreign key (institution_id, decision_id) references decision deferrable initially deferred,
    foreign key (institution_id, status_list_id, status_index) references status_entry,
    check (institution_id in (host_id, owner_id)),
    check (awarded_on >= completed_on),
    constraint revoked_when_revoked check ((state = 'revoked') = (revoked_at is not null))
  )`,
  // One that lives: where it was revoked the completion may be awarded anew.
  `create unique index award_of_completion on award (host_id, completion_id) where state <> 'revoked'`,
  `create index award_newest on award (institution_id, created_at desc, id desc)`,
  `create index award_by_learner on award (host_id, learner_id)`,
  `create index award_for_another on award (institution_id, learner_id) where host_id <> institution_id`,
  `create index award_by_another on award (host_id, created_at desc, id desc) where host_id <> institution_id`,

  // What is to be signed stays until it is. The lease says who signs, until when, and with what.
  `create table signed_document (
    institution_id text not null,
    award_id text not null,
    format text not null check (format <> ''),
    variant text not null,
    issue_number integer not null check (issue_number >= 1),
    salt text not null,
    prepared_at timestamptz(3) not null,
    unsigned text,
    lease_token text,
    lease_until timestamptz,
    lease_key_id text,
    lease_created timestamptz(3),
    lease_salts jsonb check (jsonb_typeof(lease_salts) = 'array'),
    media_type text,
    bytes bytea,
    etag text,
    issued_at timestamptz(3),
    is_current boolean not null,
    primary key (institution_id, award_id, format, variant, issue_number),
    foreign key (institution_id, award_id) references award,
    foreign key (institution_id, lease_key_id) references signing_key,
    check (num_nulls(media_type, bytes, etag, issued_at) in (0, 4)),
    check ((unsigned is null) = (bytes is not null)),
    check (bytes is not null or not is_current),
    check (num_nulls(lease_token, lease_until) in (0, 2)),
    check (num_nulls(lease_key_id, lease_created, lease_salts) in (0, 3)),
    check (bytes is null or (lease_token is null and lease_key_id is null))
  )`,
  `create unique index signed_document_current on signed_document (institution_id, award_id, format, variant)
    where is_current`,
  `create index signed_document_to_sign on signed_document (prepared_at, award_id) where bytes is null`,

  // One decision about many completions, and what came of each. "sees_protected": whether who decided sees everybody.
  `create table award_run (
    institution_id text not null references institution,
    id text not null,
    decision_id text not null,
    sees_protected boolean not null,
    created_at timestamptz(3) not null,
    finished_at timestamptz(3),
    primary key (institution_id, id),
    foreign key (institution_id, decision_id) references decision
  )`,
  `create index award_run_unfinished on award_run (created_at, id) where finished_at is null`,
  // The host is known when the row is done; of a row that could not be read there is no completion. The award has its id
  // from the beginning, for the decision names it.
  `create table award_run_row (
    institution_id text not null,
    run_id text not null,
    position integer not null check (position >= 0),
    completion_id text,
    host_id text,
    award_id text not null,
    outcome text check (outcome in ('awarded', 'already-awarded', 'refused')),
    refusal jsonb check (jsonb_typeof(refusal) = 'object'),
    primary key (institution_id, run_id, position),
    foreign key (institution_id, run_id) references award_run,
    check ((outcome is not distinct from 'refused') = (refusal is not null))
  )`,
  `create index award_run_row_waiting on award_run_row (institution_id, run_id, position) where outcome is null`,
  `create index award_run_row_of_completion on award_run_row (completion_id)`,
);
