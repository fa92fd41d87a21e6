import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Concept {
  code: string;
  iri?: string;
  eqf?: number;
  framework?: string;
  label: Record<string, string>;
}

interface Vocabulary {
  title: string;
  scheme?: string;
  source: string;
  licence: string;
  concepts: Concept[];
}

const ours = resolve(import.meta.dirname, '../../schemas/vocab');
const published = resolve(import.meta.dirname, '../samples/elm-vocab');

const counts: Record<string, number> = {
  'assessment.json': 14,
  'country.json': 251,
  'cycle.json': 4,
  'depth-code.json': 12,
  'eqf.json': 8,
  'isced-f.json': 220,
  'language.json': 67,
  'learning-activity.json': 11,
  'learning-opportunity.json': 12,
  'mode.json': 6,
  'nqf.json': 16,
  'quality-assurance.json': 4,
  'skill-type.json': 2,
  'supervision.json': 4,
};

/** Lists of ours that have no IRIs at their source. */
const withoutIri = new Set(['cycle.json', 'depth-code.json']);

const read = (file: string): Vocabulary => JSON.parse(readFileSync(resolve(ours, file), 'utf8')) as Vocabulary;

const codes = (file: string): string[] => read(file).concepts.map((concept) => concept.code);

const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

test('every list is counted here and every counted list exists', () => {
  const files = readdirSync(ours).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(Object.keys(counts).sort());
});

describe.each(Object.entries(counts))('%s', (file, count) => {
  const vocabulary = read(file);

  test('says what it is and where it comes from', () => {
    for (const value of [vocabulary.title, vocabulary.source, vocabulary.licence]) {
      expect(value).toMatch(/\S/);
      expect(value).not.toContain('\n');
    }
  });

  test(`has ${count} concepts`, () => {
    expect(vocabulary.concepts).toHaveLength(count);
  });

  test('has unique codes', () => {
    const list = vocabulary.concepts.map((concept) => concept.code);
    expect(list.filter((code) => !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(code))).toEqual([]);
    expect(repeated(list)).toEqual([]);
  });

  test(withoutIri.has(file) ? 'has no scheme and no IRIs' : 'has unique IRIs', () => {
    const list = vocabulary.concepts.map((concept) => concept.iri);
    if (withoutIri.has(file)) {
      expect(vocabulary.scheme).toBeUndefined();
      expect(list.filter((iri) => iri !== undefined)).toEqual([]);
      return;
    }
    const base = (vocabulary.scheme ?? '').replace(/\/25831c2$/, '');
    expect(base).toMatch(/^http:\/\/(data|publications)\.europa\.eu\//);
    expect(list.filter((iri) => !iri?.startsWith(`${base}/`))).toEqual([]);
    expect(new Set(list).size).toBe(list.length);
  });

  test('has labels in English, Swedish and Finnish', () => {
    for (const { code, label } of vocabulary.concepts) {
      for (const locale of ['en', 'sv', 'fi']) {
        expect(label[locale], `${code} ${locale}`).toMatch(/^\S(.*\S)?$/u);
      }
      const others = Object.keys(label).filter((key) => !['en', 'sv', 'fi', 'sv-FI'].includes(key));
      expect(others, code).toEqual([]);
    }
  });

  test('has a label for Finland Swedish only where it differs', () => {
    for (const { code, label } of vocabulary.concepts) {
      if ('sv-FI' in label) {
        expect(label['sv-FI'], code).toMatch(/^\S(.*\S)?$/u);
        expect(label['sv-FI'], code).not.toBe(label['sv']);
      }
    }
  });
});

/** Lists of words, not of names. */
const lowerCase = [
  ...['assessment', 'cycle', 'learning-activity', 'learning-opportunity', 'mode', 'quality-assurance'],
  ...['skill-type', 'supervision'],
];

test.each(lowerCase)('%s: the labels are words within a sentence; only abbreviations begin large', (name) => {
  const labels = read(`${name}.json`).concepts.flatMap(({ label }) => Object.values(label));
  expect(labels.filter((label) => !/^(\p{Ll}|MOOC)/u.test(label))).toEqual([]);
});

test('the English labels of words are in British spelling', () => {
  const labels = lowerCase.flatMap((name) => read(`${name}.json`).concepts.map(({ label }) => label['en']));
  expect(labels.filter((label) => /\b(program|license|artifact|organiz\w+)\b/.test(label ?? ''))).toEqual([]);
});

describe('codes', () => {
  test('eqf', () => {
    expect(codes('eqf.json')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('nqf: framework and EQF level follow from the code', () => {
    for (const concept of read('nqf.json').concepts) {
      expect(concept.code).toBe(`${concept.framework}-${concept.eqf}`);
      expect(concept.label['en']).toBe(`${concept.framework} level ${concept.eqf}`);
    }
  });

  test('mode', () => {
    expect(codes('mode.json').sort()).toEqual(
      ['online', 'blended', 'onsite', 'project-based', 'research-lab-based', 'work-based'].sort(),
    );
  });

  test('supervision', () => {
    expect(codes('supervision.json').sort()).toEqual([
      'supervised-with-id',
      'supervised-without-id',
      'unsupervised-with-id',
      'unsupervised-without-id',
    ]);
  });

  test('quality-assurance', () => {
    expect(codes('quality-assurance.json').sort()).toEqual([
      'institutional-licence',
      'institutional-quality-assurance',
      'programme-licence',
      'programme-quality-assurance',
    ]);
  });

  test('skill-type', () => {
    expect(codes('skill-type.json').sort()).toEqual(['knowledge', 'skill']);
  });

  test('assessment, learning-activity and learning-opportunity are kebab case', () => {
    for (const name of ['assessment', 'learning-activity', 'learning-opportunity']) {
      expect(codes(`${name}.json`).filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
    }
    expect(codes('assessment.json')).toContain('written-examination');
    expect(codes('learning-opportunity.json')).toContain('short-learning-programme');
  });

  test('isced-f: the code ends the IRI, and every field stands under a wider one', () => {
    const { concepts } = read('isced-f.json');
    const all = new Set(concepts.map((concept) => concept.code));
    for (const { code, iri } of concepts) {
      expect(iri).toBe(`http://data.europa.eu/snb/isced-f/${code}`);
      expect(code).toMatch(/^[0-9]{2,4}$/);
      if (code.length > 2) expect(all, code).toContain(code.slice(0, -1));
    }
    expect(concepts.find((concept) => concept.code === '0613')?.label['en']).toBe(
      'Software and applications development and analysis',
    );
  });

  test('language: the official languages of the EU and of the Nordic countries', () => {
    const official = 'bg hr cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv';
    const nordic = 'no nb nn is fo kl se smn sms smj sma fit fkv rom yi';
    const list = codes('language.json');
    expect([...official.split(' '), ...nordic.split(' ')].filter((x) => !list.includes(x))).toEqual([]);
    for (const { code, iri } of read('language.json').concepts) {
      expect(code).toMatch(/^[a-z]{2,3}$/);
      expect(iri).toMatch(/\/[A-Z]{3}$/);
      if (code.length === 3) expect(iri?.endsWith(`/${code.toUpperCase()}`), code).toBe(true);
    }
  });

  test('country: two letters, with the Nordic countries and territories', () => {
    const list = codes('country.json');
    expect(list.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    expect(list).toEqual(expect.arrayContaining(['SE', 'FI', 'NO', 'DK', 'IS', 'AX', 'FO', 'GL', 'EE']));
  });

  test('cycle', () => {
    const pairs = read('cycle.json').concepts.map(({ code, eqf }) => [code, eqf]);
    expect(pairs).toEqual([
      ['short', 5],
      ['first', 6],
      ['second', 7],
      ['third', 8],
    ]);
  });

  test('depth-code: the first letter gives the EQF level', () => {
    const levels: Record<string, number> = { G: 6, A: 7, B: 4 };
    for (const { code, eqf } of read('depth-code.json').concepts) {
      expect(eqf, code).toBe(levels[code.charAt(0)]);
    }
    expect(codes('depth-code.json')).toEqual('G1N G1F G1E G2F G2E GXX A1N A1F A1E A2E AXX BXX'.split(' '));
  });
});

describe('completeness against the vocabularies of the European Learning Model', () => {
  const lists: [string, string][] = [
    ['eqf', 'eqf'],
    ['nqf-seqf-finqf', 'nqf'],
    ['assessment', 'assessment'],
    ['learning-assessment-mode', 'mode'],
    ['learning-activity', 'learning-activity'],
    ['supervision-verification', 'supervision'],
    ['accreditation', 'quality-assurance'],
    ['learning-opportunity', 'learning-opportunity'],
    ['skill-type', 'skill-type'],
    ['isced-f-2013', 'isced-f'],
    ['country', 'country'],
  ];

  /** In the source list of countries, but neither a country nor a territory. */
  const notCountries = new Set(['EUR', 'OP_DATPRO']);
  /** Lists and concepts whose English labels we word differently on purpose. */
  const reworded = new Set([
    'eqf',
    'nqf',
    ...['mode onsite', 'mode project-based', 'mode research-lab-based', 'mode work-based'],
    ...['quality-assurance programme-quality-assurance', 'quality-assurance programme-licence'],
    ...['quality-assurance institutional-licence', 'assessment problem-based-learning'],
  ]);

  for (const [source, name] of lists) {
    const path = resolve(published, `${source}.json`);

    test(`${name} has every concept of ${source}`, () => {
      const theirs = JSON.parse(readFileSync(path, 'utf8')) as {
        scheme: string;
        concepts: { id: string; en: string; eqf?: string }[];
      };
      const vocabulary = read(`${name}.json`);
      expect(vocabulary.scheme).toBe(theirs.scheme);

      const byIri = new Map(vocabulary.concepts.map((concept) => [concept.iri, concept]));
      const expected = theirs.concepts.filter(
        ({ id }) => name !== 'country' || !notCountries.has(id.slice(id.lastIndexOf('/') + 1)),
      );
      expect(expected.map(({ id }) => id).filter((id) => !byIri.has(id))).toEqual([]);

      for (const { id, en, eqf } of expected) {
        const concept = byIri.get(id);
        if (eqf !== undefined) expect(eqf.endsWith(`/eqf/${concept?.eqf}`), id).toBe(true);
        if (reworded.has(name) || reworded.has(`${name} ${concept?.code}`)) continue;
        const same = lowerCase.includes(name) ? (text = '') => text.toLowerCase() : (text = '') => text;
        expect(same(concept?.label['en']), id).toBe(same(en.trim()));
      }

      if (name !== 'country') expect(vocabulary.concepts).toHaveLength(theirs.concepts.length);
    });
  }
});
