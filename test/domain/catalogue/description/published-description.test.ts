import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanKeywords,
  publishedDescription,
} from '../../../../src/domain/catalogue/description/published-description.ts';
import { contentWith } from '../../../samples/content.ts';

describe('keywords are published', () => {
  test.each([
    [['  vatten '], ['vatten']],
    [['dricks  vatten', 'dricks\tvatten'], ['dricks vatten']],
    [['Vatten', 'vatten', 'VATTEN'], ['Vatten']],
    [['a\u030akerbruk', '\u00e5kerbruk'], ['\u00e5kerbruk']],
    [
      ['is', 'snö', 'is'],
      ['is', 'snö'],
    ],
  ])('%j as %j', (words, clean) => {
    expect(cleanKeywords({ sv: words })).toEqual({ sv: clean });
  });

  test('in no language where there is none', () => {
    expect(cleanKeywords({ sv: [], en: ['ice'] })).toEqual({ en: ['ice'] });
    expect(cleanKeywords({ sv: [] })).toBeUndefined();
    expect(cleanKeywords(undefined)).toBeUndefined();
  });

  test('clean already are published as they are, and never more of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 20 }), (words) => {
        const once = cleanKeywords({ sv: words });
        expect(cleanKeywords(once)).toEqual(once);
        expect(once?.sv?.length ?? 0).toBeLessThanOrEqual(words.length);
      }),
    );
  });
});

describe('a description is published', () => {
  const labels = new Map([['vatten', { sv: 'Vatten', en: 'Water' }]]);

  test('with what the institution calls its themes, whatever the author called them', () => {
    const content = contentWith({ themes: [{ code: 'vatten', label: { sv: 'Eld' } }] });
    expect(publishedDescription(content, labels).themes).toEqual([
      { code: 'vatten', label: { sv: 'Vatten', en: 'Water' } },
    ]);
  });

  test('without parts that say nothing', () => {
    const content = contentWith({ themes: [], targetGroups: { codes: [] }, keywords: { sv: [] } });
    const names = Object.keys(publishedDescription(content, labels));
    expect(names.filter((name) => ['themes', 'targetGroups', 'keywords'].includes(name))).toEqual([]);
  });

  test('and otherwise as it was written', () => {
    const content = contentWith({ themes: undefined, targetGroups: undefined, keywords: undefined });
    expect(publishedDescription(content, labels)).toEqual(content);
  });
});
