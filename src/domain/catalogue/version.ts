import type { Addresses } from '../addresses/addresses.ts';
import { timestamp } from '../shared/dates.ts';
import type { Institution } from '../institution/institution.ts';
import {
  expectedLanguages,
  type LanguageCode,
  languageFor,
  languageOf,
  languagesIn,
  localeFor,
  type Locale,
} from '../shared/language.ts';
import type { LegalFormCode } from '../legal-form/index.ts';
import type { CompleteContent } from './microcredential.ts';

/** A version in one language, as linked data: what its certificates carry. */
export type Achievement = Readonly<Record<string, unknown>>;
/** By the legal form in which it may be given, and by the language that their plain texts are in. */
export type Achievements = Readonly<
  Partial<Record<LegalFormCode, Readonly<Partial<Record<LanguageCode, Achievement>>>>>
>;

/** Raised where a reader of the version before could misunderstand the document. */
export const formatVersion = 2;

/** The public document of a published version; its RFC 8785 text is what the digest is over. */
export type VersionDocument = Readonly<{
  id: string;
  type: 'Microcredential';
  formatVersion: typeof formatVersion;
  isVersionOf: string;
  version: number;
  publishedAt: string;
  institution: Readonly<{ id: string; page: string; name: Institution['name']; country: Institution['country'] }>;
  content: CompleteContent;
  achievements: Achievements;
}>;

type Facts = Readonly<{
  addresses: Addresses;
  institution: Pick<Institution, 'slug' | 'name' | 'country'>;
  slug: string;
  number: number;
  content: CompleteContent;
  achievements: Achievements;
  publishedAt: Date;
}>;

export const composeVersion = ({
  addresses,
  institution,
  slug,
  number,
  content,
  achievements,
  publishedAt,
}: Facts): VersionDocument => ({
  id: addresses.version(institution.slug, slug, number),
  type: 'Microcredential',
  formatVersion,
  isVersionOf: addresses.microcredential(institution.slug, slug),
  version: number,
  publishedAt: timestamp(publishedAt),
  institution: {
    id: addresses.did(institution.slug),
    page: addresses.institution(institution.slug),
    name: institution.name,
    country: institution.country,
  },
  content,
  achievements,
});

type Speaker = Pick<Institution, 'defaultLocale' | 'country'>;

/** The institution's own locale where this is its language (it chooses its kind of Swedish); else by its country. */
const localeIn = (language: LanguageCode, { defaultLocale, country }: Speaker): Locale =>
  language !== languageOf(defaultLocale) && (language === 'sv' || language === 'fi' || language === 'en')
    ? localeFor(language, country)
    : defaultLocale;

/**
 * The languages of a version's achievements, each with the locale of its fixed words: those of the title that the
 * service speaks. A title in none of them gives one achievement in a language that it is in.
 */
export function achievementLocales(
  title: CompleteContent['title'],
  speaker: Speaker,
): ReadonlyMap<LanguageCode, Locale> {
  const written = languagesIn(title);
  const spoken = expectedLanguages.filter((language) => written.includes(language));
  const languages = spoken.length > 0 ? spoken : written.toSorted().slice(0, 1);
  return new Map(languages.map((language) => [language, localeIn(language, speaker)]));
}

/** The language in which an institution that writes in this locale awards the version. */
export function languageOfAward({ title }: Pick<CompleteContent, 'title'>, institution: Speaker): LanguageCode {
  const language = languageFor([...achievementLocales(title, institution).keys()], institution.defaultLocale);
  if (language === undefined) throw new Error('A version without title was published.');
  return language;
}

/** What a certificate of this legal form in this language says it is for, as it was published. */
export function achievementIn(document: string, form: LegalFormCode, language: LanguageCode): Achievement {
  const { achievements } = JSON.parse(document) as VersionDocument;
  const achievement = achievements[form]?.[language];
  if (!achievement) throw new Error(`The version was not published in the form ${form} and the language ${language}.`);
  return achievement;
}
