import { migration } from './migration.ts';

/** References to a decision are checked at the end of the transaction: an act and its decision are written in either order. */
export const catalogue = migration(
  `create table microcredential (
    institution_id text not null references institution,
    id text not null,
    slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
    owner_unit_id text,
    review_by calendar_date,
    draft_content jsonb check (jsonb_typeof(draft_content) = 'object'),
    draft_state text check (draft_state in ('draft', 'in-review', 'approved')),
    draft_revision integer check (draft_revision >= 0),
    draft_editors jsonb check (jsonb_typeof(draft_editors) = 'array'),
    draft_updated_at timestamptz(3),
    draft_returned_note text,
    published_version integer,
    withdrawn_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (institution_id, id),
    constraint microcredential_slug unique (institution_id, slug),
    foreign key (institution_id, owner_unit_id) references organisational_unit,
    constraint whole_draft check (num_nulls(draft_content, draft_state, draft_revision, draft_editors, draft_updated_at) in (0, 5)),
    constraint note_on_draft check (draft_returned_note is null or draft_state is not null)
  )`,
  `create index microcredential_newest on microcredential (institution_id, created_at desc, id desc)`,

  `create table microcredential_version (
    institution_id text not null,
    id text not null,
    microcredential_id text not null,
    number integer not null check (number >= 1),
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    document text not null,
    digest text not null check (digest like 'sha256-%'),
    linked_data text not null,
    linked_data_etag text not null,
    published_at timestamptz(3) not null,
    decision_id text not null,
    primary key (institution_id, id),
    constraint version_number unique (institution_id, microcredential_id, number),
    foreign key (institution_id, microcredential_id) references microcredential,
    foreign key (institution_id, decision_id) references decision deferrable initially deferred
  )`,
  `create index version_newest on microcredential_version (published_at desc, microcredential_id desc)`,
  `create trigger version_never_changes before update or delete on microcredential_version
    for each row execute function refuse_change()`,

  // The owner of a version lets another institution give it. The row is the owner's; the host finds it by itself.
  `create table hosting_agreement (
    institution_id text not null,
    id text not null,
    host_id text not null references institution,
    microcredential_id text not null,
    version integer not null,
    awarded_by text not null check (awarded_by in ('owner', 'host')),
    starts_until calendar_date,
    case_number text check (case_number <> ''),
    offered_at timestamptz(3) not null,
    accepted_at timestamptz(3),
    declined_at timestamptz(3),
    ended_at timestamptz(3),
    primary key (institution_id, id),
    constraint hosting_agreement_with_host unique (institution_id, id, host_id, microcredential_id, version),
    foreign key (institution_id, microcredential_id, version)
      references microcredential_version (institution_id, microcredential_id, number),
    check (host_id <> institution_id),
    check (num_nulls(accepted_at, declined_at) >= 1),
    check (declined_at is null or ended_at is null)
  )`,
  `create unique index hosting_agreement_standing on hosting_agreement (institution_id, microcredential_id, version, host_id)
    where declined_at is null and ended_at is null`,
  `create index hosting_agreement_of_host on hosting_agreement (host_id, offered_at desc, id desc)`,
  `create index hosting_agreement_newest on hosting_agreement (institution_id, offered_at desc, id desc)`,

  `create table theme (
    institution_id text not null references institution,
    code text not null check (code <> ''),
    label jsonb not null check (jsonb_typeof(label) = 'object'),
    constraint theme_code primary key (institution_id, code)
  )`,

  `create table emblem (
    institution_id text not null references institution,
    id text not null check (id ~ '^[0-9a-f]{64}$'),
    media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
    bytes bytea not null check (octet_length(bytes) <= 100000),
    created_at timestamptz(3) not null,
    primary key (institution_id, id)
  )`,

  // institution_id is the partner, whose this is; the course is its owner's.
  `create table partnership (
    institution_id text not null references institution,
    id text not null,
    owner_id text not null,
    microcredential_id text not null,
    may_edit boolean not null,
    invited_at timestamptz(3) not null,
    left_at timestamptz(3),
    outcome text check (outcome in ('agreed', 'refused')),
    content_digest text check (content_digest ~ '^[0-9a-f]{64}$'),
    decision_id text,
    note text,
    primary key (institution_id, id),
    constraint partnership_once unique (owner_id, microcredential_id, institution_id),
    foreign key (owner_id, microcredential_id) references microcredential,
    foreign key (institution_id, decision_id) references decision deferrable initially deferred,
    constraint another check (institution_id <> owner_id),
    constraint whole_decision check (num_nulls(outcome, content_digest, decision_id) in (0, 3)),
    constraint note_of_refusal check (note is not null or outcome is distinct from 'refused')
  )`,

  // institution_id is the owner, whose the version is; the decision is its partner's.
  `create table version_partner (
    institution_id text not null,
    microcredential_id text not null,
    number integer not null,
    partner_id text not null references institution,
    decision_id text not null,
    constraint version_partner_once primary key (institution_id, microcredential_id, number, partner_id),
    foreign key (institution_id, microcredential_id, number)
      references microcredential_version (institution_id, microcredential_id, number),
    foreign key (partner_id, decision_id) references decision
  )`,
  `create trigger version_partner_never_changes before update or delete on version_partner
    for each row execute function refuse_change()`,

  `alter table microcredential add foreign key (institution_id, id, published_version)
    references microcredential_version (institution_id, microcredential_id, number) deferrable initially deferred`,
);
