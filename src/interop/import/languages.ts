import { language, type LanguageCode } from '../../generated/vocab.ts';

/** By ISO 639-1, and by the three letters of the authority list, with which some documents tag their texts. */
const languageCodes: ReadonlyMap<string, LanguageCode> = new Map(
  language.flatMap(({ code, iri }) => [
    [iri.slice(iri.lastIndexOf('/') + 1).toLowerCase(), code],
    [code, code],
  ]),
);

/** The language of a tag (BCP 47), whatever its region. */
export const languageOfTag = (tag: string): LanguageCode | undefined =>
  languageCodes.get(tag.toLowerCase().split(/[-_]/)[0] ?? '');

/** How notes name the language that texts without one were taken to be in. */
export const languageName = (code: LanguageCode): string =>
  language.find((each) => each.code === code)?.label.en ?? code;
