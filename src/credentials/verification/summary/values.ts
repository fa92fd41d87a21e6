import { isObject } from '../../../domain/shared/json.ts';
import type { LanguageMap } from '../../../domain/shared/language.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { codeOf, isLanguageCode, type CodeList } from '../../document/codes.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { flat, isBlank, textOf } from '../../document/values.ts';

/** Text whose language the document does not tell (BCP 47 "und"). */
const undetermined = 'und';

/** `sv-FI` and `sv` are one language to a reader; a tag we do not know stays as it is. */
export function languageKey(tag: unknown): string {
  const text = typeof tag === 'string' ? tag.toLowerCase() : '';
  const [primary = ''] = text.split('-');
  return isLanguageCode(primary) ? primary : text || undetermined;
}

/** A number or a truth value where text was meant is read as it is written. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return textOf(value);
  const isPlain = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return isPlain ? String(value) : undefined;
}

const isTag = (key: string): boolean =>
  /^[a-z]{2}(?:-[a-z\d]{1,8})*$/i.test(key) || languageKey(key) === undetermined || isLanguageCode(languageKey(key));

/** A language map in a member that the contexts held here do not define; a node has members that are no languages. */
const isMap = (value: JsonObject): boolean => {
  const keys = Object.keys(value);
  return keys.every(isTag) && !(keys.length === 1 && keys[0] === 'id');
};

type Text = Readonly<{ language: string; text: string }>;

function textsOf(value: unknown, language: unknown): readonly Text[] {
  return flat(value).flatMap((one): readonly Text[] => {
    const words = wordsOf(one);
    if (words !== undefined) return [{ language: languageKey(language), text: words }];
    if (!isObject(one)) return [];
    if (Object.hasOwn(one, '@value')) {
      const text = wordsOf(one['@value']);
      return text === undefined ? [] : [{ language: languageKey(one['@language'] ?? language), text }];
    }
    if (!isMap(one)) return [];
    return Object.entries(one).flatMap(([tag, texts]) =>
      flat(texts)
        .map(wordsOf)
        .filter((text) => text !== undefined)
        .map((text) => ({ language: languageKey(tag), text })),
    );
  });
}

/** Several values of one member have no order: they stand in the order of their text. */
const separator = ' / ';
const inOrder = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** Text in one or more languages, of one value or of several; `language` is that of text that does not tell its own. */
export function mapOf(value: unknown, language?: unknown): LanguageMap | undefined {
  const byLanguage = new Map<string, string[]>();
  for (const { language: key, text } of textsOf(value, language)) {
    const texts = byLanguage.get(key) ?? [];
    texts.push(text);
    byLanguage.set(key, texts);
  }
  const entries = inOrder([...byLanguage.keys()]).map((key) => [
    key,
    inOrder(byLanguage.get(key) ?? []).join(separator),
  ]);
  return entries.length > 0 ? (Object.fromEntries(entries) as LanguageMap) : undefined;
}

/** Texts of several members, one after the other in each language. */
export function mapOfAll(maps: readonly (LanguageMap | undefined)[]): LanguageMap | undefined {
  const joined = new Map<string, readonly string[]>();
  for (const map of maps)
    for (const [key, text] of Object.entries(map ?? {})) joined.set(key, [...(joined.get(key) ?? []), text]);
  return joined.size > 0
    ? Object.fromEntries([...joined].map(([key, texts]) => [key, [...new Set(texts)].join(separator)]))
    : undefined;
}

/** The texts of a member, whatever their language. */
export const linesOf = (value: unknown): readonly string[] =>
  inOrder(textsOf(value, undefined).map(({ text }) => text));

/** One text for a member that has one as a rule. */
export const lineOf = (value: unknown): string | undefined => textOf(linesOf(value).join(separator));

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Numbers, also those that are written as text: a typed member makes no difference between 3 and "3". */
export const numbersOf = (value: unknown): readonly number[] =>
  [
    ...new Set(
      linesOf(value)
        .filter((text) => decimal.test(text))
        .map(Number),
    ),
  ]
    .filter(Number.isFinite)
    .sort((one, other) => one - other);

/** Undefined where it is neither, or both. */
export function flagOf(value: unknown): boolean | undefined {
  const flags = new Set(linesOf(value).map((text) => ({ true: true, '1': true, false: false, '0': false })[text]));
  return flags.size === 1 ? [...flags][0] : undefined;
}

/** The ids that a member names, as text or as nodes, or what stands where an id was meant. */
export const idsOf = (value: unknown): readonly string[] =>
  inOrder(
    flat(value)
      .flatMap((one) => (isObject(one) && !Object.hasOwn(one, '@value') ? linesOf(one['id']) : linesOf(one)))
      .filter((id) => !isBlank(id)),
  );

export const addressOf = (value: unknown): string | undefined => textOf(idsOf(value).join(separator));

/** Codes of a list, from IRIs or from concepts written out. */
export const codesOf = (list: CodeList, value: unknown): readonly string[] =>
  inOrder(idsOf(value).map((iri) => codeOf(list, iri)));

export const codeIn = (list: CodeList, value: unknown): string | undefined =>
  textOf(codesOf(list, value).join(separator));

/** The day as the document writes it: in its own offset. */
export const dayOf = (value: unknown): string | undefined =>
  textOf(
    inOrder(
      linesOf(value)
        .filter((text) => /^\d{4}-\d{2}-\d{2}/.test(text))
        .map((text) => text.slice(0, 10)),
    ).join(separator),
  );

/** An ELM Note: `{noteLiteral: …}`. */
export const noteOf = (nodes: Nodes, value: unknown): LanguageMap | undefined =>
  mapOf(nodes.all(value).flatMap(({ noteLiteral }) => flat(noteLiteral))) ?? mapOf(value);

export type Filled<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what the document did not say. */
export const told = <T extends object>(members: T): Filled<T> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as Filled<T>;

/** The members, or undefined where the document said none of them. */
export const toldAny = <T extends object>(members: T): Filled<T> | undefined => {
  const found = told(members);
  return Object.keys(found).length > 0 ? found : undefined;
};
