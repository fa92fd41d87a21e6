import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnerQuery, searchWords } from '../../../src/domain/enrolment/learner-search.ts';
import { swedishNumber, today } from './identifiers/numbers.ts';

describe('the words of a name, as they are compared,', () => {
  test.each([
    ['Märta Ålöf', ['marta', 'alof']],
    ['MÄRTA A\u030alo\u0308f', ['marta', 'alof']],
    ['Sørensen-Æbel', ['sorensen', 'aebel']],
    ['O’Brien', ['o', 'brien']],
    ['Straße Łódź', ['strasse', 'lodz']],
    ['İpek Işık', ['ipek', 'isik']],
    ['李小龙', ['李小龙']],
    ['Lo Lo lo', ['lo']],
    ['!!! —', []],
  ])('of %s are %j', (name, words) => {
    expect(searchWords(name)).toEqual(words);
  });

  test('have nothing in them but letters and digits, whatever the name, and are at most 100 long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        for (const word of searchWords(name)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          expect([...word].length).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('are the same in whatever normal form and case of ASCII they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(searchWords(name.normalize('NFD'))).toEqual(searchWords(name.normalize('NFC')));
      }),
    );
  });
});

describe('a search', () => {
  test('for a number looks for it in its one form, under the kinds that it can be of', () => {
    const number = swedishNumber('1990-02-28', '980', 0);
    const { identifiers } = learnerQuery(` ${number.slice(2, 8)}-${number.slice(8)}`, today);
    expect(identifiers).toContainEqual({ kind: 'personnummer', value: number });
    expect(identifiers.map(({ kind }) => kind)).not.toContain('samordningsnummer');
  });

  test('for a name looks for no number of a known form', () => {
    const { identifiers, words, externalId } = learnerQuery('Märta Ål', today);
    expect(words).toEqual(['marta', 'al']);
    expect(externalId).toBe('Märta Ål');
    expect(identifiers.map(({ kind }) => kind)).toEqual(['student-number', 'other']);
  });
});
