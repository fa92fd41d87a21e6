import { describe, expect, test } from 'vitest';
import { toViolation } from '../../../src/domain/catalogue/gate-finding.ts';
import type { LanguageMap } from '../../../src/domain/shared/language.ts';
import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { passPublishGate, publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { inSweden } from './gate.ts';
import { completeContent, hoursOnlyContent } from '../../samples/content.ts';

const warningsOf = (content: MicrocredentialContent) =>
  publishGate(content, inSweden).warnings.map(({ pointer }) => pointer);

/** One outcome more, in every language, with this in some of them. */
const withOutcome = (text: LanguageMap): MicrocredentialContent => ({
  ...completeContent,
  learningOutcomes: [
    ...completeContent.learningOutcomes,
    { text: { sv: 'mäta flöden', fi: 'mitata virtauksia', en: 'measure flows', ...text } },
  ],
});

describe('the advice of the publish gate', () => {
  const [outcome] = completeContent.learningOutcomes;
  const advised: readonly (readonly [string, MicrocredentialContent, readonly string[]])[] = [
    ['19 hours a credit', { ...completeContent, workload: { hours: 57, ects: 3 } }, ['#/workload/hours']],
    ['31 hours a credit', { ...completeContent, workload: { hours: 93, ects: 3 } }, ['#/workload/hours']],
    ['more than 15 credits', { ...completeContent, workload: { hours: 420, ects: 16 } }, ['#/workload/ects']],
    [
      'one learning outcome',
      { ...completeContent, learningOutcomes: outcome ? [outcome] : [] },
      ['#/learningOutcomes'],
    ],
    [
      'an outcome in one language',
      { ...completeContent, learningOutcomes: [...completeContent.learningOutcomes, { text: { fi: 'mitata' } }] },
      ['#/learningOutcomes/2/text/sv', '#/learningOutcomes/2/text/en'],
    ],
    [
      'prerequisites without English',
      { ...completeContent, prerequisites: { sv: 'Inga.', fi: 'Ei mitään.' } },
      ['#/prerequisites/en'],
    ],
    [
      'something larger that is not named',
      { ...completeContent, stackability: { kind: 'can-be-part-of' } },
      ['#/stackability'],
    ],
    ['"understand" as the verb', withOutcome({ en: 'Understand filtration' }), ['#/learningOutcomes/2/text/en']],
    ['a title in one language', { ...completeContent, title: { sv: 'Vatten' } }, ['#/title/fi', '#/title/en']],
    [
      'a description without Finnish',
      { ...completeContent, description: { sv: 'Om vatten.', en: 'About water.' } },
      ['#/description/fi'],
    ],
    [
      'a title of blanks in one language',
      { ...completeContent, title: { sv: 'Vatten', fi: ' ', en: 'Water' } },
      ['#/title/fi'],
    ],
  ];

  test.each(advised)('is given for %s', (_, content, pointers) => {
    expect(warningsOf(content)).toEqual(pointers);
  });

  test.each(advised)('never blocks: %s', (_, content) => {
    expect(publishGate(content, inSweden).faults).toEqual([]);
    expect(passPublishGate(content, inSweden)).toBe(content);
  });

  test.each(advised)('is a sentence: %s', (_, content) => {
    for (const warning of publishGate(content, inSweden).warnings)
      expect(toViolation(warning, 'en').detail).toMatch(/^[\p{Lu}\d].{15,}[.…]$/u);
  });

  test.each([
    [60, 3],
    [90, 3],
    [10, 0.5],
  ])('is not given for %d hours and %d credits', (hours, ects) => {
    expect(warningsOf({ ...completeContent, workload: { hours, ects } })).toEqual([]);
  });

  test('says nothing about hours a credit where there are no credits', () => {
    expect(warningsOf({ ...hoursOnlyContent, workload: { hours: 1 } })).toEqual([]);
  });

  test('does not ask for the languages of a text that is not there at all: that is a fault', () => {
    expect(warningsOf({ ...completeContent, title: {} })).toEqual([]);
  });
});

describe('a verb that nobody can examine', () => {
  test.each([
    ['en', 'Understand filtration'],
    ['en', 'The learner understands filtration.'],
    ['en', 'explain, and understand'],
    ['en', 'UNDERSTAND'],
    ['sv', 'Förstå filtrering'],
    ['sv', 'studenten förstår filtrering'],
    ['sv', 'kunna förstå, och förklara'],
    ['sv', 'Kan (förstå) filtrering'],
    ['fi', 'Ymmärtää suodatuksen'],
    ['fi', 'Opiskelija ymmärtää suodatuksen.'],
    ['fi', 'ymmärrän suodatuksen'],
    ['fi', 'Osaa selittää ja ymmärtää'],
  ] as const)('is pointed out (%s): %s', (language, text) => {
    expect(warningsOf(withOutcome({ [language]: text }))).toEqual([`#/learningOutcomes/2/text/${language}`]);
  });

  test('is pointed out where a system wrote the letters as base and diacritic', () => {
    expect(warningsOf(withOutcome({ sv: 'Förstå filtrering'.normalize('NFD') }))).toEqual([
      '#/learningOutcomes/2/text/sv',
    ]);
    expect(warningsOf(withOutcome({ fi: 'Ymmärtää suodatus'.normalize('NFD') }))).toEqual([
      '#/learningOutcomes/2/text/fi',
    ]);
  });

  // Nouns and adjectives can be examined, and a word that only contains the verb is another word.
  test.each([
    ['en', 'Prevent misunderstandings between colleagues'],
    ['en', 'Write an understandable report'],
    ['en', 'Show understanding in a dialogue'],
    ['sv', 'Reda ut missförstånd'],
    ['sv', 'Undvika att missförstå en kund'],
    ['sv', 'Visa förståelse i ett samtal'],
    ['sv', 'Skriva förståeligt'],
    ['fi', 'Välttää väärinymmärryksiä'],
    ['fi', 'Kirjoittaa ymmärrettävästi'],
    ['fi', 'Osoittaa ymmärrystä'],
    ['fi', 'Kohdata asiakas ymmärtäväisesti'],
    ['fi', 'Välttää syväymmärtämättömyyttä'],
  ] as const)('is not seen in another word (%s): %s', (language, text) => {
    expect(warningsOf(withOutcome({ [language]: text }))).toEqual([]);
  });

  test('is pointed out in each language and outcome where it stands', () => {
    const content = {
      ...completeContent,
      learningOutcomes: [
        { text: { sv: 'Förstå pumpar', fi: 'Selittää pumput', en: 'Understand pumps' } },
        { text: { sv: 'Rita rör', fi: 'Ymmärtää putket', en: 'Draw pipes' } },
      ],
    };
    expect(warningsOf(content)).toEqual([
      '#/learningOutcomes/0/text/sv',
      '#/learningOutcomes/0/text/en',
      '#/learningOutcomes/1/text/fi',
    ]);
  });
});
