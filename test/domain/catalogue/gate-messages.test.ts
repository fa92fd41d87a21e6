import { describe, expect, test } from 'vitest';
import { toViolation, refusalText } from '../../../src/domain/catalogue/gate-finding.ts';
import { type GateCode, gateMessages } from '../../../src/domain/catalogue/gate-messages/index.ts';
import { type Locale, locales } from '../../../src/domain/shared/language.ts';
import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { publishGate, tooMuch } from '../../../src/domain/catalogue/publish-gate.ts';
import { awaited } from '../../../src/domain/catalogue/joint/joint-gate.ts';
import { partnerStates } from '../../../src/domain/catalogue/joint/partnership.ts';
import { inSweden, publishedIn } from './gate.ts';
import { legalForms } from '../../../src/domain/legal-form/index.ts';
import { cited, type Rule } from '../../../src/domain/legal-form/rule.ts';
import { completeContent, hoursOnlyContent } from '../../samples/content.ts';

/** Every word of a locale, by its path. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([name, member]) => flat(member, `${path}/${name}`));
}
const textsOf = (locale: Locale): ReadonlyMap<string, string> => new Map(flat(gateMessages[locale]));
const texts = {
  'sv-SE': textsOf('sv-SE'),
  'sv-FI': textsOf('sv-FI'),
  fi: textsOf('fi'),
  en: textsOf('en'),
} satisfies Record<Locale, ReadonlyMap<string, string>>;
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** The complete content with these members in place of its own; what is `undefined` is left out. */
const but = (change: { [K in keyof MicrocredentialContent]?: unknown }): MicrocredentialContent =>
  Object.fromEntries(Object.entries({ ...completeContent, ...change }).filter(([, value]) => value !== undefined));
const [outcome, second] = completeContent.learningOutcomes;

/** Contents that between them make the gate say everything that it can say. */
const contents: readonly MicrocredentialContent[] = [
  {},
  but({ learningOutcomes: [{}, { text: { sv: 'Förstå flöden' }, skills: [{}] }] }),
  but({ learningOutcomes: [outcome], workload: { ects: 16 } }),
  but({ workload: { hours: 400, ects: 16 }, legalForms: ['other'] }),
  but({ legalForms: ['se-regular', 'se-regular'], otherFormReason: { sv: 'Ingen form passar.' } }),
  but({ workload: { hours: 0, ects: 70 }, level: { eqf: 9 } }),
  but({ workload: { hours: 80 }, cycle: 'second', depthCode: 'A1N', syllabus: undefined }),
  but({ level: { eqf: 6, notApplicable: true }, legalForms: ['fi-tailored'] }),
  but({ level: { notApplicable: true }, qualityAssurance: [{}], supervision: {}, awardingBodies: [{}] }),
  but({ level: { reason: { sv: 'För alla.' } }, syllabus: {} }),
  but({ gradingScheme: { grades: [{}, { value: 'U', passes: false }, { value: 'U', passes: false }] } }),
  but({ gradingScheme: { grades: [{ value: 'U', passes: false }] }, stackability: { of: [{}] } }),
  but({ stackability: { kind: 'can-be-part-of' }, syllabus: { code: 'A', decisionDate: '2026-02-30' } }),
  { ...hoursOnlyContent, workload: { hours: 12, ects: 3 }, description: { sv: 'Ger 3 hp.' } },
  but({ workload: { hours: 57.5, ects: 3 } }),
  but({ awardingBodies: [{ name: { sv: 'A' } }, { name: { sv: 'B' }, decision: { date: '2026-02-30' } }] }),
  but({ awardingBodies: [{ name: { sv: 'A' } }, { name: { sv: 'B' }, decision: { date: '2030-01-01' } }] }),
  but({ awardingBodies: [{ name: { sv: 'A' }, decision: { date: '2026-01-01', reference: ' ' } }] }),
  but({ awardingBodies: [{ institution: 'nowhere' }, { institution: 'nowhere' }, { id: 'did:web:a.example' }] }),
  but({ qualityAssurance: [{ body: { institution: 'nowhere', code: 'uka' } }, { body: { name: { sv: 'Vi' } } }] }),
  but({ themes: [{ code: 'eld' }, { code: 'eld' }], keywords: { sv: [' '] }, exampleToReuse: {} }),
  but({ funding: { until: '2026-02-30', emblem: 'ab' }, provenance: { licence: 'cc-by-sa-4' } }),
  but({ funding: { programme: { en: 'A plan' }, until: '2026-01-31' } }),
];
const findingsOf = (content: MicrocredentialContent, publication = inSweden) => {
  const { faults, warnings } = publishGate(content, publication);
  return [...faults, ...warnings];
};

/** No form of today has a size that a course may not exceed; this one has, for as long as it is looked at. */
function findingsOfTooMany() {
  const table = legalForms['se-regular'] as { rules: readonly [Rule, ...Rule[]] };
  const [row] = table.rules;
  table.rules = [
    { ...row, size: cited({ most: 2 }, { statute: 'lagen (2026:1)', paragraph: '1 §', url: 'https://a.b' }) },
  ];
  const findings = findingsOf(completeContent);
  table.rules = [row];
  return findings;
}

/** Partners in every state, and an institution that is written out. */
function findingsOfPartners() {
  const named = { name: { sv: 'Koesaari universitet', fi: 'Koesaaren yliopisto' }, country: 'FI' } as const;
  const partners = partnerStates.map((state) => ({ ...named, slug: state, id: `did:web:${state}.example`, state }));
  const chosen = partners.map(({ slug: institution }) => ({ institution }));
  const written = but({ awardingBodies: [{ id: 'did:web:left.example' }] });
  return [
    ...awaited(but({ awardingBodies: chosen }), { partners }),
    ...publishGate(written, { ...inSweden, partners }).faults,
  ];
}

const found = [
  ...contents.flatMap((content) => findingsOf(content)),
  ...findingsOf(but({ legalForms: ['fi-specialisation'] }), publishedIn('FI')),
  ...findingsOf(completeContent, publishedIn('SE', '1993-01-01')),
  ...findingsOfTooMany(),
  ...findingsOfPartners(),
  tooMuch,
];

test('everything that the gate can say is said of some content', () => {
  const codes = new Set(found.map(({ code }) => code));
  expect((Object.keys(gateMessages.en.sentences) as GateCode[]).filter((code) => !codes.has(code))).toEqual([]);
});

describe.each(locales)('the gate in %s', (locale) => {
  test('has every message, and each speaks of the same', () => {
    expect([...texts[locale].keys()]).toEqual([...texts.en.keys()]);
    for (const [path, text] of texts[locale])
      expect([path, holes(text)]).toEqual([path, holes(texts.en.get(path) ?? '')]);
  });

  test('says sentences, with nothing left to fill in and no more digits than it has places for', () => {
    for (const each of found) {
      const { detail } = toViolation(each, locale);
      expect([each.code, detail]).toEqual([each.code, expect.stringMatching(/^[\p{Lu}\d“”].{15,}[.…]$/u)]);
      expect([each.code, detail]).toEqual([each.code, expect.not.stringMatching(/[{}]|undefined|NaN|\[object/)]);
      const unfilled = holes(gateMessages[locale].sentences[each.code]).filter(
        (name) => each.parameters[name as keyof typeof each.parameters] === undefined,
      );
      expect([each.code, unfilled]).toEqual([each.code, []]);
    }
    expect(refusalText(7, locale).detail).toMatch(/ 7\.$/);
  });
});

test.each(['sv-SE', 'sv-FI', 'fi'] as const)('no English is left in %s', (locale) => {
  expect([...texts[locale]].filter(([path, text]) => text === texts.en.get(path))).toEqual([]);
  const english = /\b(?:the|and|or|of|is|it|this|write|say|state|choose|give|name)\b/i;
  expect([...texts[locale]].filter(([, text]) => english.test(text.replaceAll(/\{\w+\}/g, '')))).toEqual([]);
});

/** The column "never" of the words of the interface, and what has another name in Finland. */
test.each([
  ['sv-SE', /mikromeritering|\binstitution|meritpoäng|staplingsbar|vitsord|studiepoäng|undervisningsplan|arbetsmängd/i],
  [
    'sv-FI',
    /mikromeritering|\binstitution|lärosäte|\bbetyg|högskolepoäng|\bpoäng|kursplan|kursbevis|examin|arbetsinsats/i,
  ],
  ['fi', /tilauskoulutus|oppimiskesku|opintopolku|mikrokredent/i],
] as const)('%s keeps to its own words', (locale, never) => {
  expect([...texts[locale]].filter(([, text]) => never.test(text))).toEqual([]);
});

describe('texts that are missing in a language', () => {
  const third = { text: { fi: 'mitata virtauksia' } };
  const content = but({
    title: { sv: 'Vatten' },
    description: { sv: 'Om vatten.', en: 'Water.' },
    learningOutcomes: [outcome, second, third],
  });
  const lines = (locale: Locale) =>
    publishGate(content, inSweden).warnings.map((warning) => toViolation(warning, locale));

  test('are one line for each language, with every place', () => {
    expect(lines('en')).toEqual([
      {
        pointer: '#/learningOutcomes/2/text/sv',
        detail: 'Swedish is missing in: learning outcome 3. Readers get another language there.',
        pointers: ['#/learningOutcomes/2/text/sv'],
      },
      {
        pointer: '#/title/fi',
        detail: 'Finnish is missing in: title, description. Readers get another language there.',
        pointers: ['#/title/fi', '#/description/fi'],
      },
      {
        pointer: '#/title/en',
        detail: 'English is missing in: title, learning outcome 3. Readers get another language there.',
        pointers: ['#/title/en', '#/learningOutcomes/2/text/en'],
      },
    ]);
  });

  test.each([
    ['sv-SE', 'Engelska saknas i: titel, lärandemål 3. Läsaren får ett annat språk där.'],
    ['sv-FI', 'Engelska saknas i: titel, lärandemål 3. Läsaren får ett annat språk där.'],
    [
      'fi',
      'Englanninkielinen teksti puuttuu: nimi, osaamistavoite 3. Lukija saa siinä kohdassa tekstin toisella kielellä.',
    ],
  ] as const)('are told in %s', (locale, detail) => {
    expect(lines(locale).at(-1)?.detail).toBe(detail);
  });

  test('stay within what a line may hold, however many there are', () => {
    const many = but({ learningOutcomes: Array(50).fill(third) });
    for (const warning of publishGate(many, inSweden).warnings) {
      for (const locale of locales) expect(toViolation(warning, locale).detail.length).toBeLessThan(2000);
      expect(warning.pointers?.length ?? 0).toBeLessThanOrEqual(100);
    }
  });
});

describe('what is put into a sentence', () => {
  test('is written as the locale has it', () => {
    const { warnings } = publishGate(but({ workload: { hours: 57.5, ects: 3 } }), inSweden);
    const said = locales.map((locale) => toViolation(warnings[0]!, locale).detail.split(' ')[0]);
    expect(said).toEqual(['19,2', '19,2', '19,2', '19.2']);
  });

  test('is never read for holes, and never longer than a word', () => {
    const grades = ['{word}{form}$&', '{word}{form}$&'].map((value) => ({ value, passes: true }));
    const [twice] = publishGate(but({ gradingScheme: { grades } }), inSweden).faults;
    expect(toViolation(twice!, 'en').detail).toBe('The grade {word}{form}$& stands twice. Remove one of them.');
    const long = { ...hoursOnlyContent, description: { sv: `ECTS-${'å'.repeat(4000)}` } };
    expect(toViolation(publishGate(long, inSweden).faults[0]!, 'sv-SE').detail.length).toBeLessThan(200);
  });
});
