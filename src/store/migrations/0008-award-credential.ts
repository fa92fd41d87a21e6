import { migration } from './migration.ts';

export const awardCredential = migration(
  // The id alone is unique too: it is all that the permanent address of an award says.
  `create table award (
    institution_id text not null,
    id text not null constraint award_id unique,
    completion_id text not null,
    learner_id text not null,
    microcredential_id text not null,
    version integer not null,
    version_digest text not null,
    language text not null,
    name_as_awarded text not null check (name_as_awarded <> ''),
    grade text not null check (grade <> ''),
    completed_on calendar_date not null,
    awarded_on calendar_date not null,
    decision_id text not null,
    state text not null check (state in ('prepared', 'issued', 'revoked')),
    revoked_at timestamptz(3),
    certificate_token text constraint award_certificate_token unique,
    created_at timestamptz(3) not null,
    primary key (institution_id, id),
    constraint award_of_completion unique (institution_id, completion_id),
    foreign key (institution_id, completion_id) references result,
    foreign key (institution_id, learner_id) references learner,
    foreign key (institution_id, microcredential_id, version)
      references microcredential_version (institution_id, microcredential_id, number),
    foreign key (institution_id, decision_id) references decision deferrable initially deferred,
    check (awarded_on >= completed_on),
    constraint revoked_when_revoked check ((state = 'revoked') = (revoked_at is not null))
  )`,
  `create index award_newest on award (institution_id, created_at desc, id desc)`,
  `create index award_by_learner on award (institution_id, learner_id)`,

  `create table credential (
    institution_id text not null,
    id text not null,
    award_id text not null,
    format text not null check (format in ('open-badge-3')),
    unsigned text not null,
    salt text not null,
    status_list_id text not null,
    status_index integer not null,
    prepared_at timestamptz(3) not null,
    signed text,
    etag text,
    issued_at timestamptz(3),
    primary key (institution_id, id),
    constraint credential_of_award unique (institution_id, award_id, format),
    constraint credential_status unique (institution_id, status_list_id, status_index),
    foreign key (institution_id, award_id) references award,
    foreign key (institution_id, status_list_id, status_index) references status_entry,
    check (num_nulls(signed, etag, issued_at) in (0, 3))
  )`,
  `create index credential_to_sign on credential (prepared_at, id) where signed is null`,
);
