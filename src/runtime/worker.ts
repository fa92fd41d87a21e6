import './sealed-prototypes.ts';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { respondWithProblem } from '../http/output/problem.ts';
import { createLimits, mostOfCaller, type Limits } from '../http/middleware/rate-limit.ts';
import { securityHeadersFor } from '../http/middleware/security-headers.ts';
import type { Services } from '../services/index.ts';
import { demandDataFormat } from '../store/index.ts';
import type { Database } from '../store/connection/tables.ts';
import { composeApp, composeRemoteSigner, composeServices, createCaches, type Parts } from './compose.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { refusePublicDemo } from './demo/presence.ts';
import { logFault } from './log.ts';
import { settleOrigins } from './public-url.ts';

/** What wrangler.toml and the account's secrets bind; what an operator may have forgotten is optional. */
type Bindings = Readonly<{
  HYPERDRIVE: Readonly<{ connectionString: string }>;
  PUBLIC_URL?: string;
  PUBLIC_URL_ALIASES?: string;
  KEY_ENCRYPTION_KEY?: string;
  REMOTE_SIGNER_URL?: string;
  REMOTE_SIGNER_TOKEN?: string;
  REMOTE_SIGNER_MARSHALING?: string;
  CHECKS_PER_MINUTE?: string;
  CHECKS_PER_MINUTE_WITH_KEY?: string;
}>;
type Lifetime = Readonly<{ waitUntil(promise: Promise<unknown>): void }>;

const app = composeApp();
/** Counted in this isolate alone; a shared limit belongs to the zone's rules in front. */
/** Nobody waits for another's check: in a Worker each request has a fetcher of its own, and may not wait for others. */
let limits: Limits | undefined;
/** Kept in this isolate; plain values, which may pass between requests. */
const caches = createCaches(false);
/** The first of them never changes in a database, so each isolate asks once. A value may pass between requests. */
let origins: readonly [string, ...string[]] | undefined;

/**
 * A Worker may not carry a socket from one request to the next, so each opens its own connection; Hyperdrive pools
 * behind it. Migrations, keys and the demo come from Node.
 */
async function withServices<T>(
  bindings: Bindings,
  lifetime: Lifetime,
  work: (services: Services, config: Config) => T | Promise<T>,
): Promise<T> {
  const { config, keyEncryptionKey } = configured(bindings);
  const pool = new Pool({ connectionString: bindings.HYPERDRIVE.connectionString, max: 1 });
  pool.on('error', () => undefined); // at the end it does not matter; before that the next query fails
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const begun: Promise<unknown>[] = [];
  try {
    if (!origins) await demandDataFormat(db);
    const known = origins ?? (await settleOrigins(db, config));
    const services = composeServices({
      db,
      origins: known,
      keyEncryptionKey,
      fetchOnce: (url, init) => fetch(url, init),
      ...withRemoteSigner(config),
      caches,
      inBackground: (work) => void begun.push(work),
    });
    // As Node does at its start: a key that opens nothing is found now and not at the next award.
    if (!origins) {
      await services.institutions.checkKeys();
      await refusePublicDemo(services, known);
    }
    origins = known;
    return await work(services, config);
  } finally {
    // What goes on after the answer has the connection until it is done; what the platform cuts off is resumed.
    lifetime.waitUntil(Promise.all(begun).then(() => db.destroy().catch(logFault)));
  }
}

/** A Worker has no files, so the token is a secret of the account. */
function withRemoteSigner({ remoteSigner }: Config): Pick<Parts, 'remote'> {
  if (!remoteSigner || !('token' in remoteSigner)) return {};
  const { token } = remoteSigner;
  return { remote: composeRemoteSigner(remoteSigner, async () => token, caches.signerPauses) };
}

function configured(bindings: Bindings): Readonly<{ config: Config; keyEncryptionKey: Uint8Array }> {
  // On Node it has a default, which would be a wrong address here.
  if (!bindings.PUBLIC_URL) throw new ConfigError(['PUBLIC_URL: required. Set it in wrangler.toml.']);
  const config = readConfig({
    PUBLIC_URL: bindings.PUBLIC_URL,
    PUBLIC_URL_ALIASES: bindings.PUBLIC_URL_ALIASES,
    KEY_ENCRYPTION_KEY: bindings.KEY_ENCRYPTION_KEY,
    REMOTE_SIGNER_URL: bindings.REMOTE_SIGNER_URL,
    REMOTE_SIGNER_TOKEN: bindings.REMOTE_SIGNER_TOKEN,
    REMOTE_SIGNER_MARSHALING: bindings.REMOTE_SIGNER_MARSHALING,
    DATABASE_URL: bindings.HYPERDRIVE.connectionString,
    CHECKS_PER_MINUTE: bindings.CHECKS_PER_MINUTE,
    CHECKS_PER_MINUTE_WITH_KEY: bindings.CHECKS_PER_MINUTE_WITH_KEY,
    DEMO: '0',
  });
  const { keyEncryptionKey } = config;
  if (!keyEncryptionKey) throw new ConfigError(['KEY_ENCRYPTION_KEY: required.']);
  return { config, keyEncryptionKey };
}

/**
 * What nobody read of a request's body, because it was refused before, is read and dropped. Left lying, it ends the
 * connection, under a client that still sends, and wrangler dev with it (cloudflare/workers-sdk #15203). The platform
 * sets the limit: 100 MB.
 */
async function readRest({ body, bodyUsed }: Request): Promise<void> {
  if (body && !bodyUsed) await body.pipeTo(new WritableStream()).catch(() => undefined);
}

/** For an answer from outside the app, which gives them to its own. */
function secured(response: Response, isSecureOrigin: boolean): Response {
  for (const [name, value] of Object.entries(securityHeadersFor(response.headers, isSecureOrigin)))
    response.headers.set(name, value);
  return response;
}

async function answer(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
  try {
    const clientAddress = request.headers.get('CF-Connecting-IP') ?? 'unknown';
    return await withServices(bindings, lifetime, (services, config) =>
      app.fetch(request, {
        services,
        limits: (limits ??= createLimits(config, () => Date.now(), mostOfCaller)),
        clientAddress,
      }),
    );
  } catch (error) {
    logFault(error);
    return secured(respondWithProblem(error), request.url.startsWith('https:'));
  }
}

export default {
  async fetch(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
    const response = await answer(request, bindings, lifetime);
    await readRest(request);
    return response;
  },

  /** Finishes what a request that was cut off left prepared and not signed. */
  async scheduled(_event: unknown, bindings: Bindings, lifetime: Lifetime): Promise<void> {
    const work = withServices(bindings, lifetime, async ({ issuing, awardBatches }) => {
      await issuing.resume();
      await awardBatches.resume();
    });
    const isDone = await work.then(
      () => true,
      (error: unknown) => logFault(error),
    );
    // The platform logs whatever is thrown, and the message of a database may quote data.
    if (!isDone) throw new Error('Not all that was prepared could be signed; the line above says why.');
  },
};
