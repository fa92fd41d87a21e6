import { describe, expect, test } from 'vitest';
import {
  labelFor,
  type LanguageMap,
  languageOf,
  type Locale,
  localeFor,
  locales,
  textFor,
} from '../../../src/domain/shared/language.ts';

const full: LanguageMap = { sv: 'vatten', fi: 'vesi', en: 'water', de: 'Wasser' };

describe('the text for a reader', () => {
  test.each([
    ['sv-SE', ['sv', 'en', 'fi', 'de']],
    ['sv-FI', ['sv', 'fi', 'en', 'de']],
    ['fi', ['fi', 'sv', 'en', 'de']],
    ['en', ['en', 'sv', 'fi', 'de']],
  ] as const)('of %s comes in the first of %j that there is', (locale, order) => {
    const left: Record<string, string | undefined> = { ...full };
    for (const language of order) {
      expect(textFor(left as LanguageMap, locale)).toEqual({ text: full[language], language });
      delete left[language];
    }
    expect(textFor(left as LanguageMap, locale)).toBeUndefined();
  });

  test.each(locales)('of %s says which language it is in, so that a page can mark it', (locale) => {
    expect(textFor({ de: 'Wasser' }, locale)).toEqual({ text: 'Wasser', language: 'de' });
  });

  test.each(locales)('of %s is nothing where there is no text', (locale) => {
    expect(textFor(undefined, locale)).toBeUndefined();
    expect(textFor({}, locale)).toBeUndefined();
    expect(textFor({ sv: '', en: '' }, locale)).toBeUndefined();
  });

  test('passes over a text of blanks: the gate counts it as missing and promises another language', () => {
    expect(textFor({ sv: ' ', fi: '\n', en: 'water' }, 'sv-FI')).toEqual({ text: 'water', language: 'en' });
    expect(textFor({ sv: ' ', de: '\t' }, 'sv-SE')).toBeUndefined();
  });

  test('is given as it was written', () => {
    expect(textFor({ sv: ' vatten ' }, 'sv-SE')?.text).toBe(' vatten ');
  });
});

describe('a label', () => {
  const label = { en: 'credits', sv: 'högskolepoäng', 'sv-FI': 'studiepoäng', fi: 'opintopiste' };

  test('has another Swedish in Finland where that differs', () => {
    expect(locales.map((locale) => labelFor(label, locale))).toEqual([
      'högskolepoäng',
      'studiepoäng',
      'opintopiste',
      'credits',
    ]);
  });

  test('has the same Swedish in Finland where it does not', () => {
    expect(labelFor({ en: 'water', sv: 'vatten', fi: 'vesi' }, 'sv-FI')).toBe('vatten');
  });
});

describe('a locale', () => {
  test.each([
    ['sv', 'SE', 'sv-SE'],
    ['sv', 'FI', 'sv-FI'],
    ['sv', 'NO', 'sv-SE'],
    ['fi', 'SE', 'fi'],
    ['fi', 'FI', 'fi'],
    ['en', 'FI', 'en'],
  ] as const)('for %s in %s is %s', (language, country, locale) => {
    expect(localeFor(language, country)).toBe(locale);
    expect(languageOf(locale)).toBe(language);
  });

  test('has one of the three languages', () => {
    expect(Object.fromEntries(locales.map((locale: Locale) => [locale, languageOf(locale)]))).toEqual({
      'sv-SE': 'sv',
      'sv-FI': 'sv',
      fi: 'fi',
      en: 'en',
    });
  });
});
