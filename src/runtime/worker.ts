import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { createRateLimiter } from '../http/rate-limit.ts';
import type { Database } from '../store/tables.ts';
import { composeApp, composeServices } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';
import { logFault } from './log.ts';
import { settleOrigins } from './public-url.ts';

/** What wrangler.toml and the account's secrets bind. */
type Bindings = Readonly<{
  HYPERDRIVE: Readonly<{ connectionString: string }>;
  PUBLIC_URL: string;
  PUBLIC_URL_ALIASES?: string;
  KEY_ENCRYPTION_KEY: string;
}>;
type Lifetime = Readonly<{ waitUntil(promise: Promise<unknown>): void }>;

const app = composeApp();
/** Counted in this isolate alone; a shared limit belongs to the zone's rules in front. */
const publicWrites = createRateLimiter({ capacity: 20, perSecond: 1, now: () => Date.now() });
/** What is younger may be in another isolate's hands. */
const restInMs = 60_000;

/**
 * A Worker may not carry a socket from one request to the next, so each opens its own connection; Hyperdrive pools
 * behind it. Migrations, keys and the demo come from Node.
 */
async function withServices<T>(
  bindings: Bindings,
  lifetime: Lifetime,
  work: (services: ReturnType<typeof composeServices>) => Promise<T>,
): Promise<T> {
  const config = readConfig({
    PUBLIC_URL: bindings.PUBLIC_URL,
    PUBLIC_URL_ALIASES: bindings.PUBLIC_URL_ALIASES,
    KEY_ENCRYPTION_KEY: bindings.KEY_ENCRYPTION_KEY,
    DATABASE_URL: bindings.HYPERDRIVE.connectionString,
    DEMO: '0',
  });
  const { keyEncryptionKey } = config;
  if (!keyEncryptionKey) throw new ConfigError(['KEY_ENCRYPTION_KEY: required.']);
  const pool = new Pool({ connectionString: bindings.HYPERDRIVE.connectionString, max: 1 });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const origins = await settleOrigins(db, config);
    return await work(composeServices({ db, origins, keyEncryptionKey, fetchOnce: (url, init) => fetch(url, init) }));
  } finally {
    lifetime.waitUntil(db.destroy());
  }
}

export default {
  async fetch(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
    try {
      const clientAddress = request.headers.get('CF-Connecting-IP') ?? 'unknown';
      return await withServices(bindings, lifetime, async (services) =>
        app.fetch(request, { services, publicWrites, clientAddress }),
      );
    } catch (error) {
      logFault(error);
      const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500 };
      return new Response(JSON.stringify(problem), { status: 500, headers: { 'Content-Type': 'application/problem+json' } });
    }
  },

  /** Finishes what a request that was cut off left prepared and not signed. */
  async scheduled(_event: unknown, bindings: Bindings, lifetime: Lifetime): Promise<void> {
    await withServices(bindings, lifetime, ({ issuing }) => issuing.resume(new Date(Date.now() - restInMs)));
  },
};
