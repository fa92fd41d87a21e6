import { migration } from './migration.ts';

export const registrationResult = migration(
  // Who gives it, whose course it is and who awards: one institution, or the parties of an agreement.
  `create table offering (
    institution_id text not null,
    id text not null,
    owner_id text not null,
    issuer_id text not null check (issuer_id in (institution_id, owner_id)),
    agreement_id text,
    microcredential_id text not null,
    version integer not null,
    start_date calendar_date not null,
    end_date calendar_date not null,
    language text not null check (language <> ''),
    attendance text not null check (attendance <> ''),
    pace double precision check (pace > 0 and pace <= 100),
    places integer check (places > 0),
    location jsonb check (jsonb_typeof(location) = 'object'),
    learning_centre text,
    contact_name text,
    contact_email text,
    contact_phone text,
    contact_url text,
    cancelled_at timestamptz(3),
    cancel_reason jsonb check (jsonb_typeof(cancel_reason) = 'object'),
    created_at timestamptz(3) not null,
    primary key (institution_id, id),
    foreign key (owner_id, microcredential_id, version)
      references microcredential_version (institution_id, microcredential_id, number),
    foreign key (owner_id, agreement_id, institution_id, microcredential_id, version)
      references hosting_agreement (institution_id, id, host_id, microcredential_id, version),
    check ((agreement_id is null) = (owner_id = institution_id)),
    check (end_date >= start_date)
  )`,
  `create index offering_by_start on offering (owner_id, microcredential_id, start_date, id)`,

  `create table offering_form (
    institution_id text not null,
    offering_id text not null,
    form text not null check (form <> ''),
    position integer not null,
    audience jsonb not null check (jsonb_typeof(audience) = 'array'),
    application text not null check (application in ('individual', 'client')),
    price_amount double precision check (price_amount >= 0),
    price_currency text check (price_currency in ('SEK', 'EUR')),
    price_payers jsonb check (jsonb_typeof(price_payers) = 'array'),
    apply_from calendar_date,
    apply_by calendar_date,
    apply_at text,
    application_code text,
    application_term text,
    primary key (institution_id, offering_id, form),
    foreign key (institution_id, offering_id) references offering,
    check (num_nulls(price_amount, price_currency, price_payers) in (0, 3))
  )`,

  `create table offering_session (
    institution_id text not null,
    offering_id text not null,
    position integer not null,
    kind text not null check (kind in ('teaching', 'meeting', 'examination')),
    date calendar_date not null,
    from_time text check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
    to_time text check (to_time > from_time),
    title jsonb check (jsonb_typeof(title) = 'object'),
    place jsonb check (jsonb_typeof(place) = 'object'),
    online boolean,
    seats integer check (seats > 0),
    primary key (institution_id, offering_id, position),
    foreign key (institution_id, offering_id) references offering,
    check (to_time is null or from_time is not null)
  )`,

  // Two nulls are never equal, so the third key binds only those that came from another system.
  `create table registration (
    institution_id text not null,
    id text not null,
    offering_id text not null,
    learner_id text not null,
    form text not null,
    category text not null check (category in ('student', 'participant')),
    client_name text,
    client_number text,
    source text,
    external_id text,
    created_at timestamptz(3) not null,
    primary key (institution_id, id),
    constraint registration_of_learner unique (institution_id, offering_id, learner_id),
    constraint registration_source unique (institution_id, source, external_id),
    foreign key (institution_id, offering_id, form) references offering_form,
    foreign key (institution_id, learner_id) references learner,
    check (client_number is null or client_name is not null),
    check ((source is null) = (external_id is null))
  )`,
  `create index registration_newest on registration (institution_id, offering_id, created_at desc, id desc)`,
  `create index registration_by_external_id on registration (institution_id, external_id) where external_id is not null`,
  `create index registration_by_learner on registration (institution_id, learner_id)`,

  // Both pointers stay within the registration. The one to the correction is checked at the end: a completion that is
  // corrected leaves result_completion before the one that takes its place can enter it. Behind a result stands either the
  // decision of an examiner or the attestation of a register.
  `create table result (
    institution_id text not null,
    id text not null,
    registration_id text not null,
    grade text not null check (grade <> ''),
    passed boolean not null,
    date calendar_date not null,
    examiner_id text,
    decision_id text,
    decided_system text check (decided_system <> ''),
    decided_id text check (decided_id <> ''),
    attested_by text check (attested_by <> ''),
    attested_at timestamptz(3),
    examination jsonb check (jsonb_typeof(examination) = 'object'),
    corrects text,
    corrected_by text,
    created_at timestamptz(3) not null,
    primary key (institution_id, id),
    constraint result_of_registration unique (institution_id, registration_id, id),
    constraint result_corrects_once unique (institution_id, corrects),
    foreign key (institution_id, registration_id) references registration,
    foreign key (institution_id, examiner_id) references staff_member,
    foreign key (institution_id, decision_id) references decision deferrable initially deferred,
    foreign key (institution_id, registration_id, corrects) references result (institution_id, registration_id, id),
    foreign key (institution_id, registration_id, corrected_by)
      references result (institution_id, registration_id, id) deferrable initially deferred,
    check (corrects <> id and corrected_by <> id),
    check (num_nulls(examiner_id, decision_id) in (0, 2)),
    check (num_nulls(decided_system, decided_id, attested_by, attested_at) in (0, 4)),
    check ((decision_id is null) <> (decided_id is null))
  )`,
  `create index result_newest on result (institution_id, created_at desc, id desc)`,
  // At most one completion of a registration stands.
  `create unique index result_completion on result (institution_id, registration_id) where passed and corrected_by is null`,
  // A register's result is on record once; where it was corrected its id may come again.
  `create unique index result_decided_in on result (institution_id, decided_system, decided_id)
    where corrected_by is null and decided_id is not null`,
  `create index result_by_register on result (institution_id, decided_system, decided_id)
    where decided_id is not null`,

  `create table correction_task (
    institution_id text not null,
    id text not null,
    registration_id text not null,
    result_id text not null,
    grade text not null check (grade <> ''),
    passed boolean not null,
    date calendar_date not null,
    examination jsonb check (jsonb_typeof(examination) = 'object'),
    attested_by text not null check (attested_by <> ''),
    attested_at timestamptz(3) not null,
    state text not null check (state in ('open', 'done')),
    created_at timestamptz(3) not null,
    done_at timestamptz(3),
    settled_by text,
    primary key (institution_id, id),
    foreign key (institution_id, registration_id, result_id)
      references result (institution_id, registration_id, id),
    foreign key (institution_id, registration_id, settled_by)
      references result (institution_id, registration_id, id),
    check ((state = 'done') = (done_at is not null)),
    check (settled_by is null or state = 'done')
  )`,
  `create unique index correction_task_open on correction_task (institution_id, result_id) where state = 'open'`,
  `create index correction_task_newest on correction_task (institution_id, created_at desc, id desc)`,
);
