import { AsyncLocalStorage } from 'node:async_hooks';
import type { Stores } from '../../src/services/ports/index.ts';
import { createAwards, createCredentials, createSigningKeys, createStatusLists } from './award-stores.ts';
import { createInstitutions, createMicrocredentials, createOfferings, createStaff } from './catalogue-stores.ts';
import { createCompletions, createLearners, createRegistrations } from './people-stores.ts';
import { createAuditLog, createDecisions, createIdempotencyKeys, createSettings } from './record-stores.ts';
import { copyTables, emptyTables, type Tables } from './tables.ts';

const createStores = (tables: () => Tables): Stores => ({
  institutions: createInstitutions(tables),
  staff: createStaff(tables),
  microcredentials: createMicrocredentials(tables),
  offerings: createOfferings(tables),
  learners: createLearners(tables),
  registrations: createRegistrations(tables),
  completions: createCompletions(tables),
  awards: createAwards(tables),
  credentials: createCredentials(tables),
  signingKeys: createSigningKeys(tables),
  statusLists: createStatusLists(tables),
  decisions: createDecisions(tables),
  audit: createAuditLog(tables),
  idempotency: createIdempotencyKeys(tables),
  settings: createSettings(tables),
});

type Work = (...input: unknown[]) => Promise<unknown>;

/** The same stores with something around each question. */
function around(stores: Stores, wrap: (store: keyof Stores, method: string, work: Work) => Work): Stores {
  const wrapped = Object.entries(stores).map(([store, methods]) => [
    store,
    Object.fromEntries(
      Object.entries(methods as unknown as Record<string, Work>).map(([name, work]) => [
        name,
        wrap(store as keyof Stores, name, work),
      ]),
    ),
  ]);
  return Object.fromEntries(wrapped) as Stores;
}

/** All that may be asked outside a transaction: a change belongs in one, with its audit event. */
const readings: readonly string[] = [
  'find',
  'head',
  'findById',
  'findBySource',
  'findPublic',
  'findActor',
  'findUnit',
  'findVersion',
  'findSigned',
  'findByCertificateToken',
  'get',
  'list',
  'units',
  'versions',
  'catalogue',
  'upcoming',
  'certificateToken',
  'statusOf',
  'publication',
  'setIndexes',
  'current',
];

type Transact = <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;

export type Memory = Readonly<{
  stores: Stores;
  transact: Transact;
  /** What is committed, to look at and, where a test plays a burglar, to tamper with. */
  tables(): Tables;
}>;

/**
 * A database in memory that behaves like the embedded one where services could go wrong: one transaction at a time,
 * undone where it throws, dead after a refusal; what it changes is seen by others only when it is through. It is an
 * error to change anything outside a transaction, and to ask the outer stores inside one: PGlite would wait for ever.
 */
export function createMemory(): Memory {
  let committed = emptyTables();
  let last: Promise<unknown> = Promise.resolve();
  const running = new AsyncLocalStorage<true>();

  async function run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const mine = copyTables(committed);
    let state: 'open' | 'refused' | 'over' = 'open';
    const stores = around(
      createStores(() => mine),
      (store, method, ask) =>
        async (...input) => {
          if (state !== 'open') throw new Error(`${store}.${method}: the transaction is ${state}`);
          try {
            return await ask(...input);
          } catch (error) {
            // As in PostgreSQL: after a refusal of the database nothing more is answered in this transaction. A result
            // that stands already is no such refusal: the store asks first.
            if (`${store}.${method}` !== 'completions.insert') state = 'refused';
            throw error;
          }
        },
    );
    try {
      const result = await work(stores);
      if (state !== 'open') throw new Error('the transaction was refused and cannot be committed');
      committed = mine;
      return result;
    } finally {
      state = 'over';
    }
  }

  const transact: Transact = (work) => {
    if (running.getStore()) return Promise.reject(new Error('a transaction in a transaction'));
    const result = last.then(() => running.run(true, () => run(work)));
    last = result.catch(() => undefined);
    return result;
  };

  const stores = around(
    createStores(() => committed),
    (store, method, ask) =>
      async (...input) => {
        if (running.getStore()) throw new Error(`${store}.${method} was asked outside the transaction that is running`);
        if (!readings.includes(method)) throw new Error(`${store}.${method} needs a transaction`);
        return ask(...input);
      },
  );
  return { stores, transact, tables: () => committed };
}
