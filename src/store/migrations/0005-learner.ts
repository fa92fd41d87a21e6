import { migration } from './migration.ts';

export const learner = migration(
  `create table learner (
    institution_id text not null references institution,
    id text not null,
    name_as_awarded text not null,
    given_name text,
    family_name text,
    birth_date calendar_date,
    email text,
    protected boolean not null,
    alias text,
    name_words tsvector not null,
    other_name_words tsvector,
    created_at timestamptz(3) not null,
    primary key (institution_id, id)
  )`,
  `create index learner_newest on learner (institution_id, created_at desc, id desc)`,
  `create index learner_by_name on learner using gin (name_words)`,
  `create index learner_by_other_name on learner using gin (other_name_words)`,

  `create table learner_identifier (
    institution_id text not null,
    learner_id text not null,
    position integer not null check (position >= 0),
    kind text not null check (kind in ('personnummer', 'samordningsnummer', 'henkilotunnus', 'oppijanumero',
      'eduid-subject', 'eppn', 'european-student-identifier', 'student-number', 'other')),
    value text not null check (value <> ''),
    valid_from calendar_date,
    valid_to calendar_date,
    primary key (institution_id, learner_id, position),
    foreign key (institution_id, learner_id) references learner on delete cascade
  )`,
  // The second line: `isGivenUp` in domain/enrolment/identifier.ts.
  `create unique index learner_identifier_of_one on learner_identifier (institution_id, kind, value)
    where valid_to is null or kind not in ('eppn', 'student-number', 'other')`,
);
