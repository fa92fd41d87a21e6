import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page, Visibility, Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createAward, createWorld, type World } from '../world.ts';
import { everyone, others } from '../records.ts';

const ids = ({ items }: Page<Readonly<{ id: string }>>): readonly string[] => items.map(({ id }) => id);

describe.each(databases)('a person under protection, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let world: World;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    world = await createWorld(stores, 'umu');
    await createAward(stores, world, 'open');
    await stores.awards.setCertificateToken('umu', world.award.id, 'link');
    await stores.learners.protect('umu', world.learner.id, true, 'Person 7');
  });
  afterAll(() => database.close());

  const everythingOf = async (visibility: Visibility) => ({
    learner: await stores.learners.find('umu', world.learner.id, visibility),
    registration: await stores.registrations.find('umu', world.registration.id, visibility),
    completion: await stores.results.find('umu', world.completion.id, visibility),
    award: await stores.awards.find('umu', world.award.id, visibility),
    locked: await createTransact(database.db)((inside) => inside.awards.lock('umu', world.award.id, visibility)),
  });
  const listsFor = async (visibility: Visibility) => ({
    learners: ids(await stores.learners.list('umu', { limit: 9 }, visibility)),
    registrations: ids(await stores.registrations.list('umu', world.offering.id, { limit: 9 }, visibility)),
    results: ids(await stores.results.list('umu', { limit: 9 }, visibility)),
    awards: (await stores.awards.list('umu', { limit: 9 }, visibility)).items.map(({ award }) => award.id),
  });

  test('is not there, nor is anything of theirs, for whoever may not see them', async () => {
    expect(Object.values(await everythingOf(others)).every((found) => found === undefined)).toBe(true);
    expect(await listsFor(others)).toEqual({
      learners: ['open-learner'],
      registrations: ['open-registration'],
      results: ['open-completion'],
      awards: ['open-award'],
    });
  });

  test('leaves no gap in the pages of others', async () => {
    const { items, next } = await stores.learners.list('umu', { limit: 1 }, others);
    expect([items.length, next]).toEqual([1, undefined]);
  });

  test('is there, with an alias, for whoever may', async () => {
    const found = await everythingOf(everyone);
    expect(Object.values(found).every((thing) => thing !== undefined)).toBe(true);
    expect(found.learner).toStrictEqual({ ...world.learner, protected: true, alias: 'Person 7' });
    expect(Object.values(await listsFor(everyone)).map((list) => list.length)).toEqual([2, 2, 2, 2]);
  });

  test('has no public page: the link died, and there is none until one is turned on anew', async () => {
    expect(await stores.awards.find('umu', world.award.id, everyone)).not.toHaveProperty('certificateToken');
    await stores.awards.setCertificateToken('umu', world.award.id, 'another');
    expect((await stores.awards.findByCertificateToken('another'))?.award).toStrictEqual(world.award);
    await stores.awards.setCertificateToken('umu', world.award.id, undefined);
  });

  test('is marked at the permanent address of the award', async () => {
    expect(await stores.awards.findPublic(world.award.id)).toMatchObject({ isProtected: true });
  });

  test('is there again for all when protection ends, but the old link stays dead', async () => {
    await stores.learners.protect('umu', world.learner.id, false, undefined);
    expect(await stores.learners.find('umu', world.learner.id, others)).toStrictEqual(world.learner);
    expect(await stores.awards.findByCertificateToken('link')).toBeUndefined();
    await stores.learners.protect('umu', world.learner.id, true, undefined);
  });
});
