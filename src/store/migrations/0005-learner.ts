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
    created_at timestamptz(3) not null,
    primary key (institution_id, id)
  )`,
  `create index learner_newest on learner (institution_id, created_at desc, id desc)`,

  `create table learner_identifier (
    institution_id text not null,
    learner_id text not null,
    position integer not null check (position >= 0),
    kind text not null check (kind in ('personnummer', 'samordningsnummer', 'henkilotunnus', 'student-number', 'eppn', 'other')),
    value text not null check (value <> ''),
    valid_from calendar_date,
    valid_to calendar_date,
    primary key (institution_id, learner_id, position),
    foreign key (institution_id, learner_id) references learner on delete cascade
  )`,
);
