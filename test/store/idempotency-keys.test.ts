import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../../src/services/ports.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import { createWorld } from './world.ts';

const hour = 3_600_000;
const start = Date.parse('2026-03-01T12:00:00Z');
const reply = (requestDigest: string) => ({ requestDigest, status: 201, body: '{"id":"1"}' });

describe.each(databases)('an idempotency key, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  /** Claims at this hour; keys are remembered for 24. */
  const claim = (key: string, digest: string, hours: number, inside = stores) =>
    inside.idempotency.claim('umu', key, digest, new Date(start + hours * hour), new Date(start + (hours - 24) * hour));

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    await createWorld(stores, 'umu');
  });
  afterAll(() => database.close());

  test('is new once, and then gives the reply that was remembered', async () => {
    expect(await claim('a', 'request', 0)).toBeUndefined();
    await stores.idempotency.remember('umu', 'a', reply('request'));
    expect(await claim('a', 'request', 23)).toStrictEqual(reply('request'));
    expect(await claim('a', 'another request', 24), 'and says for which request').toStrictEqual(reply('request'));
  });

  test('is new again after its time, with nothing of the old reply', async () => {
    await claim('b', 'old', 0);
    await stores.idempotency.remember('umu', 'b', reply('old'));
    expect(await claim('b', 'new', 25)).toBeUndefined();
    await stores.idempotency.remember('umu', 'b', reply('new'));
    expect(await claim('b', 'new', 26)).toStrictEqual(reply('new'));
  });

  test('is as if never claimed where the transaction was undone', async () => {
    const failing = createTransact(database.db)(async (inside) => {
      await claim('c', 'request', 0, inside);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await claim('c', 'request', 0)).toBeUndefined();
  });

  test('that was claimed without a reply has none to give', async () => {
    await claim('d', 'request', 0);
    expect(await claim('d', 'request', 1)).toBeUndefined();
  });

  test('does not keep a reply past its time: later claims sweep it away', async () => {
    await claim('swept', 'request', 0);
    await stores.idempotency.remember('umu', 'swept', reply('request'));
    await claim('sweeping', 'request', 100);
    const left = await database.db.selectFrom('idempotency_key').select('key_digest').execute();
    expect(left).toEqual([{ key_digest: 'sweeping' }]);
  });
});
