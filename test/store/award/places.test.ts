import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPlaces, placeIn } from '../../../src/services/award/places.ts';
import type { Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact, type Database } from '../../../src/store/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../../databases/databases.ts';
import { createAward, createFixture, type Fixture } from '../fixture.ts';
import { recordOf } from '../records.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

// PGlite runs one transaction after another, so only a real server can lose a race.
describeOnPostgres('places in a status list, taken by two processes at once on PostgreSQL:', () => {
  let database: FreshPostgres;
  let otherProcess: Kysely<Database>;
  let stores: Stores;
  let fixture: Fixture;
  let transacts: readonly ReturnType<typeof createTransact>[];
  const all = <T>(count: number, work: (inside: Stores, index: number) => Promise<T>) =>
    Promise.all(times(count).map((index) => transacts[index % 2]!((inside) => work(inside, index))));

  beforeAll(async () => {
    database = await freshPostgres();
    otherProcess = connect(database.url).db;
    stores = createStores(database.db);
    transacts = [createTransact(database.db), createTransact(otherProcess)];
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(async () => {
    await otherProcess.destroy();
    await database.drop();
  });

  const draw = (below: number) => Math.floor(Math.random() * below);
  const placesOf = async (newId: string) => {
    const places = await all(30, (inside, index) =>
      placeIn(inside, 'new', { newId: () => `${newId}-${index}`, draw }, drawPlaces(draw, 1)),
    );
    return new Set(places.map(({ listNumber }) => listNumber));
  };

  test("an institution's first awards open one status list", async () => {
    await stores.institutions.insert({ ...fixture.institution, id: 'new', slug: 'new' });
    expect(await placesOf('list')).toEqual(new Set([1]));
    expect(await stores.statusLists.list('new')).toHaveLength(1);
  });

  test('a full list is followed by one, not by many', async () => {
    await database.db.updateTable('status_list').set({ taken: 98_304 }).where('institution_id', '=', 'new').execute();
    expect(await placesOf('next')).toEqual(new Set([2]));
    expect(await stores.statusLists.list('new')).toHaveLength(2);
  });

  test('two awards that drew the same index: the second is told so, and takes another', async () => {
    for (const index of times(2)) await createAward(stores, fixture, `sign-${index}`);
    await sql`
      update award set state = 'revoked', revoked_at = now() where completion_id like 'sign-%'`.execute(database.db);
    const made = await all(2, async (inside, index) => {
      const status = { ...fixture.status, index: 4711 };
      const completionId = `sign-${index}-completion`;
      const awarded = {
        ...fixture.award,
        id: `same-${index}`,
        completionId,
        learnerId: `sign-${index}-learner`,
        status,
      };
      const { decision, ...recorded } = recordOf({ ...awarded, decisionId: `same-${index}` }, fixture.member.id);
      const first = await inside.awards.record('umu', [decision], [recorded]);
      if (first.length > 0) return 'first';
      const award = { ...recorded.award, status: { ...status, index: 4712 } };
      return (await inside.awards.record('umu', [decision], [{ ...recorded, award }])).length > 0 ? 'second' : 'none';
    });
    expect(made.sort()).toEqual(['first', 'second']);
  });
});
