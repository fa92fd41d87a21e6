import { migration } from './migration.ts';

export const signingStatus = migration(
  `create table signing_key (
    institution_id text not null references institution,
    id text not null,
    algorithm text not null check (algorithm <> ''),
    purpose text not null check (purpose in ('credentials', 'seal')),
    signer text not null default 'local' check (signer in ('local', 'remote')),
    public_key text not null constraint signing_key_public unique check (public_key <> ''),
    wrapped text not null check (wrapped <> ''),
    certificates text check (certificates is null or (certificates <> '' and purpose = 'seal')),
    created_at timestamptz(3) not null,
    retired_at timestamptz(3),
    revoked_at timestamptz(3) check (revoked_at is null or retired_at is not null),
    primary key (institution_id, id)
  )`,

  // "taken" is about how many entries there are, by a sample of them, so that not every award writes this row
  // (store/award/status-allocation.ts).
  `create table status_list (
    institution_id text not null references institution,
    id text not null,
    number integer not null check (number >= 1),
    taken integer not null check (taken >= 0),
    primary key (institution_id, id),
    constraint status_list_number unique (institution_id, number)
  )`,
  `create table status_entry (
    institution_id text not null,
    list_id text not null,
    index integer not null check (index between 0 and 131071),
    revoked boolean not null default false,
    suspended boolean not null default false,
    primary key (institution_id, list_id, index),
    foreign key (institution_id, list_id) references status_list
  )`,
  `create index status_entry_revoked on status_entry (institution_id, list_id, index) where revoked`,
  `create index status_entry_suspended on status_entry (institution_id, list_id, index) where suspended`,

  // "changes" counts the bits that were set, "published" how many of them the text has; "changed_at" is since when it lacks
  // one, by the clock of this database. Signed under a lease, as what
  // 0008 makes is; the time of a lease is by that clock, too.
  `create table status_publication (
    institution_id text not null,
    list_id text not null,
    purpose text not null check (purpose in ('revocation', 'suspension')),
    text text,
    etag text,
    published_at timestamptz(3),
    changes integer not null default 0,
    published integer not null default 0,
    changed_at timestamptz,
    lease_token text,
    lease_until timestamptz,
    lease_key_id text,
    lease_created timestamptz(3),
    primary key (institution_id, list_id, purpose),
    foreign key (institution_id, list_id) references status_list,
    foreign key (institution_id, lease_key_id) references signing_key,
    check (num_nulls(text, etag, published_at) in (0, 3)),
    check (published <= changes),
    check ((changed_at is null) = (published = changes)),
    check (num_nulls(lease_token, lease_until, lease_key_id, lease_created) in (0, 4))
  )`,
);
