import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusListCapacity, statusListLength } from '../../../src/domain/award/status-list.ts';
import type { Stores } from '../../../src/services/ports/index.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createAward, createFixture, type Fixture } from '../fixture.ts';
import { noon } from '../records.ts';
import { takePlace } from './places.ts';

describe.each(databases)('status lists, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;
  let made = 0;
  const newListId = () => `list-${(made += 1)}`;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
    const { institution } = fixture;
    for (const name of ['tampere', 'ltu', 'full'])
      await stores.institutions.insert({ ...institution, id: name, slug: name });
  });
  afterAll(() => database.close());

  const take = (institutionId: string, draw: (below: number) => number) =>
    takePlace(database.db, stores, institutionId, { newId: newListId, draw });

  test('give every award an index of its own, however often the draw falls on one that is taken', async () => {
    let draws = 0;
    // Of forty, eight are drawn for the first time, at most.
    const draw = () => Math.floor((draws += 1) / 5) * 7;
    const entries = [];
    for (let award = 0; award < 200; award += 1) entries.push(await take('tampere', draw));
    expect(new Set(entries.map(({ index }) => index)).size).toBe(200);
    expect(new Set(entries.map(({ listId }) => listId)).size).toBe(1);
  });

  test('ask for numbers below the length of the list, and as many as are wanted are free', async () => {
    const asked = new Set<number>();
    const draw = (below: number) => {
      asked.add(below);
      return below - 1;
    };
    const entry = await take('ltu', draw);
    expect([...asked]).toEqual([statusListLength]);
    const { listId } = entry;
    expect(entry).toStrictEqual({ listId, listNumber: 1, index: statusListLength - 1, isPublished: false });
    const at = (slug: string, number: number) => stores.statusLists.publicationAt(slug, number, 'revocation');
    const list = { id: listId, number: 1 };
    expect(await at('ltu', 1)).toStrictEqual({ institution: { id: 'ltu', slug: 'ltu' }, list });
    expect(await at('ltu', 2)).toBeUndefined();
    expect(await at('nowhere', 1)).toBeUndefined();
    const drawn = [statusListLength - 1, 5, 6, 7];
    expect((await stores.statusLists.place('ltu', { drawn, wanted: 2 }))?.free).toEqual([5, 6]);
    expect((await stores.statusLists.place('ltu', { drawn, wanted: 9 }))?.free).toEqual([5, 6, 7]);
  });

  test('give up rather than draw for ever', async () => {
    await expect(take('ltu', () => statusListLength - 1)).rejects.toThrow(/No free index/);
  });

  test('end at their capacity, and the next opens', async () => {
    const next = (index: number) => take('full', () => index);
    const first = await next(1);
    await database.db
      .updateTable('status_list')
      .set({ taken: statusListCapacity })
      .where('id', '=', first.listId)
      .execute();
    const second = await next(1);
    expect(second).toMatchObject({ listNumber: 2, index: 1 });
    expect((await next(2)).listId).toBe(second.listId);
    await stores.statusLists.open('full', 'another');
    expect(await stores.statusLists.list('full'), 'one with room is open already').toStrictEqual([
      { id: first.listId, number: 1 },
      { id: second.listId, number: 2 },
    ]);
  });

  test('are counted by a sample of their indexes, each of which stands for 64', async () => {
    const taken = async () => {
      const { rows } = await sql<{ taken: number }>`
        select taken from status_list where institution_id = 'umu' order by number desc limit 1`.execute(database.db);
      return rows[0]?.taken;
    };
    const counts = [];
    for (const index of [65, 64, 127, 6400]) {
      await createAward(stores, fixture, `at-${index}`, noon, index);
      counts.push(await taken());
    }
    expect(counts).toEqual([0, 64, 64, 128]);
  });

  test('hold two bits for an award, each set and cleared by itself', async () => {
    const a = await take('umu', () => 100);
    const b = await take('umu', () => 50);
    await stores.statusLists.set('umu', a, 'revocation', true);
    await stores.statusLists.set('umu', b, 'revocation', true);
    await stores.statusLists.set('umu', a, 'suspension', true);
    expect(await stores.statusLists.setIndexes('umu', { listId: a.listId, purpose: 'revocation' })).toEqual([50, 100]);
    expect(await stores.statusLists.setIndexes('umu', { listId: a.listId, purpose: 'suspension' })).toEqual([100]);
    await stores.statusLists.set('umu', a, 'suspension', false);
    expect(await stores.statusLists.setIndexes('umu', { listId: a.listId, purpose: 'suspension' })).toEqual([]);
  });

  describe('are published under a lease,', () => {
    const leaseOf = (token: string) => ({ token, forMs: 3_600_000, keyId: 'umu-key', created: noon, salts: [] });
    const publication = (text: string, published: number) => ({ text, etag: text, publishedAt: noon, published });
    const purpose = 'suspension';
    const listOf = async (index: number) => {
      const entry = await take('umu', () => index);
      return { entry, list: { listId: entry.listId, purpose } as const };
    };
    const { lease, publish } = {
      lease: (...asked: Parameters<Stores['statusLists']['lease']>) => stores.statusLists.lease(...asked),
      publish: (...asked: Parameters<Stores['statusLists']['publish']>) => stores.statusLists.publish(...asked),
    };

    test('by one at a time, and by nobody who saw another than stands', async () => {
      const { list } = await listOf(200);
      expect(await lease('umu', list, leaseOf('one'), undefined)).toBeTypeOf('number');
      expect(await lease('umu', list, leaseOf('two'), undefined)).toBeUndefined();
      expect(await publish('umu', list, 'two', publication('theirs', 0))).toBe(false);
      expect(await publish('umu', list, 'one', publication('first', 0))).toBe(true);
      expect(await publish('umu', list, 'one', publication('late', 0)), 'the lease is over').toBe(false);
      expect(await lease('umu', list, leaseOf('two'), undefined), 'it was not seen').toBeUndefined();
      expect(await lease('umu', list, leaseOf('two'), 'first')).toBeTypeOf('number');
      await stores.statusLists.release('umu', list, 'two');
      expect(await stores.statusLists.publication('umu', list)).toMatchObject({ text: 'first' });
    });

    test('by another when the lease has run out by the clock of the database', async () => {
      const { list } = await listOf(201);
      await lease('umu', list, leaseOf('stopped'), 'first');
      await database.db
        .updateTable('status_publication')
        .set({ lease_until: sql<Date>`clock_timestamp()` })
        .where('lease_token', '=', 'stopped')
        .execute();
      expect(await lease('umu', list, leaseOf('next'), 'first')).toBeTypeOf('number');
      expect(await publish('umu', list, 'stopped', publication('late', 0))).toBe(false);
      expect(await publish('umu', list, 'next', publication('second', 0))).toBe(true);
    });

    test('and say which changes they have: what is set meanwhile is not lost', async () => {
      const { entry, list } = await listOf(202);
      const behind = async () => {
        const { changes = 0, published = 0 } = (await stores.statusLists.publication('umu', list)) ?? {};
        return changes - published;
      };
      await stores.statusLists.set('umu', entry, purpose, true);
      const changes = (await lease('umu', list, leaseOf('mine'), 'second')) ?? 0;
      await stores.statusLists.set('umu', entry, purpose, false);
      await publish('umu', list, 'mine', publication('third', changes));
      expect(await behind()).toBe(1);
      await publish('umu', list, 'mine', publication('late', changes + 1));
      expect(await behind(), 'without a lease nothing is published').toBe(1);
    });

    test('and say since when a change is in none of them', async () => {
      const { entry, list } = await listOf(206);
      const etag = (await stores.statusLists.publication('umu', list))?.etag;
      const waits = async () => (await stores.statusLists.ages()).suspension?.unpublished;
      const changedAt = async () => {
        const row = await database.db
          .selectFrom('status_publication')
          .select('changed_at')
          .where('list_id', '=', list.listId)
          .where('purpose', '=', purpose)
          .executeTakeFirst();
        return row?.changed_at?.getTime();
      };
      const sign = async (token: string, published: number, before = etag) => {
        expect(await lease('umu', list, leaseOf(token), before)).toBeTypeOf('number');
        expect(await publish('umu', list, token, publication(token, published))).toBe(true);
      };
      const { changes = 0 } = (await stores.statusLists.publication('umu', list)) ?? {};
      await sign('all', changes);
      expect([await changedAt(), await waits()]).toEqual([undefined, undefined]);
      await stores.statusLists.set('umu', entry, purpose, true);
      const first = await changedAt();
      await stores.statusLists.set('umu', entry, purpose, false);
      expect(await changedAt(), 'the oldest counts').toBe(first);
      expect(await waits()).toBeGreaterThanOrEqual(0);
      // The second change came while the first was signed.
      await sign('one', changes + 1, 'all');
      expect(await changedAt()).toBeGreaterThanOrEqual(first ?? Infinity);
      await sign('both', changes + 2, 'one');
      expect(await waits()).toBeUndefined();
      expect((await stores.statusLists.ages()).suspension?.published).toBeGreaterThan(0);
    });

    test('and an award is told whether its list is out for both purposes', async () => {
      expect((await listOf(203)).entry.isPublished).toBe(false);
      const list = { listId: (await listOf(204)).entry.listId, purpose: 'revocation' } as const;
      await lease('umu', list, leaseOf('other'), undefined);
      expect(await publish('umu', list, 'other', publication('out', 0))).toBe(true);
      expect((await listOf(205)).entry.isPublished).toBe(true);
    });
  });

  test('refuse to set a bit that belongs to no award: a revocation is never lost without a word', async () => {
    const entry = await take('umu', () => 300);
    await expect(stores.statusLists.set('umu', { ...entry, index: 301 }, 'revocation', true)).rejects.toThrow(
      /no entry/,
    );
  });

  test('have no publication before the first', async () => {
    const entry = await take('ltu', () => 9);
    expect(
      await stores.statusLists.publication('ltu', { listId: entry.listId, purpose: 'revocation' }),
    ).toBeUndefined();
    await stores.statusLists.set('ltu', entry, 'revocation', true);
    expect(
      await stores.statusLists.publication('ltu', { listId: entry.listId, purpose: 'revocation' }),
    ).toBeUndefined();
  });
});
