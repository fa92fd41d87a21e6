import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { toViolation } from '../../../src/domain/catalogue/gate-finding.ts';
import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { passPublishGate, publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { commissionedContent, completeContent, finnishContent, hoursOnlyContent } from '../../samples/content.ts';
import { inSweden, pointersOf, publishedIn } from './gate.ts';

const saidOf = (content: MicrocredentialContent) =>
  publishGate(content, inSweden).faults.map((fault) => toViolation(fault, 'en'));

const sentence = /^[\p{Lu}“].{15,}[.…]$/u;

/** The complete content with these members in place of its own; `undefined` takes one out. */
const but = (change: { [K in keyof MicrocredentialContent]?: unknown }): MicrocredentialContent =>
  Object.fromEntries(Object.entries({ ...completeContent, ...change }).filter(([, value]) => value !== undefined));

describe('the publish gate', () => {
  test.each([
    ['a Swedish course with credits', completeContent, 'SE'],
    ['a Swedish course without credits', hoursOnlyContent, 'SE'],
    ['a Swedish commissioned course', commissionedContent, 'SE'],
    ['a Finnish course of the open university', finnishContent, 'FI'],
  ] as const)('has nothing to say about %s that is complete', (_, content, country) => {
    expect(publishGate(content, publishedIn(country))).toEqual({ faults: [], warnings: [] });
    expect(passPublishGate(content, publishedIn(country))).toBe(content);
  });

  test('names every missing element of an empty draft', () => {
    expect(pointersOf({})).toEqual([
      '#/title',
      '#/description',
      '#/learningOutcomes',
      '#/workload',
      '#/level',
      '#/assessmentTypes',
      '#/participation',
      '#/qualityAssurance',
      '#/fields',
      '#/languages',
      '#/gradingScheme',
      '#/awardingBodies',
      '#/legalForms',
    ]);
  });

  test.each([
    ['title', '#/title'],
    ['description', '#/description'],
    ['learningOutcomes', '#/learningOutcomes'],
    ['workload', '#/workload'],
    ['level', '#/level'],
    ['assessmentTypes', '#/assessmentTypes'],
    ['participation', '#/participation'],
    ['qualityAssurance', '#/qualityAssurance'],
    ['fields', '#/fields'],
    ['languages', '#/languages'],
    ['gradingScheme', '#/gradingScheme'],
    ['awardingBodies', '#/awardingBodies'],
    ['legalForms', '#/legalForms'],
    ['syllabus', '#/syllabus'],
  ] as const)('without %s says so at %s and nothing else', (element, pointer) => {
    expect(pointersOf(but({ [element]: undefined }))).toEqual([pointer]);
  });

  test.each(['cycle', 'depthCode'] as const)('does not ask for %s', (element) => {
    expect(pointersOf(but({ [element]: undefined }))).toEqual([]);
  });

  const [first, second] = completeContent.learningOutcomes;
  const garbled: readonly (readonly [string, MicrocredentialContent, string])[] = [
    ['a title in no language', but({ title: {} }), '#/title'],
    ['a title of blanks', but({ title: { sv: ' ', en: '\n\t' } }), '#/title'],
    ['a description of blanks', but({ description: { sv: '  ' } }), '#/description'],
    ['no outcome in the list', but({ learningOutcomes: [] }), '#/learningOutcomes'],
    ['an outcome in no language', but({ learningOutcomes: [first, { text: {} }] }), '#/learningOutcomes/1/text'],
    ['an outcome of blanks', but({ learningOutcomes: [{ text: { sv: ' ' } }, second] }), '#/learningOutcomes/0/text'],
    ['no hours', but({ workload: { hours: 0, ects: 3 } }), '#/workload/hours'],
    ['negative hours', but({ workload: { hours: -80, ects: 3 } }), '#/workload/hours'],
    ['hours that are no number', but({ workload: { hours: Number.NaN, ects: 3 } }), '#/workload/hours'],
    ['0.3 credits', but({ workload: { hours: 8, ects: 0.3 } }), '#/workload/ects'],
    ['0 credits', but({ workload: { hours: 8, ects: 0 } }), '#/workload/ects'],
    ['−1 credits', but({ workload: { hours: 8, ects: -1 } }), '#/workload/ects'],
    ['60 credits', but({ workload: { hours: 1600, ects: 60 } }), '#/workload/ects'],
    ['credits that are no number', but({ workload: { hours: 8, ects: Number.NaN } }), '#/workload/ects'],
    ['no credits on a form with credits', but({ workload: { hours: 80 } }), '#/workload/ects'],
    ['EQF 9', but({ level: { eqf: 9 }, cycle: undefined, depthCode: undefined }), '#/level/eqf'],
    ['EQF 0', but({ level: { eqf: 0 }, cycle: undefined, depthCode: undefined }), '#/level/eqf'],
    ['EQF 6.5', but({ level: { eqf: 6.5 }, cycle: undefined, depthCode: undefined }), '#/level/eqf'],
    [
      'no level and no reason for it',
      but({ level: { notApplicable: true, reason: {} }, cycle: undefined, depthCode: undefined }),
      '#/level/reason',
    ],
    ['no type of assessment in the list', but({ assessmentTypes: [] }), '#/assessmentTypes'],
    ['no way to take part in the list', but({ participation: { modes: [] } }), '#/participation'],
    ['no quality assurance in the list', but({ qualityAssurance: [] }), '#/qualityAssurance'],
    [
      'quality assurance by nobody',
      but({ qualityAssurance: [...completeContent.qualityAssurance, { type: 'institutional-licence', body: {} }] }),
      '#/qualityAssurance/2/body',
    ],
    ['no field in the list', but({ fields: [] }), '#/fields'],
    ['no language in the list', but({ languages: [] }), '#/languages'],
    ['no grade in the list', but({ gradingScheme: { grades: [] } }), '#/gradingScheme'],
    [
      'no grade that passes',
      but({ gradingScheme: { grades: [{ value: 'U', passes: false }] } }),
      '#/gradingScheme/grades',
    ],
    [
      'a grade that stands twice',
      but({ gradingScheme: { grades: [...completeContent.gradingScheme.grades, { value: 'VG', passes: true }] } }),
      '#/gradingScheme/grades/3/value',
    ],
    [
      'a grade of blanks',
      but({ gradingScheme: { grades: [...completeContent.gradingScheme.grades, { value: ' ', passes: true }] } }),
      '#/gradingScheme/grades/3/value',
    ],
    ['no awarding body in the list', but({ awardingBodies: [] }), '#/awardingBodies'],
    [
      'an awarding body without a name, in a joint course',
      but({
        awardingBodies: [
          ...completeContent.awardingBodies,
          { name: { sv: ' ' }, country: 'FI', homepage: 'https://a.example', decision: { date: '2026-01-15' } },
        ],
      }),
      '#/awardingBodies/2/name',
    ],
    ['the form of another country', but({ legalForms: ['se-regular', 'fi-continuing-education'] }), '#/legalForms/1'],
    ['a syllabus without a code', but({ syllabus: { code: ' ', decisionDate: '2026-01-15' } }), '#/syllabus/code'],
    [
      'a syllabus decided on no day',
      but({ syllabus: { code: 'VA101', decisionDate: '2026-02-30' } }),
      '#/syllabus/decisionDate',
    ],
    [
      'a syllabus decided "soon"',
      but({ syllabus: { code: 'VA101', decisionDate: 'soon' } }),
      '#/syllabus/decisionDate',
    ],
    ['a cycle that is another level', but({ cycle: 'first' }), '#/cycle'],
    ['a depth code that is another level', but({ depthCode: 'G1F' }), '#/depthCode'],
    [
      'a cycle and a depth code that disagree where no level is given',
      but({ level: { notApplicable: true, reason: { sv: 'Öppet.' } }, cycle: 'first' }),
      '#/depthCode',
    ],
    ['a preparatory depth code on a course of the second cycle', but({ depthCode: 'BXX' }), '#/depthCode'],
  ];
  test.each(garbled)('refuses %s, points there alone and says in a sentence how to mend it', (_, content, pointer) => {
    expect(saidOf(content)).toEqual([{ pointer, detail: expect.stringMatching(sentence) }]);
  });

  test('says how to mend each of the missing elements', () => {
    const faults = saidOf({});
    for (const { detail } of faults) expect(detail).toMatch(sentence);
    expect(new Set(faults.map(({ detail }) => detail)).size).toBe(faults.length);
  });

  test.each([0.4, 0.5, 7.5, 15, 59.9])('lets %d credits pass', (ects) => {
    expect(pointersOf(but({ workload: { hours: 25 * ects, ects } }))).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('lets EQF %d pass', (eqf) => {
    expect(pointersOf(but({ level: { eqf }, cycle: undefined, depthCode: undefined }))).toEqual([]);
  });

  test.each([
    ['short', 5, undefined],
    ['first', 6, 'G2F'],
    ['second', 7, 'A1F'],
    ['third', 8, undefined],
  ] as const)('agrees that the %s cycle is EQF %d', (cycle, eqf, depthCode) => {
    expect(pointersOf(but({ cycle, level: { eqf }, depthCode }))).toEqual([]);
  });

  test('knows that a preparatory course is EQF 4', () => {
    expect(pointersOf(but({ cycle: undefined, level: { eqf: 4 }, depthCode: 'BXX' }))).toEqual([]);
  });

  test('refuses with every fault at once', () => {
    const content = but({ title: {}, workload: { hours: 80, ects: 0.3 }, level: { eqf: 9 }, syllabus: undefined });
    const refuse = () => passPublishGate(content, inSweden);
    expect(refuse).toThrow(DomainError);
    try {
      refuse();
    } catch (error) {
      const { code, violations } = error as DomainError;
      expect(code).toBe('gate-refused');
      expect(violations).toEqual(saidOf(content));
      expect(violations.map(({ pointer }) => pointer)).toEqual(
        expect.arrayContaining(['#/title', '#/workload/ects', '#/level/eqf', '#/syllabus']),
      );
    }
  });
});
