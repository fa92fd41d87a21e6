import { present } from '../../../src/domain/shared/present.ts';
import type { MicrocredentialState } from '../../../src/domain/catalogue/microcredential.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft, Microcredential } from '../../../src/domain/catalogue/microcredential.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { linkedData, at, noon } from '../records.ts';
import { completeContent } from '../../samples/content.ts';
import { createFixture, type Fixture } from '../fixture.ts';

/** Deep equality that tells an absent member from an undefined one. */
const same = (found: unknown, written: unknown) => expect(found).toStrictEqual(written);

describe.each(databases)('what is written is read back the same, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: ReturnType<typeof createStores>;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('micro-credentials with and without a draft', async () => {
    const draft: Draft = { content: {}, state: 'draft', revision: 1, editors: [fixture.member.id], updatedAt: noon };
    const first: Microcredential = { id: 'm1', institutionId: 'umu', slug: 'm1', createdAt: noon, draft };
    await stores.microcredentials.insert(first);
    same(await stores.microcredentials.find('umu', 'm1'), first);

    const fuller: Microcredential = {
      ...first,
      ownerUnitId: fixture.unit.id,
      reviewBy: '2027-01-31',
      draft: {
        ...draft,
        content: completeContent,
        state: 'in-review',
        revision: 2,
        editors: [],
        returnedNote: 'Skriv mer.',
      },
    };
    await stores.microcredentials.update(fuller);
    same(await stores.microcredentials.findById('umu', 'm1'), fuller);

    const { draft: _, ...withdrawn } = { ...first, withdrawnAt: noon };
    await stores.microcredentials.update(withdrawn);
    same(await createTransact(database.db)((inside) => inside.microcredentials.lock('umu', 'm1')), withdrawn);
  });

  test('micro-credentials by state', async () => {
    const draft: Draft = { content: {}, state: 'approved', revision: 1, editors: [], updatedAt: noon };
    await stores.microcredentials.insert({ id: 's1', institutionId: 'umu', slug: 's1', createdAt: noon, draft });
    await stores.microcredentials.insert({ id: 's2', institutionId: 'umu', slug: 's2', createdAt: noon });
    await stores.microcredentials.insert({
      id: 's3',
      institutionId: 'umu',
      slug: 's3',
      createdAt: noon,
      draft,
      withdrawnAt: noon,
    });
    const slugs = async (state?: MicrocredentialState) =>
      (await stores.microcredentials.list('umu', { limit: 50 }, present({ state }))).items.map(({ slug }) => slug);
    await stores.microcredentials.update({ ...fixture.microcredential, draft });
    // A next version under way is found by its own state, though an earlier one is published.
    expect(await slugs('approved')).toEqual(expect.arrayContaining(['s1', 'vatten']));
    expect(await slugs('draft')).toEqual(['s2']);
    expect(await slugs('withdrawn')).toContain('s3');
    expect(await slugs('published')).toEqual(['vatten']);
    await stores.microcredentials.update(fixture.microcredential);
    expect(await slugs()).toEqual(expect.arrayContaining(['s1', 's2', 's3', 'vatten']));
  });

  test('versions, to the byte', async () => {
    same(await stores.microcredentials.findVersion('umu', fixture.microcredential.id, 1), fixture.version);
    const { document: _, ...listed } = fixture.version;
    const { document, digest, publishedAt } = fixture.version;
    same(await stores.microcredentials.documentAt('umu', 'vatten', 1), { document, digest, publishedAt });
    for (const [slug, course, number] of [
      ['nowhere', 'vatten', 1],
      ['umu', 'nothing', 1],
      ['umu', 'vatten', 2],
    ] as const)
      expect(await stores.microcredentials.documentAt(slug, course, number)).toBeUndefined();
    same(await stores.microcredentials.versions('umu', fixture.microcredential.id), [listed]);
    same(await stores.microcredentials.catalogue({ limit: 5 }, {}), {
      items: [{ institution: fixture.institution, microcredentialSlug: 'vatten', version: listed }],
    });
    same(await stores.microcredentials.linkedData('umu', fixture.microcredential.id, 1), linkedData);
    same(await stores.microcredentials.linkedData('chalmers', fixture.microcredential.id, 1), undefined);
    same(await stores.microcredentials.linkedData('umu', fixture.microcredential.id, 2), undefined);
  });

  test('the catalogue shows the newest version alone, and nothing withdrawn', async () => {
    const microcredential: Microcredential = { id: 'c1', institutionId: 'umu', slug: 'c1', createdAt: noon };
    await stores.microcredentials.insert(microcredential);
    const later = { ...fixture.version, microcredentialId: 'c1', publishedAt: at('2026-04-01T00:00:00Z') };
    await stores.microcredentials.insertVersion({ ...later, id: 'c1-1' }, linkedData);
    await stores.microcredentials.insertVersion({ ...later, id: 'c1-2', number: 2 }, linkedData);
    const listed = async () =>
      (await stores.microcredentials.catalogue({ limit: 5 }, { institutionId: 'umu' })).items.map(
        ({ version }) => version.id,
      );
    await stores.microcredentials.update({ ...microcredential, publishedVersion: 2 });
    expect(await listed()).toEqual(['c1-2', 'umu-version']);
    await stores.microcredentials.update({ ...microcredential, publishedVersion: 2, withdrawnAt: noon });
    expect(await listed()).toEqual(['umu-version']);
    expect((await stores.microcredentials.catalogue({ limit: 5 }, { institutionId: 'chalmers' })).items).toEqual([]);
  });
});
