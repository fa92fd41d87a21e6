import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { demandDataFormat } from './data-format.ts';
import { migrations } from './index.ts';

/**
 * Brings the schema up to date and returns the names of the steps that were taken; throws what the database said
 * where one fails, and then none is taken. Safe to run from two processes at once: the second waits for the first.
 * Refuses a database of another format as it stands.
 */
export const migrate = <T>(db: Kysely<T>): Promise<readonly string[]> =>
  db.connection().execute((one) => withoutLimits(one, () => migrateOn(one)));

/** A migration may take its time, and wait for another's, on a connection that has limits for all else. */
async function withoutLimits<T, R>(db: Kysely<T>, work: () => Promise<R>): Promise<R> {
  const set = (lock: string, statement: string) =>
    sql`select set_config('lock_timeout', ${lock}, false), set_config('statement_timeout', ${statement}, false)`;
  const { rows } = await sql<{ lock: string; statement: string }>`
    select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`.execute(db);
  await set('0', '0').execute(db);
  try {
    return await work();
  } finally {
    await set(rows[0]?.lock ?? '0', rows[0]?.statement ?? '0').execute(db);
  }
}

async function migrateOn<T>(db: Kysely<T>): Promise<readonly string[]> {
  await demandDataFormat(db);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}
