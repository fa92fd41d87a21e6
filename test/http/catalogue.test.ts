import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyCountryContent } from '../samples/content.ts';
import { type Harness, startHarness } from './setup/harness.ts';
import { publishCourse } from './setup/story.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  for (const slug of ['ett', 'tva', 'tre']) await publishCourse(harness.north, slug, anyCountryContent);
  await publishCourse(harness.south, 'yksi', anyCountryContent);
});
afterAll(() => harness.close());

const listed = async (query: string) => {
  const { status, body } = await harness.anyone.get(`/api/v1/microcredentials${query}`);
  return [status, body.items?.map(({ slug }: { slug: string }) => slug).sort(), body.next] as const;
};

test('the catalogue is of all institutions, or of the one that is named', async () => {
  expect(await listed('')).toEqual([200, ['ett', 'tre', 'tva', 'yksi'], undefined]);
  expect(await listed(`?institution=${harness.south.slug}`)).toEqual([200, ['yksi'], undefined]);
});

test('the next page is of the same institution', async () => {
  const query = `?institution=${harness.north.slug}&limit=2`;
  const [, first, next] = await listed(query);
  const [, second, end] = await listed(`${query}&cursor=${next}`);
  expect([...(first ?? []), ...(second ?? [])].sort()).toEqual(['ett', 'tre', 'tva']);
  expect(end).toBeUndefined();
});

test.each([
  ['that nobody has', 'ingenstans', 404],
  ['that cannot be one', 'Umeå/..', 400],
  ['of no letter', '', 400],
])('a slug %s is refused', async (_, slug, status) => {
  expect((await listed(`?institution=${encodeURIComponent(slug)}`))[0]).toBe(status);
});
