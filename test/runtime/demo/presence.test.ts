import { expect, test } from 'vitest';
import { demoInstitutions } from '../../../demo/institutions.ts';
import { refusePublicDemo } from '../../../src/runtime/demo/presence.ts';
import type { Services } from '../../../src/services/index.ts';

const holding = (slugs: readonly string[]) =>
  ({ institutions: { list: () => Promise.resolve(slugs.map((slug) => ({ slug }))) } }) as unknown as Services;
const demo = holding(demoInstitutions.map(({ slug }) => slug));

test.each([
  ['https://merits.example.edu'],
  ['http://localhost:8787', 'https://merits.example.edu'],
  ['https://localhost.example.edu'],
])('a database that holds the demo is refused at %s', async (...origins) => {
  await expect(refusePublicDemo(demo, origins)).rejects.toThrow(/PUBLIC_URL: this database is for the demo/);
});

test.each([
  ['http://localhost:8787'],
  ['https://localhost:8443', 'https://merits.localhost'],
  ['http://127.0.0.1:1', 'http://127.0.0.2:1'],
])('and is not at %s', async (...origins) => {
  await expect(refusePublicDemo(demo, origins)).resolves.toBeUndefined();
});

test('a database that does not hold all of it is not the demo', async () => {
  for (const slugs of [[], ['skargarden'], ['umea-demo']])
    await expect(refusePublicDemo(holding(slugs), ['https://merits.example.edu'])).resolves.toBeUndefined();
});
