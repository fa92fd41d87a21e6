import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { vi } from 'vitest';
import { createLimits, defaultRates } from '../../../src/http/middleware/rate-limit.ts';
import { composeApp } from '../../../src/runtime/compose.ts';
import type { Services } from '../../../src/services/index.ts';
import { createStores } from '../../../src/store/index.ts';
import type { Database } from '../../../src/store/connection/tables.ts';
import { type Fresh, sharedPglite } from '../../databases/databases.ts';
import { type Client, createClient, type Dispatch, type Exchange, origin } from './client.ts';
import { createDump } from '../../databases/rows.ts';
import { type Clock, createClock } from '../../setup/clock.ts';
import { stageService } from '../../setup/service.ts';
import { createNetwork, type Network } from './network.ts';
import { type KeyName, type People, north, rolesOf, settle, south } from './people.ts';

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
  /** One institution more. */
  settle(input: typeof north): Promise<Place>;
  /** Every row of every table, as text that is equal where nothing changed. */
  dump(): Promise<string>;
  close(): Promise<void>;
}>;

/** The whole service on an empty database, one at a time; only the clock and the network are staged. */
export async function startHarness(fresh: () => Promise<Fresh> = sharedPglite): Promise<Harness> {
  const { db, close } = await fresh();
  const clock = createClock('2026-10-15T09:00:00Z');
  const network = createNetwork();
  const logged: string[] = [];
  const console_ = vi.spyOn(console, 'error').mockImplementation((line: unknown) => void logged.push(String(line)));
  const keyEncryptionKey = new Uint8Array(randomBytes(32));
  const { services } = stageService({
    db,
    origin,
    clock,
    fetchOnce: network.fetchOnce,
    keyEncryptionKey,
    log: (level, message, facts = {}) => void logged.push(JSON.stringify({ level, message, ...facts })),
  });
  await createStores(db).settings.keep('public-url', origin);

  const app = composeApp();
  const limits = createLimits(defaultRates, () => clock.now().getTime());
  const dispatch: Dispatch = async (request, clientAddress) => {
    // Time passes between requests, so that what was made later is later.
    clock.advance(1);
    return app.fetch(request, { services, limits, clientAddress });
  };
  const seen: Exchange[] = [];
  const record = (exchange: Exchange) => void seen.push(exchange);
  const place = async (input: typeof north): Promise<Place> => {
    const people = await settle(services, input);
    const client_roles = JSON.stringify(rolesOf('machine'));
    await db.updateTable('api_key').set({ client_roles }).where('client_name', 'is not', null).execute();
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
    settle: place,
    north: await place(north),
    south: await place(south),
    dump: await createDump(db),
    async close() {
      console_.mockRestore();
      await close();
    },
  };
}
