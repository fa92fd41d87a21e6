import { describe, expect, test } from 'vitest';
import { read } from './lists.ts';

const codes = (file: string): string[] => read(file).concepts.map((concept) => concept.code);

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
