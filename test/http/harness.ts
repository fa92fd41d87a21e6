import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { vi } from 'vitest';
import { createCredentialWriter, createVerifier } from '../../src/credentials/index.ts';
import { createAddresses } from '../../src/domain/shared/addresses.ts';
import { createLimits, defaultRates } from '../../src/http/middleware/rate-limit.ts';
import { createPages } from '../../src/pages/index.tsx';
import { composeApp, createWork } from '../../src/runtime/compose.ts';
import { createFetcher } from '../../src/platform/fetch/fetcher.ts';
import { fetchFromOwn } from '../../src/runtime/own-fetch.ts';
import { checksAndRenders } from '../../src/runtime/self-check/self-check.ts';
import { platform } from '../../src/platform/platform.ts';
import { createServices, type Services } from '../../src/services/index.ts';
import { createStores } from '../../src/store/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import { type Fresh, freshPglite } from '../databases/databases.ts';
import { type Client, createClient, type Dispatch, type Exchange, origin } from './client.ts';
import { type Clock, createClock } from './clock.ts';
import { createNetwork, type Network } from './network.ts';
import { type KeyName, type People, north, settle, south } from './people.ts';

export { origin } from './client.ts';

/** An institution with a client for each key that is at work there. */
export type Place = People & Readonly<{ slug: string; base: string; as: Readonly<Record<KeyName, Client>> }>;

export type Harness = Readonly<{
  services: Services;
  db: Kysely<Database>;
  clock: Clock;
  network: Network;
  anyone: Client;
  /** A Swedish authority where a second person approves. */
  north: Place;
  /** A Finnish foundation where no one has to. */
  south: Place;
  /** Everything that was asked and answered. */
  seen: readonly Exchange[];
  /** Every line of the log. */
  logged: readonly string[];
  /** The key that wraps the signing keys. */
  keyEncryptionKey: Uint8Array;
  withKey(key: string): Client;
  /** Every row of every table, as text that is equal where nothing changed. */
  dump(): Promise<string>;
  close(): Promise<void>;
}>;

/** The whole service on a database of its own; only the clock and the network are staged. */
export async function startHarness(fresh: () => Promise<Fresh> = freshPglite): Promise<Harness> {
  const { db, close } = await fresh();
  const clock = createClock('2026-10-15T09:00:00Z');
  const network = createNetwork();
  const logged: string[] = [];
  const console_ = vi.spyOn(console, 'error').mockImplementation((line: unknown) => void logged.push(String(line)));
  const keyEncryptionKey = new Uint8Array(randomBytes(32));
  const services = compose({ db, clock, network, keyEncryptionKey, log: (line) => logged.push(line) });
  await createStores(db).settings.keep('public-url', origin);

  const app = composeApp();
  const limits = createLimits(defaultRates, () => clock.now().getTime());
  const dispatch: Dispatch = async (request, clientAddress) => {
    // Time passes between requests, so that what was made later is later.
    clock.pass(1);
    return app.fetch(request, { services, limits, clientAddress });
  };
  const seen: Exchange[] = [];
  const record = (exchange: Exchange) => void seen.push(exchange);
  const place = async (input: typeof north): Promise<Place> => {
    const people = await settle(services, input);
    const clients = Object.entries(people.keys).map(([name, key]) => [
      name,
      createClient(dispatch, record, `${name} of ${input.slug}`, key),
    ]);
    return { ...people, slug: input.slug, base: `/api/v1/institutions/${input.slug}`, as: Object.fromEntries(clients) };
  };

  return {
    services,
    db,
    clock,
    network,
    seen,
    logged,
    keyEncryptionKey,
    anyone: createClient(dispatch, record, 'nobody'),
    withKey: (key) => createClient(dispatch, record, 'a stray key', key),
    north: await place(north),
    south: await place(south),
    dump: await dumper(db),
    async close() {
      console_.mockRestore();
      await close();
    },
  };
}

type Parts = Readonly<{
  db: Kysely<Database>;
  clock: Clock;
  network: Network;
  keyEncryptionKey: Uint8Array;
  log: (line: string) => void;
}>;

/** As src/runtime/compose.ts does it, with another clock. */
function compose({ db, clock, network, keyEncryptionKey, log }: Parts): Services {
  const addresses = createAddresses(origin);
  const app = composeApp();
  const fetcher = createFetcher({
    origins: [origin],
    fetchOnce: network.fetchOnce,
    now: clock.now,
    readOwn: (url) => services.publicDocuments.at(url),
    fetchOwn: (url, accept) => fetchFromOwn(app, services, url, accept),
  });
  const services: Services = createServices({
    ...platform,
    now: clock.now,
    wait: clock.wait,
    stores: createStores(db),
    ...createWork(db),
    addresses,
    writer: createCredentialWriter({ addresses, keyEncryptionKey }),
    verifier: createVerifier({ addresses, fetcher }),
    strangerReads: async (url) => {
      const response = await network.fetchOnce(url, {} as never).catch(() => undefined);
      return response?.ok ? ((await response.json()) as Readonly<Record<string, unknown>>) : undefined;
    },
    selfCheck: () => checksAndRenders(createPages(), services),
    log: (level, message, facts = {}) => log(JSON.stringify({ level, message, ...facts })),
  });
  return services;
}

/** One question for all tables, so that asking often is cheap. */
async function dumper(db: Kysely<Database>): Promise<() => Promise<string>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(db);
  const parts = rows.map(
    ({ name }) =>
      `'${name}', (select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]'::jsonb) from "${name}" t)`,
  );
  const question = sql.raw<{ dump: string }>(`select jsonb_build_object(${parts.join(', ')})::text as dump`);
  return async () => (await question.execute(db)).rows[0]?.dump ?? '';
}
