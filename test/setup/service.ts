import type { Kysely } from 'kysely';
import { platform as realPlatform } from '../../src/platform/platform.ts';
import { composePorts, type Parts } from '../../src/runtime/compose.ts';
import { createServices, type Services } from '../../src/services/index.ts';
import type { Ports } from '../../src/services/ports/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import type { Clock } from './clock.ts';
import { watchTransactions } from './transactions.ts';

type Staged = Readonly<{
  db: Kysely<Database>;
  origin: string;
  clock: Clock;
  fetchOnce: Parts['fetchOnce'];
  keyEncryptionKey: Uint8Array;
  log: Ports['log'];
  /** Ids and draws that a test foresees; absent: the real ones. */
  platform?: Partial<typeof realPlatform>;
  /** What stands in place of a port. */
  replace?: (ports: Ports, services: () => Services) => Partial<Ports>;
}>;

/** The service as it runs, on this database; only clock, network and log are the test's. */
export function stageService({ db, origin, clock, platform, replace = () => ({}), ...parts }: Staged) {
  const { outer, watch } = watchTransactions(db);
  const made = composePorts(
    {
      ...parts,
      db: outer,
      transactions: db,
      origins: [origin],
      platform: { ...realPlatform, now: clock.now, wait: clock.wait, ...platform },
    },
    () => services,
  );
  const watched: Ports = { ...made.ports, transact: watch(made.ports.transact) };
  const ports: Ports = { ...watched, ...replace(watched, () => services) };
  const services: Services = createServices(ports);
  return { ports, services };
}
