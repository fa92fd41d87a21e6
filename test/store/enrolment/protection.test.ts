import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page, Visibility, Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createAward, createFixture, type Fixture } from '../fixture.ts';
import { everyone, others } from '../records.ts';

const ids = ({ items }: Page<Readonly<{ id: string }>>): readonly string[] => items.map(({ id }) => id);

describe.each(databases)('a person under protection, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
    await createAward(stores, fixture, 'open');
    await stores.awards.setCertificateToken('umu', fixture.award.id, 'link');
    await stores.learners.protect('umu', fixture.learner.id, true, 'Person 7');
  });
  afterAll(() => database.close());

  const everythingOf = async (visibility: Visibility) => ({
    learner: await stores.learners.find('umu', fixture.learner.id, visibility),
    registration: await stores.registrations.find('umu', fixture.registration.id, visibility),
    completion: await stores.results.find('umu', fixture.completion.id, visibility),
    award: await stores.awards.find('umu', fixture.award.id, visibility),
    locked: await createTransact(database.db)((inside) => inside.awards.lock('umu', fixture.award.id, visibility)),
  });
  const listsFor = async (visibility: Visibility) => ({
    learners: ids(await stores.learners.list('umu', { limit: 9 }, visibility)),
    registrations: ids(await stores.registrations.list('umu', fixture.offering.id, { limit: 9 }, visibility)),
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
    expect(found.learner).toStrictEqual({ ...fixture.learner, protected: true, alias: 'Person 7' });
    expect(Object.values(await listsFor(everyone)).map((list) => list.length)).toEqual([2, 2, 2, 2]);
  });

  test('has no public page: the link died, and there is none until one is turned on anew', async () => {
    expect(await stores.awards.find('umu', fixture.award.id, everyone)).not.toHaveProperty('certificateToken');
    await stores.awards.setCertificateToken('umu', fixture.award.id, 'another');
    expect((await stores.awards.findByCertificateToken('another'))?.award).toStrictEqual(fixture.award);
    await stores.awards.setCertificateToken('umu', fixture.award.id, undefined);
  });

  test('is marked at the permanent address of the award', async () => {
    expect(await stores.awards.findPublic(fixture.award.id)).toMatchObject({ isProtected: true });
  });

  test('is there again for all when protection ends, but the old link stays dead', async () => {
    await stores.learners.protect('umu', fixture.learner.id, false, undefined);
    expect(await stores.learners.find('umu', fixture.learner.id, others)).toStrictEqual(fixture.learner);
    expect(await stores.awards.findByCertificateToken('link')).toBeUndefined();
    await stores.learners.protect('umu', fixture.learner.id, true, undefined);
  });
});
