import { type Kysely, Kysely as KyselyClass, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Database } from '../store/tables.ts';
import { migrate } from '../store/migrate.ts';
import { ConfigError } from './config.ts';

const oldestPostgres = 15;

/** The embedded database in its folder. The caller holds the folder's lock. */
export async function openEmbedded(folder: string): Promise<Kysely<Database>> {
  const { PGlite } = await import('@electric-sql/pglite');
  return new KyselyClass<Database>({ dialect: new PGliteDialect({ pglite: () => PGlite.create(folder) }) });
}

/** PostgreSQL through one pool; refuses a server that is too old. */
export async function openPostgres(url: string): Promise<Kysely<Database>> {
  const pool = new Pool({ connectionString: url, max: 10, application_name: 'mikromerit' });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced; the next query says if the server is gone
  try {
    const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < oldestPostgres) throw new ConfigError([`DATABASE_URL: PostgreSQL ${major} is too old; ${oldestPostgres} or newer, please.`]);
  } catch (error) {
    await pool.end();
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`DATABASE_URL: the server could not be used (${(error as Error).message}).`]);
  }
  return new KyselyClass<Database>({ dialect: new PostgresDialect({ pool }) });
}

export { migrate };
