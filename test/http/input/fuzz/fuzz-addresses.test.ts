import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { expectSame } from '../../setup/refusals.ts';
import { beginStory, harness, odd } from './oddities.ts';

beforeAll(beginStory);
afterAll(() => harness.close());

afterEach(() => {
  const written: string[] = [];
  for (const name in {}) written.push(name);
  expect(written).toEqual([]);
});

describe('whatever an address is', () => {
  const segment = fc.oneof(
    fc.string({ maxLength: 40 }),
    odd.filter((value) => typeof value === 'string'),
  );
  const routes = [
    '/api/v1/institutions/*',
    '/api/v1/institutions/koesaari/*',
    '/institutions/*',
    '/institutions/koesaari/microcredentials/*',
    '/institutions/koesaari/status/1/*',
    '/records/*',
    '/certificates/*',
    '/sv/*',
    '/*',
  ];

  test('it answers, and nothing changes', async () => {
    const before = await harness.dump();
    const address = fc.tuple(fc.constantFrom(...routes), segment, fc.constantFrom('', '?cursor=', '?limit='), segment);
    const ask = async ([route, one, query, two]: [string, unknown, string, unknown]) => {
      const encode = (value: unknown) => encodeURIComponent(String(value).toWellFormed().slice(0, 200));
      const path = `${route.replace('*', encode(one))}${query}${query && encode(two)}`;
      for (const Accept of ['application/json', 'text/html']) {
        expect((await harness.south.as.admin.get(path, { Accept })).status, path).toBeLessThan(500);
      }
    };
    await fc.assert(fc.asyncProperty(address, ask), { numRuns: 150 });
    expectSame(before, await harness.dump());
  });
});

everyAnswer(() => harness);
