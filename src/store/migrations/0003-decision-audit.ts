import { migration } from './migration.ts';

export const decisionAudit = migration(
  // Subjects may be ids of versions, results or awards, so no foreign key can hold them.
  `create table decision (
    institution_id text not null references institution,
    id text not null,
    kind text not null check (kind in ('publish', 'join', 'result', 'correct', 'award', 'revoke')),
    person_id text not null,
    capacity text,
    body text,
    date calendar_date not null,
    ground text not null check (ground <> ''),
    case_number text,
    subjects jsonb not null check (jsonb_typeof(subjects) = 'array' and jsonb_array_length(subjects) > 0),
    recorded_at timestamptz(3) not null,
    recorded_by text not null,
    primary key (institution_id, id),
    foreign key (institution_id, person_id) references staff_member
  )`,
  `create trigger decision_never_changes before update or delete on decision for each row execute function refuse_change()`,

  // The head is locked while a link is added: one chain an institution, made with it, without gap or fork.
  `create table audit_chain (
    institution_id text primary key references institution,
    sequence integer not null check (sequence >= 0),
    hash text not null check (hash <> '')
  )`,
  `create table audit_event (
    institution_id text not null references institution,
    sequence integer not null check (sequence >= 1),
    at timestamptz(3) not null,
    actor text not null check (actor <> ''),
    action text not null check (action <> ''),
    subjects jsonb not null check (jsonb_typeof(subjects) = 'array'),
    detail jsonb not null check (jsonb_typeof(detail) = 'object'),
    previous_hash text not null,
    hash text not null,
    primary key (institution_id, sequence)
  )`,
  `create trigger audit_event_never_changes before update or delete on audit_event for each row execute function refuse_change()`,
);
