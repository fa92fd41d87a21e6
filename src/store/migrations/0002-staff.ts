import { migration } from './migration.ts';

export const staff = migration(
  `create table staff_member (
    institution_id text not null references institution,
    id text not null,
    name text not null check (name <> ''),
    roles jsonb not null check (jsonb_typeof(roles) = 'array'),
    ended_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (institution_id, id)
  )`,

  // A key belongs to a person, or to a machine client that it names; never to both or neither.
  `create table api_key (
    institution_id text not null references institution,
    id text not null,
    hash text not null constraint api_key_hash unique check (hash ~ '^[0-9a-f]{64}$'),
    staff_member_id text,
    client_name text check (client_name <> ''),
    client_roles jsonb check (jsonb_typeof(client_roles) = 'array'),
    created_at timestamptz(3) not null,
    revoked_at timestamptz(3),
    primary key (institution_id, id),
    foreign key (institution_id, staff_member_id) references staff_member,
    check ((staff_member_id is null) = (client_name is not null)),
    check ((client_name is null) = (client_roles is null))
  )`,
);
