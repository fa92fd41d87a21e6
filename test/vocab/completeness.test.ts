import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lowerCase, read } from './lists.ts';

const published = resolve(import.meta.dirname, '../samples/elm-vocab');

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
    ['target-group', 'target-group'],
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
