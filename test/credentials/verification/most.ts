import { expect } from 'vitest';
import { documentLimits } from '../../../src/credentials/document/limits.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { copy, createFixture } from '../fixture.ts';

/** Of processor time and heap. Generous: what is to be caught takes minutes and gigabytes. */
export const bounds = { ms: 5_000, megabytes: 300 };

/** The time that the processor worked since, in milliseconds, whatever else the machine does. */
export const workSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

export type Grow = (document: any, count: number) => void;
const { members } = documentLimits;
export const of = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const subjectsOf = (document: any): any[] => [document.credentialSubject].flat();
const append = (document: any, name: string, more: unknown[]) =>
  (document[name] = [...[document[name] ?? []].flat(), ...more]);

type Dimension = readonly [name: string, most: number, grow: Grow];

/** Everything that a stranger may have more of, with the most of it. */
export const dimensions: readonly Dimension[] = [
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

/** The furthest that any pair of one file went. */
export const slowest = { ms: 0, pair: '' };
export const largest = { megabytes: 0, pair: '' };

/** A certificate with the most of both is answered within the bounds, and is never valid. */
export async function expectBounded([name, most, grow]: Dimension, [otherName, otherMost, growOther]: Dimension) {
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
}
