import { afterAll, beforeAll, describe, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectRefused } from '../../setup/refusals.ts';
import { draftCourse } from '../../setup/story.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };
const long = (length: number) => 'å'.repeat(length);

/** What a draft may not be, however unfinished it is; the place of each fault and what is said of it. */
type Impossible = readonly [title: string, content: object, at: string | readonly string[], says?: RegExp];
const impossible: readonly Impossible[] = [
  ['a title that is no language map', { title: 'Vatten' }, '#/content/title', /an object/],
  ['a title that is a number in Swedish', { title: { sv: 7 } }, '#/content/title/sv', /text here/],
  ['a title in Klingon', { title: { tlh: 'bIQ' } }, '#/content/title/tlh', /no language code known here/],
  ['a title in “sv-SE”', { title: { 'sv-SE': 'Vatten' } }, '#/content/title/sv-SE', /no language code/],
  ['a title under __proto__', JSON.parse('{"title":{"__proto__":"a"}}'), '#/content/title/__proto__'],
  ['a title under a name with / and ~', { title: { 'a/b~c': 'x' } }, '#/content/title/a~1b~0c'],
  ['a title that is a book', { title: { sv: long(5001) } }, '#/content/title/sv', /5000/],
  ['hours in words', { workload: { hours: 'eighty' } }, '#/content/workload/hours', /number/],
  ['hours below zero', { workload: { hours: -1 } }, '#/content/workload/hours', /^More than 0\.$/m],
  ['no time at all', { workload: { hours: 0 } }, '#/content/workload/hours'],
  ['ECTS 0.3', { workload: { hours: 8, ects: 0.3 } }, '#/content/workload/ects', /0\.4/],
  ['ECTS −1', { workload: { hours: 8, ects: -1 } }, '#/content/workload/ects', /0\.4/],
  ['ECTS 60', { workload: { hours: 1600, ects: 60 } }, '#/content/workload/ects', /^Less than 60\.$/m],
  ['ECTS "3"', { workload: { hours: 80, ects: '3' } }, '#/content/workload/ects', /number/],
  ['EQF 9', { level: { eqf: 9 } }, '#/content/level/eqf', /^At most 8\.$/m],
  ['EQF 0', { level: { eqf: 0 } }, '#/content/level/eqf', /^At least 1\.$/m],
  ['EQF 6.5', { level: { eqf: 6.5 } }, '#/content/level/eqf', /whole number/],
  [
    'a level that does and does not apply',
    { level: { notApplicable: false } },
    '#/content/level/notApplicable',
    /Only true/,
  ],
  ['a cycle that is none', { cycle: 'fourth' }, '#/content/cycle', /first/],
  ['a depth code that is none', { depthCode: 'Q1X' }, '#/content/depthCode', /^One of: /m],
  ['an unknown assessment', { assessmentTypes: ['guessing'] }, '#/content/assessmentTypes/0', /^One of: /m],
  [
    'an assessment twice',
    { assessmentTypes: ['quiz', 'quiz'] },
    '#/content/assessmentTypes',
    /Numbers 1 and 2 in the list are the same/,
  ],
  ['an unknown mode', { participation: { modes: ['telepathic'] } }, '#/content/participation/modes/0'],
  [
    'an unknown activity',
    { participation: { modes: [], activities: ['sleep'] } },
    '#/content/participation/activities/0',
  ],
  ['an unknown field', { fields: ['4242'] }, '#/content/fields/0', /in all; see \/openapi\.json/],
  ['an unknown language', { languages: ['xx'] }, '#/content/languages/0'],
  [
    'an unknown country',
    { awardingBodies: [{ name: { sv: 'a' }, country: 'XX' }] },
    '#/content/awardingBodies/0/country',
  ],
  [
    'an unknown quality assurance',
    { qualityAssurance: [{ type: 'luck', body: {} }] },
    '#/content/qualityAssurance/0/type',
  ],
  ['an unknown supervision', { supervision: { type: 'mother' } }, '#/content/supervision/type'],
  ['an unknown legal form', { legalForms: ['se-magic'] }, '#/content/legalForms/0', /se-regular/],
  ['an unknown skill type', { learningOutcomes: [{ text: {}, type: 'luck' }] }, '#/content/learningOutcomes/0/type'],
  ['an unknown opportunity', { opportunityType: 'rave' }, '#/content/opportunityType'],
  ['a homepage that is a script', { homepage: 'javascript:alert(1)' }, '#/content/homepage', /http/],
  [
    'a grade without a name',
    { gradingScheme: { grades: [{ value: '', passes: true }] } },
    '#/content/gradingScheme/grades/0/value',
  ],
  [
    '31 grades',
    { gradingScheme: { grades: Array(31).fill({ value: 'G', passes: true }) } },
    '#/content/gradingScheme/grades',
  ],
  ['51 outcomes', { learningOutcomes: Array(51).fill({ text: { sv: 'a' } }) }, '#/content/learningOutcomes', /50/],
  ['a member that nobody knows', { price: 0 }, '#/content/price', /no such member/],
  [
    'several at once',
    { title: 7, level: { eqf: 9 }, cycle: 'x' },
    ['#/content/title', '#/content/level/eqf', '#/content/cycle'],
  ],
];

describe('a draft is refused with', () => {
  test.each(impossible.map((row) => ({ title: row[0], row })))('$title', async ({ row: [, content, at, says] }) => {
    const send = () =>
      harness.south.as.editor.post(`${harness.south.base}/microcredentials`, { slug: 'omojlig', content });
    await expectRefused(harness, send, { ...malformed, at, ...(says && { says }) });
  });

  test.each([
    ['a slug in capitals', { slug: 'Vatten' }, malformed, '#/slug', /^1 to 60 of a–z, 0–9 and hyphens/m],
    ['a slug that climbs', { slug: '../etc' }, malformed, '#/slug'],
    ['a slug of 61 letters', { slug: 'a'.repeat(61) }, malformed, '#/slug', /^At most 60 characters\.$/m],
    ['a review date in words', { reviewBy: 'soon' }, malformed, '#/reviewBy', /^A date as YYYY-MM-DD/m],
    [
      'a review date that does not exist',
      { reviewBy: '2026-02-30' },
      { status: 422, code: 'content-invalid' },
      '#/reviewBy',
    ],
    ['an owner that is not there', { ownerUnit: 'VA' }, { status: 422, code: 'content-invalid' }, '#/ownerUnit'],
  ] as const)('%s', async (_, changed, refusal, at, says?: RegExp) => {
    const send = () =>
      harness.south.as.editor.post(`${harness.south.base}/microcredentials`, { slug: 'a', content: {}, ...changed });
    await expectRefused(harness, send, { ...refusal, at, ...(says && { says }) });
  });

  test('a slug that is taken', async () => {
    await draftCourse(harness.south, 'upptagen');
    const send = () =>
      harness.south.as.admin.post(`${harness.south.base}/microcredentials`, { slug: 'upptagen', content: {} });
    await expectRefused(harness, send, { status: 409, code: 'already-exists', says: /slug/ });
  });
});

everyAnswer(() => harness);
