import type { LanguageCode } from '../../generated/vocab.ts';

export type { LanguageCode };

/** The locales of the interface. Swedish has two kinds: credits, grades and students have other names in Finland. */
export const locales = ['sv-SE', 'sv-FI', 'fi', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Languages in which every public text should exist; a missing one is a warning, never a refusal. */
export const expectedLanguages = ['sv', 'fi', 'en'] as const;

/** Text in one or more languages, keyed by ISO 639 code. */
export type LanguageMap = Readonly<Partial<Record<LanguageCode, string>>>;

/** A label of a code list: always in three languages, and in Finland Swedish where that differs. */
export type Label = Readonly<{ en: string; sv: string; fi: string; 'sv-FI'?: string }>;

export const languageOf = (locale: Locale): 'sv' | 'fi' | 'en' => (locale === 'fi' || locale === 'en' ? locale : 'sv');

/** The order in which a reader of this locale is offered other languages: neighbours first, English before the rest. */
const fallbacks: Record<Locale, readonly LanguageCode[]> = {
  'sv-SE': ['sv', 'en', 'fi'],
  'sv-FI': ['sv', 'fi', 'en'],
  fi: ['fi', 'sv', 'en'],
  en: ['en', 'sv', 'fi'],
};

/** Which of these languages a reader of the locale is given. */
export const languageFor = (languages: readonly LanguageCode[], locale: Locale): LanguageCode | undefined =>
  fallbacks[locale].find((code) => languages.includes(code)) ?? languages[0];

/** The languages in which there is text. Blanks are no text. */
export const languagesIn = (map: LanguageMap): readonly LanguageCode[] =>
  (Object.keys(map) as LanguageCode[]).filter((code) => map[code]?.trim());

/** The text for a reader, with the language that it is in (pages mark it with `lang`). */
export function textFor(
  map: LanguageMap | undefined,
  locale: Locale,
): Readonly<{ text: string; language: LanguageCode }> | undefined {
  const language = map && languageFor(languagesIn(map), locale);
  return language && { text: map[language] ?? '', language };
}

/** The label of a code in this locale. */
export const labelFor = (label: Label, locale: Locale): string =>
  (locale === 'sv-FI' ? label['sv-FI'] : undefined) ?? label[languageOf(locale)];

/** Which kind of Swedish an institution writes: its country decides. */
export const localeFor = (language: 'sv' | 'fi' | 'en', country: string): Locale =>
  language === 'sv' ? (country === 'FI' ? 'sv-FI' : 'sv-SE') : language;
