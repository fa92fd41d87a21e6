import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { demandDataFormat } from './data-format.ts';
import { migrations } from './index.ts';

/**
 * Brings the schema up to date and returns the names of the steps that were taken; throws what the database said
 * where one fails, and then none is taken. Safe to run from two processes at once: the second waits for the first.
 * Refuses a database of another format as it stands.
 */
export async function migrate<T>(db: Kysely<T>): Promise<readonly string[]> {
  await demandDataFormat(db);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}
