import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page, PageRequest, Stores } from '../../src/services/ports/index.ts';
import { createStores } from '../../src/store/index.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import { at, everyone, linkedData, noon, offeringOf } from './records.ts';
import { createAward, createFixture, type Fixture } from './fixture.ts';

type List = (stores: Stores, fixture: Fixture, page: PageRequest) => Promise<Page<unknown>>;
const lists: Readonly<Record<string, List>> = {
  learners: (stores, _, page) => stores.learners.list('umu', page, everyone),
  registrations: (stores, { offering }, page) => stores.registrations.list('umu', offering.id, page, everyone),
  results: (stores, _, page) => stores.results.list('umu', page, everyone),
  awards: (stores, _, page) => stores.awards.list('umu', page, everyone),
  offerings: (stores, { microcredential }, page) => stores.offerings.list('umu', microcredential.id, page),
  microcredentials: (stores, _, page) => stores.microcredentials.list('umu', page),
  catalogue: (stores, _, page) => stores.microcredentials.catalogue(page, {}),
};
const all = Object.entries(lists);
/** Eleven of each: many in the same millisecond, and some one millisecond apart. */
const moments = [
  noon,
  noon,
  noon,
  noon,
  at('2026-03-01T12:00:00.124Z'),
  at('2026-03-01T12:00:00.124Z'),
  at('2026-03-01T12:00:00.122Z'),
  noon,
  noon,
  noon,
];

async function walk(list: (page: PageRequest) => Promise<Page<unknown>>, limit: number): Promise<readonly unknown[]> {
  const walked: unknown[] = [];
  let page = await list({ limit });
  for (;;) {
    expect(page.items.length).toBeLessThanOrEqual(limit);
    walked.push(...page.items);
    expect(walked.length, 'it comes to an end').toBeLessThan(50);
    if (page.next === undefined) return walked;
    expect(page.items.length).toBe(limit);
    page = await list({ limit, cursor: page.next });
  }
}

describe.each(databases)('a list in pages, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
    for (const [index, createdAt] of moments.entries()) {
      await createAward(stores, fixture, `n${index}`, createdAt);
      await stores.offerings.insert({
        ...offeringOf(fixture.version, `o${index}`),
        startDate: index < 7 ? '2026-01-15' : '2026-01-1' + (index - 5),
      });
      const microcredential = { id: `m${index}`, institutionId: 'umu', slug: `m${index}`, createdAt };
      await stores.microcredentials.insert(microcredential);
      const version = { ...fixture.version, id: `v${index}`, microcredentialId: `m${index}`, publishedAt: createdAt };
      await stores.microcredentials.insertVersion(version, linkedData);
      await stores.microcredentials.update({ ...microcredential, publishedVersion: 1 });
    }
  });
  afterAll(() => database.close());

  test.each(all)('of %s walks every row exactly once, whatever the size of a page', async (_name, list) => {
    const whole = await list(stores, fixture, { limit: 100 });
    expect(whole.next).toBeUndefined();
    expect(whole.items).toHaveLength(moments.length + 1);
    for (const limit of [1, 2, 3, 5, 10, 11]) {
      expect(await walk((page) => list(stores, fixture, page), limit)).toEqual(whole.items);
    }
  });

  test('of people begins with the newest, of offerings with the first to start', async () => {
    const learners = await stores.learners.list('umu', { limit: 100 }, everyone);
    const times = learners.items.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const offerings = await stores.offerings.list('umu', fixture.microcredential.id, { limit: 100 });
    const days = offerings.items.map(({ startDate }) => startDate);
    expect(days).toEqual([...days].sort());
  });

  test('does not repeat or drop a row when another is added meanwhile', async () => {
    const first = await stores.awards.list('umu', { limit: 4 }, everyone);
    const before = await stores.awards.list('umu', { limit: 100 }, everyone);
    await createAward(stores, fixture, 'meanwhile', at('2026-03-02T00:00:00Z'));
    const second = await stores.awards.list('umu', { limit: 100, cursor: first.next ?? '' }, everyone);
    expect([...first.items, ...second.items]).toEqual(before.items);
  });

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unreadable = [
    '',
    '%',
    'not a cursor',
    'ÅÄÖ',
    '////',
    encode({}),
    encode([]),
    encode(null),
    encode(['2026-03-01T12:00:00.123Z']),
    encode([1, 2]),
    encode(['yesterday', 'id']),
    encode(['2026-03-01', 'id', 'more']),
    encode(['+275760-09-13T00:00:00.000Z', 'id']),
    encode(['2026-99-99T12:00:00.123Z', 'id']),
    encode(['2026-99-99', 'id']),
    encode(['2026-03-01T12:00:00.123Z', 'a\u0000b']),
    encode(['2026-03-01', '\u0000']),
  ];
  test.each(all)('of %s refuses a cursor that cannot be read', async (_name, list) => {
    for (const cursor of unreadable) {
      await expect(list(stores, fixture, { limit: 5, cursor }), cursor).rejects.toMatchObject({
        code: 'malformed-request',
        violations: [{ pointer: expect.stringMatching(/^#/) }],
      });
    }
  });

  test('goes on after ids of any letters', async () => {
    await stores.learners.insert({ ...fixture.learner, id: 'å\'"%_😀', createdAt: at('2026-05-01T00:00:00Z') });
    const { next } = await stores.learners.list('umu', { limit: 1 }, everyone);
    expect(next).toMatch(/^[\w-]+$/);
    const rest = await stores.learners.list('umu', { limit: 100, cursor: next ?? '' }, everyone);
    expect(rest.items).toHaveLength(moments.length + 2);
  });
});
