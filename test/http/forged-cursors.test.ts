import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Harness, startHarness } from './harness.ts';
import { expectProblem } from './refusals.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const moments = ['2026-02-31T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-01-01T25:00:00.000Z'];
const lists = ['/api/v1/microcredentials', '/microcredentials', '/learners', '/completions', '/awards'];

describe.each(lists)('the list %s', (path) => {
  test('refuses a cursor with a moment that is none', async () => {
    for (const moment of moments) {
      const cursor = Buffer.from(JSON.stringify([moment, 'a'])).toString('base64url');
      const at = path.startsWith('/api') ? path : `${harness.south.base}${path}`;
      const answer = await harness.south.as.admin.get(`${at}?cursor=${cursor}`);
      expectProblem(answer, { status: 400, code: 'malformed-request' });
    }
  });
});
