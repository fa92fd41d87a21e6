import { migration } from './migration.ts';

/**
 * Everything of a tenant has the key (institution_id, id) and is pointed at by both, so that a row can point into another
 * institution only by a column of its own that names it (owner_id, host_id, issuer_id): 0006 and 0008 say which may. Moments are kept to the millisecond, as a JavaScript `Date` has them: a cursor that went
 * out with one comes back exactly. Calendar dates are text, because drivers turn `date` into a moment somewhere.
 */
export const institution = migration(
  `create domain calendar_date as text check (value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`,

  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'a row of % never changes', tg_table_name using errcode = 'restrict_violation';
  end $$`,

  `create table institution (
    id text primary key,
    slug text not null constraint institution_slug unique check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
    name jsonb not null check (jsonb_typeof(name) = 'object'),
    country text not null check (country ~ '^[A-Z]{2}$'),
    kind text not null check (
      kind in ('public-authority', 'public-law-university', 'foundation', 'limited-company', 'municipality', 'other')
    ),
    public_records_duty boolean not null,
    archive_duty boolean not null,
    archive_classes jsonb check (jsonb_typeof(archive_classes) = 'object'),
    default_locale text not null check (default_locale in ('sv-SE', 'sv-FI', 'fi', 'en')),
    review text not null check (review in ('required', 'waived')),
    course_certificate text check (course_certificate in ('register', 'here')),
    identifiers jsonb check (jsonb_typeof(identifiers) = 'array'),
    homepage text,
    accent text check (accent ~ '^#[0-9a-fA-F]{6}$'),
    created_at timestamptz(3) not null,
    check (archive_duty or archive_classes is null)
  )`,

  `create table organisational_unit (
    institution_id text not null references institution,
    id text not null,
    code text not null check (code <> ''),
    name jsonb not null check (jsonb_typeof(name) = 'object'),
    primary key (institution_id, id),
    constraint unit_code unique (institution_id, code)
  )`,
);
