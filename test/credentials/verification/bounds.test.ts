import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../../src/credentials/document/limits.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { copy, createFixture } from '../fixture.ts';

/** Of processor time and heap. Generous: what is to be caught takes minutes and gigabytes. */
const bounds = { ms: 5_000, megabytes: 300 };

/** The time that the processor worked since, in milliseconds, whatever else the machine does. */
const workSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

type Grow = (document: any, count: number) => void;
const { members } = documentLimits;
const of = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const subjectsOf = (document: any): any[] => [document.credentialSubject].flat();
const append = (document: any, name: string, more: unknown[]) =>
  (document[name] = [...[document[name] ?? []].flat(), ...more]);

/** Everything that a stranger may have more of, with the most of it. */
const dimensions: readonly (readonly [name: string, most: number, grow: Grow])[] = [
  [
    'subjects',
    members.credentialSubject,
    (d, count) =>
      (d.credentialSubject = of(count, (at) => ({ ...subjectsOf(d)[0], id: `urn:s:${at}`, achievement: 'urn:a' }))),
  ],
  [
    'achievements',
    members.achievement - 1,
    (d, count) =>
      (subjectsOf(d)[0].achievement = of(count, (at) => ({
        id: `https://other.example/${at}`,
        type: 'Achievement',
        creator: 'urn:n',
      }))),
  ],
  [
    'results',
    members.result,
    (d, count) => {
      const subjects = subjectsOf(d);
      for (const subject of subjects) subject.result = of(Math.floor(count / subjects.length), () => 'urn:n');
    },
  ],
  [
    'places of one node',
    documentLimits.places,
    (d, count) =>
      append(
        d,
        'evidence',
        of(count, (at) => ({
          id: 'urn:n',
          type: 'Evidence',
          name: of(20, (one) => `n${at}-${one}`),
          narrative: 'x'.repeat(2_000),
        })),
      ),
  ],
  [
    'evidence',
    members.evidence,
    (d, count) =>
      append(
        d,
        'evidence',
        of(count, () => ({ type: 'Evidence', name: 'e' })),
      ),
  ],
  [
    'alignments',
    members.alignment,
    (d, count) => (subjectsOf(d)[0].alignment = of(count, () => ({ type: 'Alignment', targetName: 'EQF 6' }))),
  ],
  [
    'statuses',
    members.credentialStatus,
    (d, count) => (d.credentialStatus = of(count, (at) => ({ ...d.credentialStatus[at % 2], id: `urn:e:${at}` }))),
  ],
  [
    'proofs',
    members.proof,
    (d, count) => (d.proof = of(count, (at) => ({ ...[d.proof].flat()[0], id: `urn:p:${at}` }))),
  ],
  [
    'chained proofs',
    documentLimits.chainedProofs,
    (d, count) => {
      const [first] = [d.proof].flat();
      const { previousProof: _, ...plain } = first;
      d.proof = [
        { ...plain, id: 'urn:c:0' },
        ...of(count, (at) => ({ ...plain, id: `urn:c:${at + 1}`, previousProof: `urn:c:${at}` })),
      ];
    },
  ],
  [
    'related resources',
    members.relatedResource - 1,
    (d, count) =>
      append(
        d,
        'relatedResource',
        of(count, (at) => ({ id: `urn:r:${at}`, digestSRI: `sha256-${'A'.repeat(43)}=` })),
      ),
  ],
  [
    'levels',
    documentLimits.levels - 10,
    (d, count) => {
      let inner: JsonObject = { id: 'urn:n' };
      for (let at = 0; at < count; at += 1) inner = { learningOutcome: inner };
      append(d, 'evidence', [{ type: 'Evidence', ...inner }]);
    },
  ],
  [
    'values',
    0,
    (d) => {
      const left = documentLimits.values - valuesIn(d) - 10;
      if (left > 0) subjectsOf(d)[0].learnerName = of(left, (at) => `name ${at}`);
    },
  ],
  [
    'nodes without ids',
    0,
    (d) => {
      const left = documentLimits.values - valuesIn(d) - 10;
      if (left > 0)
        append(
          d,
          'learningOutcome',
          of(left, () => ({})),
        );
    },
  ],
];

const valuesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + valuesIn(one), 1)
    : 1;

const pairs = dimensions.flatMap((one, at) => dimensions.slice(at).map((other) => [one, other] as const));

const slowest = { ms: 0, pair: '' };
const largest = { megabytes: 0, pair: '' };

describe('a document at the limit in two dimensions', () => {
  test.each(pairs.map(([one, other]) => [one[0], other[0], one, other] as const))(
    '%s and %s',
    { timeout: 60_000 },
    async (_, __, [name, most, grow], [otherName, otherMost, growOther]) => {
      const fixture = await createFixture();
      const document = copy(fixture.credential);
      grow(document, most);
      if (otherName !== name) growOther(document, otherMost);
      const before = process.memoryUsage().heapUsed;
      const started = process.cpuUsage();
      const { verdict, checks } = await fixture.verify(document);
      const ms = workSince(started);
      const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
      const pair = `${name} and ${otherName}`;
      if (ms > slowest.ms) Object.assign(slowest, { ms, pair });
      if (megabytes > largest.megabytes) Object.assign(largest, { megabytes, pair });
      expect(checks).toHaveLength(6);
      expect(verdict).not.toBe('valid');
      expect(ms).toBeLessThan(bounds.ms);
      expect(megabytes).toBeLessThan(bounds.megabytes);
    },
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
