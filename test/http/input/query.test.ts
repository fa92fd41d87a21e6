import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationTable } from '../../../src/generated/operations.ts';
import { queryFaults } from '../../../src/http/input/query-faults.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectProblem } from '../setup/refusals.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };
/** The path of an operation with something in each place; the query is read before anything is looked for. */
const filled = (path: string) => path.replace(':institution', 'provsjo').replaceAll(/:\w+/g, 'nothing');

test.each(Object.entries(operationTable))('%s refuses a parameter that it does not have', async (_, operation) => {
  const { method, path, audience } = operation;
  const client = audience === 'public' ? harness.anyone : harness.north.as.registrar;
  const answer = await client.send(method.toUpperCase(), `${filled(path)}?utm_source=mail`);
  expectProblem(answer, malformed);
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/utm_source']);
});

describe('the catalogue', () => {
  const none = 'There is no such parameter here; there are: cursor, limit, institution, exampleToReuse.';
  const twice = 'This parameter stands here more than once. Leave one.';
  test.each([
    ['Limit=3', [['#/Limit', none]]],
    ['limit=3&limit=3', [['#/limit', twice]]],
    ['limit=3&limit=4&limit=5', [['#/limit', twice]]],
    ['limit=3&li%6Dit=4', [['#/limit', twice]]],
    [
      'limit=3&a=1&b&a=2',
      [
        ['#/a', none],
        ['#/b', none],
      ],
    ],
    ['limit[]=3', [['#/limit[]', none]]],
    ['a/b~c=1', [['#/a~1b~0c', none]]],
    ['=1', [['#/', none]]],
    ['__proto__=1', [['#/__proto__', none]]],
  ])('refuses ?%s, and names what is wrong', async (query, expected) => {
    const answer = await harness.anyone.get(`/api/v1/microcredentials?${query}`);
    expectProblem(answer, malformed);
    const found = answer.body.errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail]);
    expect(found).toEqual(expected);
  });

  test.each(['', '?', '?limit=3', '?&limit=3&'])('is answered with “%s”', async (query) => {
    expect((await harness.anyone.get(`/api/v1/microcredentials${query}`)).status).toBe(200);
  });

  test.each([
    ['sv', /^Det finns ingen sådan parameter här; de som finns: cursor, limit, institution, exampleToReuse\.$/],
    ['fi', /^Tässä ei ole tällaista parametria; parametrit ovat: cursor, limit, institution, exampleToReuse\.$/],
  ])('says so in %s', async (language, says) => {
    const answer = await harness.anyone.get('/api/v1/microcredentials?page=2', { 'Accept-Language': language });
    expect(answer.body.errors[0].detail).toMatch(says);
  });
});

test('whatever the names, exactly those that are not known or stand twice are faults', () => {
  const names = fc.array(fc.oneof(fc.constantFrom('cursor', 'limit', 'Limit', ''), fc.string()));
  fc.assert(
    fc.property(names, (given) => {
      const query = new URLSearchParams(given.map((name) => [name, 'x']));
      const sent = [...query.keys()];
      const wrong = sent.filter(
        (name) => !['cursor', 'limit'].includes(name) || sent.filter((n) => n === name).length > 1,
      );
      expect(queryFaults(query, ['cursor', 'limit']).map(({ propertyName }) => propertyName)).toEqual([
        ...new Set(wrong),
      ]);
    }),
  );
});

describe('a page opens whatever a mail program adds to its address:', () => {
  const added = 'utm_source=mail&utm_source=again&fbclid=1';
  test.each(['/sv/', '/en/institutions/provsjo', '/fi/verify', '/docs'])('%s', async (path) => {
    expect((await harness.anyone.get(`${path}?${added}`, { Accept: 'text/html' })).status).toBe(200);
  });

  test('a permanent address, for a machine and for a person', async () => {
    const path = `/institutions/provsjo?${added}`;
    expect((await harness.anyone.get(path)).status).toBe(200);
    expect((await harness.anyone.get(path, { Accept: 'text/html' })).status).toBe(303);
  });
});

everyAnswer(() => harness);
