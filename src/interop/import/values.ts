import { isObject } from '../../domain/shared/json.ts';
import type { ImportDocument } from './document.ts';
import { quoted } from './notes.ts';
import { type Part, type MemberOfPart, unique, type Value } from './parts.ts';

/** A code list of ours: each concept with its IRI in the European list. */
type Concepts<Code extends string> = readonly Readonly<{
  code: Code;
  iri: string;
  label: Readonly<{ en: string }>;
}>[];

export const orNone = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** As many as the schema lets a draft keep. */
export function bounded<T>(
  document: ImportDocument,
  pointer: string,
  list: readonly T[],
  most: number,
  what: string,
): readonly T[] {
  if (list.length <= most) return list;
  document.notes.add(pointer, `There are ${list.length} ${what}; only the first ${most} were taken.`);
  return list.slice(0, most);
}

/** Only one has a place; the others are named as left out. */
export function onlyFirst(document: ImportDocument, parts: readonly Part[], what: string): readonly Part[] {
  const [first, ...others] = unique(parts);
  for (const { pointer } of others) {
    document.notes.add(pointer, `Only one ${what} has a place here; the first was taken, and this one left out.`);
  }
  return first ? [first] : [];
}

/** A plain or typed value (`{"@value": …}`) as text; numbers and booleans as they are written. */
export function literal({ value }: Value): string | undefined {
  const plain = isObject(value) && Object.hasOwn(value, '@value') ? value['@value'] : value;
  return ['string', 'number', 'boolean'].includes(typeof plain) ? String(plain).trim() : undefined;
}

/** What a concept calls itself, in English where it does. */
function labelOf(document: ImportDocument, concept: Part): string | undefined {
  const [label] = document.peek(concept, 'prefLabel');
  if (!label) return undefined;
  const texts = isObject(label.value) ? [label.value['en'], ...Object.values(label.value)] : [label.value];
  return texts.flat().find((text) => typeof text === 'string' && text !== '') as string | undefined;
}

/** How a note names a concept: by its label, else by its IRI. */
export function namedConcept(document: ImportDocument, concept: Part): string {
  return quoted(labelOf(document, concept) ?? concept.id ?? 'without a name');
}

const sameIri = (id: string | undefined, iri: string) => id?.replace(/^https:/, 'http:').replace(/\/$/, '') === iri;

function codeOf<Code extends string>(document: ImportDocument, concept: Part, list: Concepts<Code>, what: string) {
  const known = list.find(({ iri }) => sameIri(concept.id, iri));
  if (known) return known.code;
  const label = labelOf(document, concept)?.trim().toLowerCase();
  const named = list.find(({ label: { en } }) => en.toLowerCase() === label);
  const name = namedConcept(document, concept);
  document.notes.add(
    concept.pointer,
    named
      ? `The ${what} ${name} is not from the European list; it was taken as the one of that name there.`
      : `The ${what} ${name} is not in our list and was left out.`,
  );
  return named?.code;
}

/** The codes of the concepts that stand in a member of these parts, each once. */
export function codesIn<Code extends string>(
  document: ImportDocument,
  parts: readonly Part[],
  member: string,
  list: Concepts<Code>,
  what: string,
): readonly Code[] {
  const concepts = document.nodes(parts, member);
  return [...new Set(concepts.flatMap((concept) => codeOf(document, concept, list, what) ?? []))];
}

/** The first code, with a note where others stand beside it. */
export function oneCode<Code extends string>(
  document: ImportDocument,
  parts: readonly Part[],
  member: string,
  list: Concepts<Code>,
  what: string,
): Code | undefined {
  const [first, ...others] = codesIn(document, parts, member, list, what);
  const pointer = parts.flatMap((part) => document.peek(part, member))[0]?.pointer;
  if (others.length > 0 && pointer !== undefined) {
    document.notes.add(
      pointer,
      `Only one ${what} has a place here; “${first}” was taken, and ${others.length} left out.`,
    );
  }
  return first;
}

const longestAddress = 2000;
export const isWebAddress = (text: string, longest = longestAddress): boolean =>
  text.length <= longest && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(text);

/** The first http or https address in these places: plain, or a WebResource with `contentURL`. */
export function webAddress(document: ImportDocument, places: readonly MemberOfPart[]): string | undefined {
  const values = places.flatMap(([part, member]) => document.values(part, member));
  const found = values.flatMap((value) => {
    const address = addressIn(document, value);
    if (address !== undefined && isWebAddress(address)) return [{ address, pointer: value.pointer }];
    document.notes.add(value.pointer, 'This is not an address that begins with http:// or https://; it was left out.');
    return [];
  });
  for (const { pointer, address } of found.slice(1)) {
    if (address !== found[0]?.address) document.notes.add(pointer, 'This address was left out; another one was taken.');
  }
  return found[0]?.address;
}

function addressIn(document: ImportDocument, value: Value): string | undefined {
  const part = isObject(value.value) || typeof value.value === 'string' ? document.partOf(value) : undefined;
  if (!part) return undefined;
  const [content] = document.peek(part, 'contentURL');
  if (!content) return part.id;
  return literal(content) ?? document.partOf(content)?.id;
}
