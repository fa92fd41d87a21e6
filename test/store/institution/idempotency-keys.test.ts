import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';

const hour = 3_600_000;
const start = Date.parse('2026-03-01T12:00:00Z');
const reply = (requestDigest: string) => ({ requestDigest, body: '{"id":"1"}' });

describe.each(databases)('an idempotency key, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;
  /** Claims at this hour; keys are remembered for 24. */
  const claim = (key: string, digest: string, hours: number, inside = stores) =>
    inside.idempotency.claim('umu', key, digest, new Date(start + hours * hour), new Date(start + (hours - 24) * hour));

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('is new once, and then gives the reply that was remembered', async () => {
    expect(await claim('a', 'request', 0)).toBeUndefined();
    await stores.idempotency.remember('umu', 'a', reply('request'), []);
    expect(await claim('a', 'request', 23)).toStrictEqual(reply('request'));
    expect(await claim('a', 'another request', 24), 'and says for which request').toStrictEqual(reply('request'));
  });

  test('is new again after its time, with nothing of the old reply', async () => {
    await claim('b', 'old', 0);
    await stores.idempotency.remember('umu', 'b', reply('old'), []);
    expect(await claim('b', 'new', 25)).toBeUndefined();
    await stores.idempotency.remember('umu', 'b', reply('new'), []);
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

  const hoursOf = async (key: string) => {
    const asked = database.db.selectFrom('idempotency_key').select('at').where('key_digest', '=', key);
    const found = await asked.executeTakeFirst();
    return found && (found.at.getTime() - start) / hour;
  };

  test('from the future, by a clock that has been set back, is repeated, and no longer than others', async () => {
    await claim('future', 'request', 1000);
    await stores.idempotency.remember('umu', 'future', reply('request'), []);
    expect(await claim('future', 'request', 1)).toStrictEqual(reply('request'));
    expect(await hoursOf('future')).toBe(1);
    expect(await claim('future', 'request', 26)).toBeUndefined();
  });

  test('from the future, that nobody repeats, is kept no longer than others', async () => {
    await claim('forgotten', 'request', 1000);
    await stores.idempotency.remember('umu', 'forgotten', reply('request'), []);
    await claim('passing', 'request', 2);
    expect(await hoursOf('forgotten')).toBe(2);
  });

  test.each(['learner', 'registration', 'completion'] as const)(
    'is forgotten with its %s, and no other',
    async (about) => {
      const other = 'somebody else';
      for (const [key, subject] of [
        ['theirs', fixture[about].id],
        ['another', other],
      ] as const) {
        await claim(key, 'request', 0);
        await stores.idempotency.remember('umu', key, reply('request'), ['first', subject]);
      }
      expect(await stores.idempotency.forget('umu', fixture.learner.id)).toBe(1);
      expect(await claim('another', 'request', 1)).toStrictEqual(reply('request'));
      expect(await claim('theirs', 'request', 1)).toBeUndefined();
    },
  );

  test('does not keep a reply past its time: later claims sweep it away', async () => {
    await claim('swept', 'request', 0);
    await stores.idempotency.remember('umu', 'swept', reply('request'), []);
    await claim('sweeping', 'request', 100);
    const left = await database.db.selectFrom('idempotency_key').select('key_digest').execute();
    expect(left).toEqual([{ key_digest: 'sweeping' }]);
  });
});
