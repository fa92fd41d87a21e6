import canonicalize from 'canonicalize';
import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { termsOf, type Terms } from '../../contexts/terms.ts';
import { flat, languageTag, textOf } from '../values.ts';

/**
 * The nodes of one document, each with everything the document says about it. To a signature, a node described in
 * several places is one; a holder may move what they would rather not show to another place, and a reader must find
 * it there. Members stand under one name of those that mean the same; a member of one value is that value, one of
 * several is a list without repetitions; null and lists within lists are gone.
 */
export type Nodes = Readonly<{
  terms: Terms;
  /** The node that a value describes or names; the first of several, and an empty one where there is none. */
  whole(value: unknown): JsonObject;
  /** Each node that a value describes or names, once. */
  all(value: unknown): readonly JsonObject[];
}>;

const isValue = (value: JsonObject): boolean => Object.hasOwn(value, '@value');

/** Each text of a language map as a value with its language. */
const textsOfMap = (map: JsonObject): readonly unknown[] =>
  Object.entries(map).flatMap(([tag, texts]) =>
    flat(texts).map((text) => (isObject(text) ? text : { '@value': text, '@language': languageTag(tag) })),
  );

/** Plain JSON as a signature sees it: names in order, lists as they are (RFC 8785). */
export const jsonText = (value: unknown): string => canonicalize(value) ?? '';

/** How a value is compared with others of its member; undefined for a node without id, which equals no other. */
function keyOf(value: unknown, isId: boolean, terms: Terms): string | undefined {
  if (typeof value === 'string') return isId ? `<${terms.iriOf(value)}>` : `"${value}`;
  if (!isObject(value)) return `${typeof value} ${String(value)}`;
  if (isValue(value)) return `@${String(value['@language'])} ${String(value['@type'])} "${String(value['@value'])}`;
  const id = textOf(value['id']);
  return id === undefined ? undefined : `<${terms.iriOf(id)}>`;
}

function readerOf(terms: Terms) {
  /** A value in the one spelling that stands for all of them. `term` is how the member is written in the document. */
  function plain(value: unknown, term: string): readonly unknown[] {
    const isId = terms.isId(terms.nameOf(term));
    if (!isObject(value)) {
      // Text under another name of a member that takes ids, or the other way round, means something else.
      if (typeof value !== 'string' || isId === terms.isId(term)) return [value];
      return [isId ? { '@value': value } : { id: value }];
    }
    if (!isValue(value)) return terms.isLanguageMap(term) ? textsOfMap(value) : [value];
    const { '@value': text, '@language': language, '@type': type } = value;
    if (text === null) return [];
    if (typeof language === 'string') return [{ '@value': text, '@language': languageTag(language) }];
    return [isId || type !== undefined || typeof text === 'object' ? value : text];
  }

  function merge(places: readonly JsonObject[]): JsonObject {
    const members = new Map<string, { keys: Set<string>; values: unknown[] }>();
    for (const place of places) {
      for (const [term, value] of Object.entries(place)) {
        const name = terms.nameOf(term);
        const member = members.get(name) ?? { keys: new Set(), values: [] };
        members.set(name, member);
        const isJson = terms.isJson(name);
        for (const found of isJson ? [value] : flat(value).flatMap((one) => plain(one, term))) {
          const one = name === 'type' && typeof found === 'string' ? terms.typeOf(found) : found;
          const key = isJson ? jsonText(one) : keyOf(one, terms.isId(name), terms);
          if (key !== undefined && member.keys.has(key) && !terms.isList(name)) continue;
          if (key !== undefined) member.keys.add(key);
          member.values.push(one);
        }
      }
    }
    return Object.fromEntries(
      [...members]
        .filter(([name, { values }]) => name !== '@context' && values.length > 0)
        .map(([name, { values }]) => [name, values.length === 1 ? values[0] : values]),
    );
  }
  return merge;
}

/** Every object of the document that has an id, by that id. */
function placesIn(document: JsonObject, terms: Terms): ReadonlyMap<string, readonly JsonObject[]> {
  const byId = new Map<string, JsonObject[]>();
  const queue: unknown[] = [document];
  for (let next = 0; next < queue.length; next += 1) {
    const value = queue[next];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const one of value) queue.push(one);
      continue;
    }
    if (!isObject(value) || isValue(value)) continue;
    const id = textOf(value['id']);
    if (id !== undefined) {
      const iri = terms.iriOf(id);
      const places = byId.get(iri) ?? [];
      places.push(value);
      byId.set(iri, places);
    }
    for (const [name, member] of Object.entries(value)) {
      if (name !== '@context' && !terms.isApart(name) && !terms.isLanguageMap(name)) queue.push(member);
    }
  }
  return byId;
}

/** Gathers once, in time and space that grow with the document alone; what is asked for is merged once. */
export function createNodes(document: JsonObject, terms = termsOf(document['@context'])): Nodes {
  const merge = readerOf(terms);
  const byId = placesIn(document, terms);
  const named = new Map<string, JsonObject>();
  const unnamed = new WeakMap<JsonObject, JsonObject>();
  function nodeOf(value: unknown): JsonObject | undefined {
    const id = textOf(isObject(value) && !isValue(value) ? value['id'] : value);
    if (id !== undefined) {
      const iri = terms.iriOf(id);
      const places = byId.get(iri) ?? (isObject(value) ? [value] : undefined);
      if (!places) return undefined;
      const found = named.get(iri) ?? { ...merge(places), id: iri };
      named.set(iri, found);
      return found;
    }
    if (!isObject(value) || isValue(value)) return undefined;
    const found = unnamed.get(value) ?? merge([value]);
    unnamed.set(value, found);
    return found;
  }
  const all = (value: unknown): readonly JsonObject[] => [
    ...new Set(
      flat(value)
        .map(nodeOf)
        .filter((node) => node !== undefined),
    ),
  ];
  return { terms, all, whole: (value) => all(value)[0] ?? {} };
}
