import { type Kysely, Kysely as KyselyClass, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { Database } from '../store/tables.ts';
import { migrate } from '../store/migrate.ts';
import { ConfigError } from './config.ts';

const oldestPostgres = 15;

/** The embedded database in its folder. The caller holds the folder's lock. */
export async function openEmbedded(folder: string): Promise<Kysely<Database>> {
  const { PGlite } = await import('@electric-sql/pglite');
  return new KyselyClass<Database>({ dialect: new PGliteDialect({ pglite: () => PGlite.create(folder) }) });
}

const options: PoolConfig = {
  application_name: 'mikromerit',
  max: 10,
  keepAlive: true,
  // A server that does not answer must not hold requests for ever.
  connectionTimeoutMillis: 10_000,
  onConnect(client) {
    // The pool listens to idle connections alone; one that breaks between two questions would end the process.
    client.on('error', () => undefined);
    // Who vanishes in the middle of a transaction (the machine lost power) must not hold locks until TCP notices.
    // The pool waits for what is returned, though its types do not say so.
    return client.query("set idle_in_transaction_session_timeout = '60s'") as unknown as undefined;
  },
};

/** PostgreSQL through one pool; refuses a server that is too old. */
export async function openPostgres(url: string): Promise<Kysely<Database>> {
  const pool = new Pool({ ...options, connectionString: url });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced; the next query says if the server is gone
  try {
    const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < oldestPostgres)
      throw new ConfigError([`DATABASE_URL: PostgreSQL ${major} is too old; ${oldestPostgres} or newer, please.`]);
  } catch (error) {
    await pool.end();
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`DATABASE_URL: the server could not be used (${reasonOf(error)}).`]);
  }
  return new KyselyClass<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Where a name leads to several addresses and none answers, the message is empty and the code is all there is. */
const reasonOf = (error: unknown): string => (error as Error).message || String((error as { code?: unknown }).code);

export { migrate };
