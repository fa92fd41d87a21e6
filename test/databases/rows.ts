import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/store/connection/tables.ts';

/** The tables of the service, without those of its migrations. */
async function tablesOf(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Every row of every table, as text that is equal where nothing changed. One question, so that asking often is cheap. */
export async function createDump(db: Kysely<Database>): Promise<() => Promise<string>> {
  const parts = (await tablesOf(db)).map(
    (name) => `'${name}', (select coalesce(json_agg(t::text order by t::text), '[]'::json) from "${name}" t)`,
  );
  const question = sql.raw<{ dump: string }>(`select json_build_object(${parts.join(', ')})::text as dump`);
  return async () => (await question.execute(db)).rows[0]?.dump ?? '';
}

/** Does to the rows what the service never would, past every trigger and foreign key: as a burglar, or a test. */
export async function tamper(db: Kysely<Database>, statement: string): Promise<void> {
  await sql
    .raw(`do $tamper$ begin set local session_replication_role = replica; ${statement}; end $tamper$`)
    .execute(db);
}

/** Keeps every row as it is now, and gives what puts them back. */
export async function saveRows(db: Kysely<Database>, name: string): Promise<() => Promise<void>> {
  const tables = await tablesOf(db);
  const copies = tables.map((table) => `create table ${name}."${table}" as table public."${table}";`);
  const steps = tables.map(
    (table) => `delete from public."${table}"; insert into public."${table}" select * from ${name}."${table}";`,
  );
  await sql.raw(`do $$ begin create schema ${name}; ${copies.join(' ')} end $$`).execute(db);
  await sql
    .raw(
      `create function ${name}.put_back() returns void language plpgsql set session_replication_role = replica
       as $$ begin ${steps.join(' ')} end $$`,
    )
    .execute(db);
  return async () => void (await sql.raw(`select ${name}.put_back()`).execute(db));
}
