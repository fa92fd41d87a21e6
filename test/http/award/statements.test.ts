import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshPglite } from '../../databases/databases.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { award, complete, draftCourse, register, type Story, wholeStory } from '../setup/story.ts';

let statements = 0;
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    statements += 1;
    return node;
  },
  transformResult: async ({ result }) => result,
};
const counted = async () => {
  const { db, close } = await freshPglite();
  return { db: db.withPlugin(counting), close };
};

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness(counted);
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const lists = {
  learners: () => '/learners',
  registrations: () => `/offerings/${story.offering.id}/registrations`,
  results: () => '/results',
  awards: () => '/awards',
  drafts: () => '/microcredentials',
  offerings: () => '/microcredentials/vatten/offerings',
  staff: () => '/staff',
};

/** How many statements each list takes, and how many items it shows. */
async function measure(): Promise<Readonly<Record<string, readonly [statements: number, items: number]>>> {
  const found: Record<string, readonly [number, number]> = {};
  for (const [name, path] of Object.entries(lists)) {
    statements = 0;
    const { status, body } = await harness.north.as.admin.get(`${harness.north.base}${path()}`);
    expect([name, status]).toEqual([name, 200]);
    found[name] = [statements, (body.items ?? body).length];
  }
  return found;
}

test('a list takes as many statements whether it has one item or many', async () => {
  const before = await measure();
  for (let count = 0; count < 4; count += 1) {
    const { id } = await register(harness.north, story.offering.id);
    await award(harness.north, (await complete(harness.north, id)).id);
    await draftCourse(harness.north, `kurs-${count}`);
  }
  const after = await measure();
  for (const name of ['learners', 'registrations', 'results', 'awards', 'drafts'])
    expect(after[name]?.[1], name).toBeGreaterThan(before[name]?.[1] ?? 0);
  const statementsOf = (measured: typeof before) =>
    Object.fromEntries(Object.entries(measured).map(([name, [count]]) => [name, count]));
  expect(statementsOf(after)).toEqual(statementsOf(before));
  // The key, the institution, the page.
  expect(after['awards']?.[0]).toBe(3);
});
