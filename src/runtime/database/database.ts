import { type Kysely, Kysely as KyselyClass, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Database } from '../../store/connection/tables.ts';
import { limitsOfConnection } from '../../store/index.ts';
import { migrate } from '../../store/migrations/migrate.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { unavailable } from '../../store/connection/refusals.ts';
import { ConfigError } from '../config.ts';
import { log } from '../log.ts';
import { type Availability, createAvailability } from './availability.ts';

const oldestPostgres = 15;

/**
 * What reads and what writes have connections of their own, so that neither takes all of them: whoever waits for a lock
 * keeps a connection. The embedded database has one, which both wait for. `transactions` have `limitsOfConnection`.
 */
export type Opened = Readonly<{
  db: Kysely<Database>;
  transactions: Kysely<Database>;
  /** Only of PostgreSQL. */
  pools?: Pools;
  close(): Promise<void>;
}>;
/** How many connections each of the two pools has. */
export type Pools = Readonly<
  Record<'reading' | 'writing', Readonly<Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>>>
>;

/** The embedded database in its folder. The caller holds the folder's lock. */
export async function openEmbedded(folder: string): Promise<Opened> {
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(folder);
  await pglite.exec(limitsOfConnection);
  // PGlite runs no autovacuum, so nothing else ever counts the rows: at each opening, as the planner would otherwise go by
  // the counts of the last, and take a table that has grown since for as good as empty.
  await pglite.exec('analyze');
  const db = new KyselyClass<Database>({ dialect: new PGliteDialect({ pglite }) });
  return { db, transactions: db, close: () => db.destroy() };
}

const options: PoolConfig = {
  application_name: 'mikromerit',
  // Each of two pools.
  max: 5,
  keepAlive: true,
  // A server that does not answer must not hold requests for ever, nor must those who have all the connections.
  connectionTimeoutMillis: 10_000,
};

const forReading = "set statement_timeout = '30s'";
// A client that vanishes in the middle of a transaction (power cut) must not hold locks until TCP notices.
const forTransactions = `set idle_in_transaction_session_timeout = '60s'; ${limitsOfConnection}`;

/** PostgreSQL; refuses a server that is too old. */
export async function openPostgres(url: string): Promise<Opened> {
  const availability = createAvailability(log);
  const pool = openPool(url, forReading, availability.lost);
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
  const db = onPool(pool, availability);
  const writing = openPool(url, forTransactions, availability.lost);
  const transactions = onPool(writing, availability);
  const close = async () => {
    await Promise.all([db.destroy(), transactions.destroy()]);
    await Promise.all([pool.end(), writing.end()]);
  };
  return { db, transactions, pools: { reading: pool, writing }, close };
}

/** `onLost` hears of every connection that breaks, also of one that nobody uses. */
function openPool(connectionString: string, settings: string, onLost: Availability['lost']): Pool {
  const onConnect: PoolConfig['onConnect'] = (client) => {
    // The pool listens to idle connections alone; one that breaks between two questions would end the process.
    client.on('error', onLost);
    // The pool waits for what is returned, though its types do not say so.
    return client.query(settings) as unknown as undefined;
  };
  const pool = new Pool({ ...options, connectionString, onConnect });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced, and has been told of above
  return pool;
}

/** No free connection, or none to be had: answered with 503, because the caller can try again; no fault of ours. */
function onPool(pool: Pool, availability: Availability): Kysely<Database> {
  const connect = async (): Promise<PoolClient> => {
    try {
      const client = await pool.connect();
      availability.found();
      return client;
    } catch (cause) {
      if ((cause as Error).message.startsWith('timeout exceeded'))
        throw new DomainError('busy', 'Too much is being asked for. Nothing was changed; try again in a moment.', {
          cause,
        });
      availability.lost(cause);
      throw unavailable(cause);
    }
  };
  // Kysely does not end the pool of a database that was never asked, so whoever opened the pool does.
  const limited = { connect, end: () => Promise.resolve(), options: pool.options };
  return new KyselyClass<Database>({ dialect: new PostgresDialect({ pool: limited }) });
}

/** Where a name leads to several addresses and none answers, the message is empty and the code is all there is. */
const reasonOf = (error: unknown): string => (error as Error).message || String((error as { code?: unknown }).code);

export { migrate };
