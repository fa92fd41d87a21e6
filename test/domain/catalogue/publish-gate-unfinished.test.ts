import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { microcredentialContent, publishedContent } from '../../../src/generated/validators.js';
import { nearlyFinished, placesIn, unfinished, waived, without } from './unfinished.ts';
import { inSweden } from './gate.ts';
import { completeContent } from '../../samples/content.ts';

const faultsOf = (content: object) => publishGate(content, inSweden).faults.map(({ pointer }) => pointer);
const errorsOf = (content: object) => (publishedContent(content) ? [] : publishedContent.errors);

test.each([
  ['with a level', completeContent],
  ['with none', waived],
])('content %s that has every member passes, as a draft and as published', (_, content) => {
  expect(microcredentialContent(content)).toBe(true);
  expect(errorsOf(content)).toEqual([]);
  expect(faultsOf(content)).toEqual([]);
});

describe('one member alone is gone:', () => {
  const single = (content: typeof completeContent) =>
    placesIn(content).map((path) => [path.join('/'), without(content, [path])] as const);

  test.each([...single(completeContent), ...single(waived).filter(([path]) => path.startsWith('level'))])(
    '%s',
    (path, content) => {
      expect(microcredentialContent(content)).toBe(true);
      const faults = faultsOf(content);
      // The gate and the schema of what is published agree on what is needed; the gate asks for more than the schema.
      if (errorsOf(content)?.length) expect(faults).not.toEqual([]);
      // Each thing to mend is told at the member that is gone, at one below it, or at the part that holds it.
      for (const pointer of faults)
        expect(`#/${path}/`.startsWith(`${pointer}/`) || pointer.startsWith(`#/${path}`)).toBe(true);
    },
  );
});

describe('whatever is gone from content', () => {
  const check = (content: object) => {
    expect(microcredentialContent(content)).toBe(true);
    if (faultsOf(content).length === 0) expect(errorsOf(content)).toEqual([]);
    else expect(publishGate(content, inSweden).faults.every(({ code }) => code.length > 0)).toBe(true);
  };

  test('what is left is a draft, and what passes the gate is whole', () => {
    fc.assert(fc.property(unfinished, check), { numRuns: 300 });
  });

  test('also where little is gone', () => {
    const seen = { passed: 0, refused: 0 };
    const counted = (content: object) => {
      check(content);
      seen[faultsOf(content).length === 0 ? 'passed' : 'refused'] += 1;
    };
    fc.assert(fc.property(nearlyFinished, counted), { numRuns: 500 });
    expect(seen.passed).toBeGreaterThan(10);
    expect(seen.refused).toBeGreaterThan(10);
  });
});

test.each([
  ['credits without hours', { workload: { ects: 3 } }, '#/workload/hours'],
  ['an empty workload', { workload: {} }, '#/workload/hours'],
  ['an empty level', { level: {} }, '#/level'],
  ['no level without a reason', { level: { notApplicable: true } }, '#/level/reason'],
  ['no level with a reason in no language', { level: { notApplicable: true, reason: {} } }, '#/level/reason'],
  ['a reason alone', { level: { reason: { sv: 'a' } } }, '#/level/notApplicable'],
  ['a level and none', { level: { eqf: 6, notApplicable: true } }, '#/level'],
  ['a skill that is nothing', { learningOutcomes: [{ skills: [{}] }] }, '#/learningOutcomes/0/skills/0/iri'],
  ['a grade that may pass or not', { gradingScheme: { grades: [{ value: 'G' }] } }, '#/gradingScheme/grades/0/passes'],
  ['a scheme without grades', { gradingScheme: { title: { sv: 'a' } } }, '#/gradingScheme'],
  ['activities without a mode', { participation: { activities: [] } }, '#/participation'],
  ['a supervision that is not told', { supervision: { place: 'onsite' } }, '#/supervision/type'],
  ['something larger without a kind', { stackability: { of: [] } }, '#/stackability/kind'],
  ['something larger without a name', { stackability: { of: [{}] } }, '#/stackability/of/0/title'],
  ['a body without a country', { awardingBodies: [{ name: { sv: 'a' } }] }, '#/awardingBodies/0/country'],
  [
    'a quality assurance of no kind',
    { qualityAssurance: [{ body: { name: { sv: 'a' } } }] },
    '#/qualityAssurance/0/type',
  ],
  ['half a syllabus', { syllabus: { code: 'A' } }, '#/syllabus/decisionDate'],
  ['the other half', { syllabus: { decisionDate: '2026-01-01' } }, '#/syllabus/code'],
] as const)('%s is a draft, and the gate says where it is not finished', (_, part, pointer) => {
  expect(microcredentialContent(part)).toBe(true);
  expect(faultsOf({ ...completeContent, ...part })).toContain(pointer);
});
