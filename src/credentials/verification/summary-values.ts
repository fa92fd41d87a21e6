import type { LanguageMap } from '../../domain/language.ts';
import type { JsonObject } from '../../services/ports.ts';
import { codeOf, isLanguageCode, type CodeList } from '../formats/codes.ts';
import { asList, idOf, isObject, objectsOf, textOf } from './values.ts';

/** Text whose language the document does not tell (BCP 47 "und"). */
const undetermined = 'und';

/** `sv-FI` and `sv` are one language to a reader; a tag we do not know stays as it is. */
function languageKey(tag: unknown): string {
  const [primary = ''] = typeof tag === 'string' ? tag.toLowerCase().split('-') : [];
  return isLanguageCode(primary) ? primary : (textOf(tag) ?? undetermined);
}

function entriesOf(value: unknown, language: unknown): [string, string][] {
  if (typeof value === 'string') return value === '' ? [] : [[languageKey(language), value]];
  if (Array.isArray(value)) return value.flatMap((one) => entriesOf(one, language));
  if (!isObject(value)) return [];
  if ('@value' in value)
    return typeof value['@value'] === 'string' ? [[languageKey(value['@language'] ?? language), value['@value']]] : [];
  return Object.entries(value).flatMap(([tag, text]): [string, string][] =>
    typeof asList(text)[0] === 'string' && asList(text)[0] !== '' ? [[tag, String(asList(text)[0])]] : [],
  );
}

/** A language map, language value objects or plain text (in `language`, where that is told). */
export function mapOf(value: unknown, language?: unknown): LanguageMap | undefined {
  const entries = entriesOf(value, language);
  // The first of several in one language stands; a later one must not displace it.
  return entries.length > 0 ? Object.fromEntries(entries.reverse()) : undefined;
}

/** An ELM Note: `{noteLiteral: …}`. */
export const noteOf = (value: unknown): LanguageMap | undefined =>
  mapOf(objectsOf(value).map(({ noteLiteral }) => noteLiteral)[0] ?? (isObject(value) ? undefined : value));

/** Codes of a list, from IRIs or from concepts written out. */
export const codesOf = (list: CodeList, value: unknown): readonly string[] | undefined => {
  const codes = asList(value)
    .map(idOf)
    .filter((iri) => iri !== undefined)
    .map((iri) => codeOf(list, iri));
  return codes.length > 0 ? codes : undefined;
};

export const firstCode = (list: CodeList, value: unknown): string | undefined => codesOf(list, value)?.[0];

export const firstObject = (value: unknown): JsonObject => objectsOf(value)[0] ?? {};

export type Filled<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what the document did not say. */
export const told = <T extends object>(members: T): Filled<T> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as Filled<T>;

/** The list of what could be read; undefined where that is nothing. */
export function eachOf<T>(value: unknown, read: (node: JsonObject) => T | undefined): readonly T[] | undefined {
  const items = objectsOf(value)
    .map(read)
    .filter((item) => item !== undefined);
  return items.length > 0 ? items : undefined;
}
