import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusListCapacity, statusListLength } from '../../../src/domain/award/status-list.ts';
import type { Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createWorld, noon } from '../world.ts';

describe.each(databases)('status lists, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let made = 0;
  const newListId = () => `list-${(made += 1)}`;
  const publication = (text: string) => ({ text, etag: `"${text}"`, publishedAt: noon });

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    const { institution } = await createWorld(stores, 'umu');
    for (const name of ['tampere', 'ltu', 'full'])
      await stores.institutions.insert({ ...institution, id: name, slug: name });
  });
  afterAll(() => database.close());

  test('give every award an index of its own, however often the draw falls on one that is taken', async () => {
    let draws = 0;
    // Four of five draws fall on what was drawn before.
    const draw = () => Math.floor((draws += 1) / 5) * 7;
    const entries = await createTransact(database.db)(async (inside) => {
      const taken = [];
      for (let award = 0; award < 600; award += 1)
        taken.push(await inside.statusLists.allocate('tampere', newListId, draw));
      return taken;
    });
    expect(draws).toBeGreaterThan(2900);
    expect(new Set(entries.map(({ index }) => index)).size).toBe(600);
    expect(new Set(entries.map(({ listId }) => listId)).size).toBe(1);
  });

  test('ask for a number below the length of the list', async () => {
    const asked: number[] = [];
    const draw = (below: number) => {
      asked.push(below);
      return below - 1;
    };
    const entry = await stores.statusLists.allocate('ltu', newListId, draw);
    expect(asked).toEqual([statusListLength]);
    expect(entry).toStrictEqual({ listId: entry.listId, listNumber: 1, index: statusListLength - 1 });
    expect(await stores.statusLists.find('ltu', 1)).toStrictEqual({ id: entry.listId, number: 1 });
    expect(await stores.statusLists.find('ltu', 2)).toBeUndefined();
  });

  test('give up rather than draw for ever', async () => {
    await expect(stores.statusLists.allocate('ltu', newListId, () => statusListLength - 1)).rejects.toThrow(
      /No free index/,
    );
  });

  test('end at their capacity, and the next opens', async () => {
    const next = (index: number) => stores.statusLists.allocate('full', newListId, () => index);
    const first = await next(1);
    await database.db
      .updateTable('status_list')
      .set({ taken: statusListCapacity - 1 })
      .where('id', '=', first.listId)
      .execute();
    expect((await next(2)).listNumber).toBe(1);
    const second = await next(1);
    expect(second).toMatchObject({ listNumber: 2, index: 1 });
    expect((await next(2)).listId).toBe(second.listId);
    expect(await stores.statusLists.list('full')).toStrictEqual([
      { id: first.listId, number: 1 },
      { id: second.listId, number: 2 },
    ]);
  });

  test('hold two bits for an award, each set and cleared by itself', async () => {
    const a = await stores.statusLists.allocate('umu', newListId, () => 100);
    const b = await stores.statusLists.allocate('umu', newListId, () => 50);
    await stores.statusLists.set('umu', a, 'revocation', true);
    await stores.statusLists.set('umu', b, 'revocation', true);
    await stores.statusLists.set('umu', a, 'suspension', true);
    expect(await stores.statusLists.setIndexes('umu', a.listId, 'revocation')).toEqual([50, 100]);
    expect(await stores.statusLists.setIndexes('umu', a.listId, 'suspension')).toEqual([100]);
    await stores.statusLists.set('umu', a, 'suspension', false);
    expect(await stores.statusLists.setIndexes('umu', a.listId, 'suspension')).toEqual([]);
  });

  test('know whether what is published is out of date', async () => {
    const entry = await stores.statusLists.allocate('umu', newListId, () => 200);
    const read = () => stores.statusLists.publication('umu', entry.listId, 'suspension');
    const isDirty = async () => (await read())?.isDirty;
    await stores.statusLists.beginPublication('umu', entry.listId, 'suspension');
    await stores.statusLists.publish('umu', entry.listId, 'suspension', publication('first'));
    expect(await read()).toStrictEqual({ ...publication('first'), isDirty: false });

    await stores.statusLists.set('umu', entry, 'suspension', true);
    expect(await isDirty()).toBe(true);
    await stores.statusLists.beginPublication('umu', entry.listId, 'suspension');
    expect(await isDirty()).toBe(false);
    await stores.statusLists.set('umu', entry, 'suspension', false);
    await stores.statusLists.publish('umu', entry.listId, 'suspension', publication('second'));
    expect(await read(), 'set while the second was made').toStrictEqual({ ...publication('second'), isDirty: true });
  });

  test('refuse to set a bit that belongs to no award: a revocation is never lost without a word', async () => {
    const entry = await stores.statusLists.allocate('umu', newListId, () => 300);
    await expect(stores.statusLists.set('umu', { ...entry, index: 301 }, 'revocation', true)).rejects.toThrow(
      /no entry/,
    );
  });

  test('have no publication before the first', async () => {
    const entry = await stores.statusLists.allocate('ltu', newListId, () => 9);
    expect(await stores.statusLists.publication('ltu', entry.listId, 'revocation')).toBeUndefined();
    await stores.statusLists.set('ltu', entry, 'revocation', true);
    expect(await stores.statusLists.publication('ltu', entry.listId, 'revocation')).toBeUndefined();
  });
});
