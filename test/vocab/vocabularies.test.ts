import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lowerCase, ours, read } from './lists.ts';

const counts: Record<string, number> = {
  'assessment.json': 14,
  'attendance.json': 4,
  'country.json': 251,
  'cycle.json': 4,
  'depth-code.json': 12,
  'eqf.json': 8,
  'examination-place.json': 4,
  'identity-check.json': 4,
  'identity-checker.json': 4,
  'isced-f.json': 220,
  'language.json': 67,
  'learning-activity.json': 11,
  'learning-opportunity.json': 12,
  'licence.json': 4,
  'mode.json': 6,
  'nqf.json': 16,
  'quality-assurance.json': 4,
  'quality-body.json': 3,
  'skill-type.json': 2,
  'supervision.json': 4,
  'target-group.json': 20,
};

/** Lists of ours that have no IRIs at their source. */
const withoutIri = new Set([
  ...['attendance.json', 'cycle.json', 'depth-code.json'],
  ...['examination-place.json', 'identity-check.json', 'identity-checker.json'],
]);

/** Its concepts stand where those who made them keep them. */
const ofOthers = new Set(['licence.json', 'quality-body.json']);

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
    expect(new Set(list).size).toBe(list.length);
    if (ofOthers.has(file)) {
      expect(list.filter((iri) => !/^https?:\/\/\S+$/.test(iri ?? ''))).toEqual([]);
      return;
    }
    const base = (vocabulary.scheme ?? '').replace(/\/25831c2$/, '');
    expect(base).toMatch(/^http:\/\/(data|publications)\.europa\.eu\//);
    expect(list.filter((iri) => !iri?.startsWith(`${base}/`))).toEqual([]);
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

test.each(lowerCase)('%s: the labels are words within a sentence; only abbreviations begin large', (name) => {
  const labels = read(`${name}.json`).concepts.flatMap(({ label }) => Object.values(label));
  expect(labels.filter((label) => !/^(\p{Ll}|MOOC)/u.test(label))).toEqual([]);
});

test('the English labels of words are in British spelling', () => {
  const labels = lowerCase.flatMap((name) => read(`${name}.json`).concepts.map(({ label }) => label['en']));
  expect(labels.filter((label) => /\b(program|license|artifact|organiz\w+)\b/.test(label ?? ''))).toEqual([]);
});
