import type { Kysely } from 'kysely';
import type { Services } from '../../src/services/index.ts';
import type { Ports } from '../../src/services/ports/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import { createFakeVerifier } from './fake-verifier.ts';
import { createFakeWriter, type FakeWriter } from './fake-writer.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { type Clock, createClock } from './clock.ts';
import { stageService } from './service.ts';

const origin = 'https://credentials.example';
export const addresses = createAddresses(origin);

export type LogLine = Readonly<{ level: string; message: string; facts?: unknown }>;

/** How far clock, counters and signatures have come: with the rows of the database, all that a test could have moved. */
export type Mark = Readonly<{
  time: string;
  ids: number;
  tokens: number;
  drawn: number;
  signatures: FakeWriter['signatures'];
}>;
export const beginning: Mark = { time: '2026-03-02T09:00:00.000Z', ids: 0, tokens: 0, drawn: 0, signatures: [] };

export type StagedPorts = Readonly<{
  ports: Ports;
  services: Services;
  clock: Clock;
  signing: Omit<FakeWriter, 'writer'>;
  logs: LogLine[];
  /** What the next draws give; then the numbers from 0 on. */
  draws: number[];
  /** The addresses that a stranger asks for, and those that do not answer. */
  strangers: { asked: string[]; unreachable: Set<string> };
  mark(): Mark;
}>;

/** The services on this database with counted ids, a clock that stands still and a signature that anyone could write. */
export function stagePorts(db: Kysely<Database>, from: Mark, overrides: Partial<Ports>): StagedPorts {
  const clock = createClock(from.time);
  const { writer, ...signing } = createFakeWriter(addresses);
  signing.signatures.push(...from.signatures);
  const logs: LogLine[] = [];
  const draws: number[] = [];
  const strangers = createStrangers();
  let { ids, tokens, drawn } = from;
  const staged = stageService({
    db,
    origin,
    clock,
    fetchOnce: strangers.fetchOnce,
    keyEncryptionKey: new Uint8Array(32),
    log: (level, message, facts) => void logs.push({ level, message, ...(facts && { facts }) }),
    platform: {
      newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
      newToken: (bytes) => `fake-token-${(tokens += 1)}-of-${bytes}-bytes`,
      draw: (below) => draws.shift() ?? drawn++ % below,
    },
    replace: (_, services) => ({
      writer,
      verifier: createFakeVerifier(addresses, (url) => services().publicDocuments.at(url)),
      selfCheck: async () => true,
      ...overrides,
    }),
  });
  const mark = () => ({
    time: clock.now().toISOString(),
    ids,
    tokens,
    drawn,
    signatures: [...signing.signatures],
  });
  return { ...staged, clock, signing, logs, draws, strangers, mark };
}

/** The network, on which this service alone is to be found. */
function createStrangers() {
  const asked: string[] = [];
  const unreachable = new Set<string>();
  const fetchOnce = async (url: string): Promise<Response> => {
    asked.push(url);
    if (unreachable.has(url)) throw new TypeError('fetch failed');
    if (url === addresses.context) return Response.json({ '@context': {} });
    const slug = /institutions\/([^/]+)\/did\.json$/.exec(url)?.[1];
    return Response.json({ id: slug === undefined ? url : addresses.did(slug) });
  };
  return { asked, unreachable, fetchOnce };
}
