import { createAddresses } from '../../src/domain/shared/addresses.ts';
import { createServices, type Services } from '../../src/services/index.ts';
import type { Ports } from '../../src/services/ports/index.ts';
import { createMemory, type Memory } from './stores.ts';
import { createFakeVerifier } from './verifier.ts';
import { canonicalJson, createFakeWriter, type FakeWriter, sha256 } from './writer.ts';

/** A clock that stands still until it is told to move; to wait is to let it run. */
export function createClock(start = '2026-03-02T09:00:00.000Z') {
  let time = Date.parse(start);
  const waits: number[] = [];
  return {
    now: () => new Date(time),
    wait: async (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      const end = time + milliseconds;
      await Promise.resolve();
      time = Math.max(time, end);
    },
    /** How long the services waited, each time. */
    waits,
    set: (moment: string): void => void (time = Date.parse(moment)),
    advance: (milliseconds: number): void => void (time += milliseconds),
  };
}
export type Clock = ReturnType<typeof createClock>;
export type LogLine = Readonly<{ level: string; message: string; facts?: unknown }>;

export type FakeWorld = Readonly<{
  ports: Ports;
  services: Services;
  memory: Memory;
  clock: Clock;
  signing: Omit<FakeWriter, 'writer'>;
  logs: LogLine[];
  /** What the next draws give; then the numbers from 0 on. */
  draws: number[];
  /** The addresses that a stranger asks for, and those that do not answer. */
  strangers: { asked: string[]; unreachable: Set<string> };
  /** Everything that is committed, as text: equal before and after where nothing changed. */
  snapshot(): string;
}>;

/** Every port in memory: counted ids, a clock that stands still, a signature that anyone could write. */
export function fakePorts(overrides: Partial<Ports> = {}): FakeWorld {
  const memory = createMemory();
  const clock = createClock();
  const addresses = createAddresses('https://credentials.example');
  const { writer, ...signing } = createFakeWriter(addresses);
  const logs: LogLine[] = [];
  const draws: number[] = [];
  const strangers = { asked: [] as string[], unreachable: new Set<string>() };
  let ids = 0;
  let tokens = 0;
  let drawn = 0;
  const ports: Ports = {
    stores: memory.stores,
    transact: (_, work) => memory.transact(work),
    readFor: (_, work) => work(),
    addresses,
    writer,
    // The verifier reads our own documents through the services, which are made after it.
    verifier: createFakeVerifier(addresses, (url) => services.publicDocuments.at(url)),
    now: clock.now,
    wait: clock.wait,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    newToken: (bytes) => `fake-token-${(tokens += 1)}-of-${bytes}-bytes`,
    draw: (below) => draws.shift() ?? drawn++ % below,
    sha256: async (text) => sha256(text),
    canonicalJson,
    strangerReads: async (url) => {
      strangers.asked.push(url);
      if (strangers.unreachable.has(url)) return undefined;
      if (url === addresses.context) return { '@context': {} };
      const slug = /institutions\/([^/]+)\/did\.json$/.exec(url)?.[1];
      return { id: slug === undefined ? url : addresses.did(slug) };
    },
    selfCheck: async () => true,
    log: (level, message, facts) => void logs.push({ level, message, ...(facts && { facts }) }),
    ...overrides,
  };
  const services: Services = createServices(ports);
  const snapshot = () =>
    JSON.stringify(
      Object.entries(memory.tables()).map(([name, rows]) => [name, [...(rows as Map<string, unknown>)].sort()]),
    );
  return { ports, services, memory, clock, signing, logs, draws, strangers, snapshot };
}
