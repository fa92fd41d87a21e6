import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stores } from '../../src/services/ports/index.ts';
import { createStores, createTransact, type Database } from '../../src/store/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { appendTo, createAward, createFixture, type Fixture } from './fixture.ts';
import { noon } from './records.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
/** A gate that the test opens, and a wait that is long enough for another transaction to run into a lock. */
function fetcher() {
  let resolve = () => {};
  const promise = new Promise<void>((open) => (resolve = open));
  return { promise, resolve: () => resolve() };
}
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 150));

// PGlite runs one transaction after another, so only a real server can lose a race.
describeOnPostgres('two processes at once, on PostgreSQL:', () => {
  let database: FreshPostgres;
  let otherProcess: Kysely<Database>;
  let stores: Stores;
  let fixture: Fixture;
  let transacts: readonly ReturnType<typeof createTransact>[];
  const here = <T>(work: (inside: Stores) => Promise<T>) => transacts[0]!(work);
  const there = <T>(work: (inside: Stores) => Promise<T>) => transacts[1]!(work);
  /** Half of them in this process and half in the other. */
  const all = <T>(count: number, work: (inside: Stores, index: number) => Promise<T>) =>
    Promise.allSettled(times(count).map((index) => transacts[index % 2]!((inside) => work(inside, index))));

  beforeAll(async () => {
    database = await freshPostgres();
    otherProcess = connect(database.url).db;
    stores = createStores(database.db);
    transacts = [createTransact(database.db), createTransact(otherProcess)];
    fixture = await createFixture(stores, 'umu');
    await stores.institutions.insert({ ...fixture.institution, id: 'new', slug: 'new' });
  });
  afterAll(async () => {
    await otherProcess.destroy();
    await database.drop();
  });

  test('fifty results for one registration: one is recorded, the others are told so', async () => {
    const learner = { ...fixture.learner, id: 'raced' };
    await stores.learners.insert(learner);
    await stores.registrations.insert({ ...fixture.registration, id: 'raced', learnerId: 'raced' });
    const results = await all(50, (inside, index) =>
      inside.results.insert({ ...fixture.completion, id: `raced-${index}`, registrationId: 'raced' }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(['already-completed']));
  });

  test('fifty corrections of one result: one is recorded, the others are told so', async () => {
    const learner = { ...fixture.learner, id: 'mended' };
    await stores.learners.insert(learner);
    await stores.registrations.insert({ ...fixture.registration, id: 'mended', learnerId: 'mended' });
    const first = { ...fixture.completion, id: 'mended', registrationId: 'mended' };
    await stores.results.insert(first);
    const results = await all(50, (inside, index) =>
      inside.results.insert({ ...first, id: `mended-${index}`, corrects: first.id }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(['already-corrected']));
    const kept = await stores.results.ofRegistration('umu', 'mended');
    expect(kept.map(({ corrects }) => corrects)).toEqual([undefined, first.id]);
  });

  test('no document is claimed twice', async () => {
    for (const index of times(6)) await createAward(stores, fixture, `sign-${index}`);
    const together = fetcher();
    const claimed = await all(10, async (inside, index) => {
      const mine = await inside.documents.claimNext([]);
      if (index === 9) setTimeout(together.resolve, 150);
      await together.promise;
      return mine?.awardId;
    });
    const ids = claimed.flatMap((result) =>
      result.status === 'fulfilled' && result.value !== undefined ? [result.value] : [],
    );
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  test('who asks for a document that another has in hand gets none, and does not wait', async () => {
    const document = { ...fixture.document, awardId: 'sign-0-award' };
    await here(async (inside) => {
      expect(await inside.documents.claim('umu', document)).toBeDefined();
      expect(await there((other) => other.documents.claim('umu', document))).toBeUndefined();
    });
  });

  const claim = (inside: Stores, key: string) => inside.idempotency.claim('umu', key, 'request', noon, new Date(0));
  const reply = { requestDigest: 'request', body: '"done"' };

  test('the second with an idempotency key waits for the first, and gets its reply', async () => {
    const finish = fetcher();
    const order: string[] = [];
    const first = here(async (inside) => {
      await claim(inside, 'waited');
      await finish.promise;
      await inside.idempotency.remember('umu', 'waited', reply, []);
      order.push('first');
    });
    await aWhile();
    const second = there(async (inside) => {
      const earlier = await claim(inside, 'waited');
      order.push('second');
      return earlier;
    });
    await aWhile();
    finish.resolve();
    await first;
    expect(await second).toEqual(reply);
    expect(order).toEqual(['first', 'second']);
  });

  test('where the first is undone the second goes on as new', async () => {
    const finish = fetcher();
    const first = here(async (inside) => {
      await claim(inside, 'undone');
      await finish.promise;
      throw new Error('undone');
    });
    const failed = expect(first).rejects.toThrow('undone');
    await aWhile();
    const second = there((inside) => claim(inside, 'undone'));
    await aWhile();
    finish.resolve();
    await failed;
    expect(await second).toBeUndefined();
  });

  test('of forty with one key, one does the work', async () => {
    let draftView = 0;
    await all(40, async (inside) => {
      if (await claim(inside, 'stampede')) return;
      draftView += 1;
      await inside.idempotency.remember('umu', 'stampede', reply, []);
    });
    expect(draftView).toBe(1);
  });

  test('forty links make one chain, without gap or fork', async () => {
    const { sequence: before } = await stores.audit.head('new');
    const results = await all(40, async (inside, index) => {
      await appendTo(inside, 'new', `actor-${index}`);
    });
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    const events = await stores.audit.list('new', before);
    expect(events.map(({ sequence }) => sequence)).toEqual(times(40).map((index) => before + index + 1));
    expect(events.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      events.slice(0, -1).map((event) => event.hash),
    );
  });

  test('a bit that is set while the list is being leased is not lost', async () => {
    const list = { listId: fixture.status.listId, purpose: 'revocation' } as const;
    const finish = fetcher();
    const leasing = here(async (inside) => {
      const changes = await inside.statusLists.lease('umu', list, fixture.lease, undefined);
      const set = await inside.statusLists.setIndexes('umu', list);
      await finish.promise;
      return { changes, set };
    });
    await aWhile();
    const revoking = there((inside) => inside.statusLists.set('umu', fixture.status, 'revocation', true));
    await aWhile();
    finish.resolve();
    const [{ changes = 0, set }] = await Promise.all([leasing, revoking]);
    expect(set).toEqual([]);
    await stores.statusLists.publish('umu', list, fixture.lease.token, {
      text: '',
      etag: 'e',
      publishedAt: noon,
      published: changes,
    });
    expect(await stores.statusLists.publication('umu', list)).toMatchObject({ published: 0, changes: 1 });
  });

  test('who waits too long for a lock gives way and is told so, and the rest goes on', async () => {
    const impatient = createTransact(otherProcess, { lockInMs: 100, statementInMs: 60_000 });
    const slow = createTransact(otherProcess, { lockInMs: 60_000, statementInMs: 100 });
    await here(async (inside) => {
      await appendTo(inside, 'umu');
      for (const transact of [impatient, slow])
        await expect(transact((other) => appendTo(other, 'umu'))).rejects.toMatchObject({ code: 'busy' });
      expect(await createStores(otherProcess).audit.head('umu')).toBeDefined();
    });
    await impatient((other) => appendTo(other, 'umu'));
  });

  test('of two that wait for each other one gives way and is told so', async () => {
    const [one, two] = [fetcher(), fetcher()];
    const cross = (name: string, mine: string, other: string, ready: ReturnType<typeof fetcher>, wait: Promise<void>) =>
      (name === 'here' ? here : there)(async (inside) => {
        await appendTo(inside, mine);
        ready.resolve();
        await wait;
        await appendTo(inside, other);
      });
    const results = await Promise.allSettled([
      cross('here', 'umu', 'new', one, two.promise),
      cross('there', 'new', 'umu', two, one.promise),
    ]);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(refusals).toEqual(['busy']);
  });

  test('two that keep a setting agree on one', async () => {
    const kept = await Promise.all(
      times(20).map((index) =>
        createStores(index % 2 ? database.db : otherProcess).settings.keep('salt', String(index)),
      ),
    );
    expect(new Set(kept).size).toBe(1);
  });
});
