import { type Kysely, sql } from 'kysely';

/** The steps that a version of the first data format had taken. */
const oldSteps = [
  '0001-institution',
  '0002-staff',
  '0003-decision-audit',
  '0004-catalogue',
  '0005-learner',
  '0006-registration-completion',
  '0007-signing-status',
  '0008-award-credential',
  '0009-idempotency-setting',
];

/** Leaves the database as a version of the first data format left it: its steps on record, a setting and a row. */
export async function makeOldFormat<T>(db: Kysely<T>): Promise<void> {
  const statements = [
    'drop schema public cascade',
    'create schema public',
    'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
    'create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0)',
    ...oldSteps.map((name) => `insert into kysely_migration values ('${name}', '2026-03-01T12:00:00.000Z')`),
    'create table setting (name text primary key, value text not null)',
    `insert into setting values ('public-url', 'https://merit.example')`,
    'create table completion (id text primary key, grade text not null)',
    `insert into completion values ('c1', 'G')`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Every table with its columns and its rows. */
export async function everything<T>(db: Kysely<T>): Promise<unknown> {
  const { rows: columns } = await sql<Readonly<{ table: string; column: string }>>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' order by 1, 2`.execute(db);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const contents = [];
  for (const table of tables) contents.push((await sql`select * from ${sql.table(table)}`.execute(db)).rows);
  return { columns, contents };
}
