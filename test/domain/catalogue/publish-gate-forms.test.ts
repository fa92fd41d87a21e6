import { describe, expect, test } from 'vitest';
import { legalFormCodes, legalForms } from '../../../src/domain/legal-form/index.ts';
import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { completeContent, hoursOnlyContent } from '../../samples/content.ts';
import { pointersOf } from './gate.ts';

describe('the legal form at the publish gate', () => {
  const { syllabus, ...withoutSyllabus } = completeContent;
  const { cycle: _, depthCode: __, ...plain } = withoutSyllabus;

  test.each(legalFormCodes)('%s is judged by its row of the table', (legalForm) => {
    const form = legalForms[legalForm];
    const country = form.country ?? 'SE';
    const judge = (content: MicrocredentialContent) => pointersOf({ ...content, legalForm }, country);
    const forCredits = form.credits === 'forbidden' ? ['#/workload/ects'] : [];
    const forHours = form.credits === 'required' ? ['#/workload/ects'] : [];
    const forSyllabus = form.syllabusRequired ? ['#/syllabus'] : [];
    expect(judge({ ...plain, ...(syllabus && { syllabus }) })).toEqual(forCredits);
    expect(judge({ ...plain, ...(syllabus && { syllabus }), workload: { hours: 80 } })).toEqual(forHours);
    expect(judge(plain)).toEqual([...forCredits, ...forSyllabus]);
  });

  test.each(legalFormCodes)('%s is for its own country alone', (legalForm) => {
    const { country } = legalForms[legalForm];
    for (const other of ['SE', 'FI', 'NO']) {
      const isElsewhere = country !== undefined && country !== other;
      expect(pointersOf({ ...completeContent, legalForm }, other).includes('#/legalForm')).toBe(isElsewhere);
    }
  });

  test('credits on a form without stay out, however many', () => {
    expect(pointersOf({ ...hoursOnlyContent, workload: { hours: 12, ects: 0.5 } })).toEqual(['#/workload/ects']);
  });
});

describe('a course without credits', () => {
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

  test.each(words)('may not speak of them, anywhere: %s', (word) => {
    const text = `Efteråt får du ${word}.`;
    for (const [pointer, content] of [
      ['#/title/sv', { ...hoursOnlyContent, title: { ...hoursOnlyContent.title, sv: text } }],
      ['#/furtherInformation/sv', { ...hoursOnlyContent, furtherInformation: { sv: text } }],
      ['#/prerequisites/fi', { ...hoursOnlyContent, prerequisites: { fi: text } }],
    ] as const) {
      expect(publishGate(content, 'SE').faults.map((fault) => fault.pointer)).toEqual([pointer]);
    }
  });

  test.each(['php', 'shop', 'kopp', 'Du får 12 timmar', 'accredited', 'tillgodoräknande', '12 hpa'])(
    'may say what only looks like it: %s',
    (text) => {
      expect(publishGate({ ...hoursOnlyContent, furtherInformation: { sv: text } }, 'SE').faults).toEqual([]);
    },
  );

  test('with credits, the words are as they should be', () => {
    expect(publishGate({ ...completeContent, furtherInformation: { sv: '3 hp ger kursbevis' } }, 'SE').faults).toEqual(
      [],
    );
  });
});
