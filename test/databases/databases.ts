import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { describe, inject, test } from 'vitest';
import type { Database } from '../../src/store/connection/tables.ts';
import { ask, onDatabase } from './administration.ts';
import { saveRows } from './rows.ts';

/** A migrated, empty database of one's own. */
export type Fresh = Readonly<{ db: Kysely<Database>; close(): Promise<void> }>;
export type FreshPostgres = Readonly<{ url: string; db: Kysely<Database>; pool: pg.Pool; drop(): Promise<void> }>;

const postgres = inject('postgres');

export const freshPglite = async (): Promise<Fresh> => {
  const pglite = await PGlite.create({ loadDataDir: new Blob([await readFile(inject('pgliteDump'))]) });
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
  return { db, close: () => db.destroy() };
};

let shared: Promise<Readonly<{ db: Fresh['db']; empty: () => Promise<void> }>> | undefined;
const openShared = async () => {
  const { db } = await freshPglite();
  return { db, empty: await saveRows(db, 'empty') };
};

/** One for all files that this process runs, empty again for whoever asks; it is gone with the process. */
export async function sharedPglite(): Promise<Fresh> {
  const { db, empty } = await (shared ??= openShared());
  await empty();
  return { db, close: () => Promise.resolve() };
}

/**
 * Another connection to it, as another process would have. `drop` may cut off a connection that is on its way out
 * already; nobody waits for its answer, so its complaint is no fault.
 */
export function connect(url: string): Readonly<{ db: Kysely<Database>; pool: pg.Pool }> {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  pool.on('error', () => {});
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool };
}

export async function freshPostgres(): Promise<FreshPostgres> {
  if ('unavailable' in postgres) throw new Error(`PostgreSQL is not available: ${postgres.unavailable}`);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(postgres.url, `create database ${name} template ${postgres.template}`);
  const url = onDatabase(postgres.url, name);
  const { db, pool } = connect(url);
  const drop = async () => {
    await db.destroy();
    await ask(postgres.url, `drop database ${name} with (force)`);
  };
  return { url, db, pool, drop };
}

const closing = ({ db, drop }: FreshPostgres): Fresh => ({ db, close: drop });

type Named = readonly ['PGlite' | 'PostgreSQL', () => Promise<Fresh>];

const onPostgres: readonly Named[] =
  'unavailable' in postgres ? [] : [['PostgreSQL', async () => closing(await freshPostgres())]];

/** Every database that the service promises to run on, for `describe.each`; one of each kind at a time. */
export const databases: readonly Named[] = [['PGlite', sharedPglite], ...onPostgres];

/** The same for what changes tables, and not only their rows. */
export const ownDatabases: readonly Named[] = [['PGlite', freshPglite], ...onPostgres];

/** For what only real concurrency can show. */
export const describeOnPostgres = 'unavailable' in postgres ? describe.skip : describe;

// So that a run without PostgreSQL says so, in each process that would have used it.
if ('unavailable' in postgres) {
  describe.skip(`on PostgreSQL, which could not be started here (${postgres.unavailable})`, () => {
    test('the same tests', () => {});
  });
}
