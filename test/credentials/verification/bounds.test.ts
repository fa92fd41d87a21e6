import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../../src/credentials/document/limits.ts';
import { copy, createFixture } from '../fixture.ts';
import { bounds, dimensions, expectBounded, type Grow, largest, of, slowest, workSince } from './most.ts';

const { members } = documentLimits;

/** Each alone and with the next; every pair there is: test/long. */
const pairs = dimensions.flatMap((one, at) => [
  [one, one] as const,
  [one, dimensions[(at + 1) % dimensions.length]!] as const,
]);

describe('a document at the limit in one dimension or two', () => {
  test.each(pairs.map(([one, other]) => [one[0], other[0], one, other] as const))(
    '%s and %s',
    { timeout: 60_000 },
    (_, __, one, other) => expectBounded(one, other),
  );

  test('says how far that went', () => {
    if (process.env['FIGURES']) console.log(JSON.stringify({ slowest, largest }));
    expect(slowest.pair).not.toBe('');
  });
});

describe('one more of anything', () => {
  const more: readonly (readonly [string, Grow])[] = Object.entries(members).map(([name, limit]) => [
    name,
    (d) => (d.termsOfUse = [{ type: 'X', [name]: of(limit + 1, (at) => ({ id: `urn:x:${at}` })) }]),
  ]);
  test.each([
    ...more,
    ['values', (d) => (d.name = of(documentLimits.values, String))],
    ['lists', (d) => (d.name = of(documentLimits.values, () => []))],
    ['members', (d) => Object.assign(d, Object.fromEntries(of(documentLimits.values, (at) => [`m${at}`, 1])))],
    ['levels', (d) => (d.name = of(documentLimits.levels, String).reduce<unknown>((inner) => [inner], 'x'))],
    ['places', (d) => (d.evidence = of(documentLimits.places + 1, () => ({ id: 'urn:n', type: 'Evidence' })))],
    [
      'chained proofs',
      (d) => (d.proof = of(documentLimits.chainedProofs + 1, (at) => ({ ...d.proof, previousProof: `urn:p:${at}` }))),
    ],
    [
      'values, for a document with chained proofs',
      (d) => {
        d.proof = of(4, (at) => ({ ...d.proof, previousProof: `urn:p:${at}` }));
        d.name = of(documentLimits.chainedValues / 4, String);
      },
    ],
  ] as readonly (readonly [string, Grow])[])(
    '%s: nothing looks into it, and nothing is said against it',
    async (_, grow) => {
      const fixture = await createFixture();
      const document = copy(fixture.credential);
      grow(document, 0);
      const { verdict, checks, summary } = await fixture.verify(document);
      expect(verdict).toBe('undetermined');
      expect(checks.map(({ problem }) => problem?.type.split('/').at(-1))).toEqual(Array(6).fill('too-complex'));
      expect(summary).toEqual({});
    },
  );
});

/** What a visitor may send is a megabyte; the answer comes before anything is made of it. */
test.each([
  ['subjects', '{"credentialSubject":[', '{"result":["urn:n"]},', ']}'],
  ['levels', '{"credentialSubject":', '[', ''],
  ['members', '{"credentialSubject":{', '"a":1,', '}}'],
  ['letters', '', 'a', ''],
  ['letters of a token', 'eyJ', 'a', '.a.a'],
  ['dots', 'eyJ', '.', ''],
  ['quotes', '"', '\\"', '"'],
  ['brackets of a page', '<html>', '<a>', ''],
  ['byte-order marks', '', '\uFEFF', ''],
])('a megabyte of %s is answered at once', async (_, head, part, tail) => {
  const { receive } = await createFixture();
  const text = head + part.repeat(Math.floor(1_000_000 / part.length)) + tail;
  const started = process.cpuUsage();
  for (const received of [{ text }, { bytes: new TextEncoder().encode(text) }])
    expect(['undetermined', 'malformed']).toContain((await receive(received)).verdict);
  expect(workSince(started)).toBeLessThan(bounds.ms);
});
