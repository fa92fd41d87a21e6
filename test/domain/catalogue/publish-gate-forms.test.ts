import { describe, expect, test } from 'vitest';
import { toViolation } from '../../../src/domain/catalogue/gate-finding.ts';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { type LegalFormCode, legalFormCodes, legalForms, ruleOn } from '../../../src/domain/legal-form/index.ts';
import { paragraphsOf } from '../../../src/domain/legal-form/rule.ts';
import { anyCountryContent, completeContent, contentWith, hoursOnlyContent } from '../../samples/content.ts';
import { inSweden, pointersOf, publishedIn } from './gate.ts';

const detailsOf = (content: Parameters<typeof publishGate>[0], publication = inSweden) =>
  publishGate(content, publication).faults.map((fault) => toViolation(fault, 'en').detail);

/** Content of these forms and of nothing that the country of the form would refuse. */
const given = (legalForms: readonly LegalFormCode[], more: Parameters<typeof contentWith>[0] = {}) =>
  contentWith({
    legalForms,
    otherFormReason: legalForms.includes('other') ? { sv: 'Ingen passar.' } : undefined,
    cycle: undefined,
    depthCode: undefined,
    workload: { hours: 800, ects: 30 },
    prerequisites: undefined,
    awardingBodies: [{ name: { sv: 'Provsjö högskola' }, country: 'SE' }],
    ...more,
  });

describe('the legal form at the publish gate', () => {
  test.each(legalFormCodes)('%s is judged by its row of the table', (form) => {
    const rule = ruleOn(form, inSweden.on)!;
    const publication = publishedIn(legalForms[form].country ?? 'SE');
    const judge = (more: Parameters<typeof contentWith>[0]) => pointersOf(given([form], more), publication);
    const forCredits = rule.credits.is === 'forbidden' ? ['#/workload/ects'] : [];
    const forHours = rule.credits.is === 'required' ? ['#/workload/ects'] : [];
    const forSyllabus = rule.syllabus.is ? ['#/syllabus'] : [];
    expect(judge({})).toEqual(forCredits);
    expect(judge({ workload: { hours: 80 } })).toEqual(forHours);
    expect(judge({ syllabus: undefined })).toEqual([...forSyllabus, ...forCredits]);
  });

  test.each(legalFormCodes)('%s names the paragraphs that ask for it, where there are any', (form) => {
    const { credits, syllabus } = ruleOn(form, inSweden.on)!;
    const publication = publishedIn(legalForms[form].country ?? 'SE');
    const lacking = given([form], { workload: { hours: 800 }, syllabus: undefined });
    const asked = [credits.is === 'required' ? [credits] : [], syllabus.is ? [syllabus] : []].flat();
    const details = detailsOf(lacking, publication);
    expect(details).toHaveLength(asked.length);
    for (const [index, fact] of asked.entries()) {
      const law = paragraphsOf(fact);
      if (law === undefined) expect(details[index]).not.toContain('§');
      else expect(details[index]).toContain(` (${law}). `);
    }
  });

  test.each(legalFormCodes)('%s is for its own country alone', (form) => {
    const { country } = legalForms[form];
    for (const other of ['SE', 'FI', 'NO']) {
      const isElsewhere = country !== undefined && country !== other;
      expect(pointersOf(given([form]), publishedIn(other)).includes('#/legalForms/0')).toBe(isElsewhere);
    }
  });

  test('of another country is refused with the paragraph of that country', () => {
    expect(detailsOf(given(['se-regular', 'fi-open-university']))).toEqual([
      expect.stringMatching(
        /Open university.*another country’s law \(yliopistolaki \(558\/2009\) 7 §; [^.]*\)\. Choose/,
      ),
    ]);
  });

  test.each([
    ['fi-open-university', 'FI', '2014-12-31', '2015-01-01'],
    ['se-regular', 'SE', '2010-06-30', '2010-07-01'],
    ['se-open-no-credits', 'SE', '2018-08-31', '2018-09-01'],
  ] as const)('%s is not in force in %s before the table has it', (form, country, before, from) => {
    const content = form === 'se-open-no-credits' ? { ...hoursOnlyContent, legalForms: [form] } : given([form]);
    expect(pointersOf(content, publishedIn(country, before))).toEqual(['#/legalForms/0']);
    expect(detailsOf(content, publishedIn(country, before))[0]).toMatch(/is not in force \(.*§\)\. /);
    expect(pointersOf(content, publishedIn(country, from))).toEqual([]);
  });

  test.each([
    [29.5, ['#/legalForms/0']],
    [30, []],
  ])('specialisation education of %d credits', (ects, pointers) => {
    const content = given(['fi-specialisation'], { workload: { hours: 800, ects } });
    expect(pointersOf(content, publishedIn('FI'))).toEqual(pointers);
    if (pointers.length > 0)
      expect(detailsOf(content, publishedIn('FI'))).toEqual([
        expect.stringMatching(/at least 30 credits \(.*20 b §;.*3 §\)\.$/) as unknown,
      ]);
  });

  test('credits on a form without stay out, however many', () => {
    const content = { ...hoursOnlyContent, workload: { hours: 12, ects: 0.5 } };
    expect(pointersOf(content)).toEqual(['#/workload/ects']);
    expect(detailsOf(content)[0]).toMatch(/gives no credits \(högskoleförordningen \(1993:100\) 11 kap\. 2 §\)\. /);
  });

  test('several are each judged, and each is told where it stands', () => {
    const both = given(['se-commissioned-no-credits', 'se-regular']);
    expect(pointersOf(both)).toEqual([]);
    expect(pointersOf({ ...both, workload: { hours: 80 } })).toEqual(['#/workload/ects']);
    expect(pointersOf({ ...both, syllabus: undefined as never })).toEqual(['#/syllabus']);
    const two = given(['se-regular', 'fi-tailored', 'se-regular']);
    expect(pointersOf(two)).toEqual(['#/legalForms/1', '#/legalForms/2']);
    const none = given(['se-open-no-credits', 'se-commissioned-no-credits'], { workload: { hours: 80, ects: 3 } });
    expect(pointersOf(none)).toEqual(['#/workload/ects']);
  });

  test('"other" says why no form fits, and no other form does', () => {
    expect(pointersOf(anyCountryContent)).toEqual([]);
    expect(pointersOf({ ...anyCountryContent, otherFormReason: { sv: ' ' } })).toEqual(['#/otherFormReason']);
    expect(pointersOf(contentWith({ otherFormReason: undefined }, anyCountryContent))).toEqual(['#/otherFormReason']);
    expect(pointersOf({ ...completeContent, otherFormReason: { sv: 'Ingen passar.' } })).toEqual(['#/otherFormReason']);
  });
});

describe('a course that may be given without credits', () => {
  const words = [
    '3 hp',
    '2,5 sp',
    '5 op',
    'ECTS',
    'ECTS-poäng',
    'högskolepoäng',
    'studiepoäng',
    'opintopistettä',
    'kursbevis',
    'credits',
  ];
  const mixed = given(['se-regular', 'se-commissioned-no-credits']);

  test.each(words)('may not speak of its own, whatever its other forms give: %s', (word) => {
    const text = `Efteråt får du ${word}.`;
    for (const content of [hoursOnlyContent, mixed])
      for (const [pointer, change] of [
        ['#/title/sv', { title: { ...content.title, sv: text } }],
        ['#/description/fi', { description: { ...content.description, fi: text } }],
        ['#/learningOutcomes/0/text/sv', { learningOutcomes: [{ text: { sv: text } }] }],
      ] as const)
        expect(pointersOf({ ...content, ...change })).toEqual([pointer]);
  });

  test.each(words)('may speak of others’: of what comes before, of what it is part of, of more to read: %s', (word) => {
    const text = { sv: `Minst 90 ${word}` };
    for (const content of [hoursOnlyContent, mixed])
      expect(
        pointersOf({
          ...content,
          prerequisites: text,
          furtherInformation: text,
          stackability: { kind: 'can-be-part-of', statement: text, of: [{ title: text }] },
        }),
      ).toEqual([]);
  });

  test.each(['php', 'shop', 'kopp', 'Du får 12 timmar', 'accredited', 'tillgodoräknande', '12 hpa'])(
    'may say what only looks like it: %s',
    (text) => {
      expect(pointersOf({ ...hoursOnlyContent, description: { sv: text } })).toEqual([]);
    },
  );

  test('with credits, the words are as they should be', () => {
    expect(pointersOf({ ...completeContent, description: { sv: '3 hp ger kursbevis' } })).toEqual([]);
  });
});
