import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { contextUrls, whyUnknown, type DocumentLoader } from '../../contexts/document-loader.ts';
import { failed, unknown, type Fault } from '../fault.ts';
import { placesIn, pointerTo, type Place } from './structure.ts';
import { asList } from '../values.ts';

// A signature covers what the document means (RDF), not how it is written. So a member that is written under
// another name (an absolute IRI, an alias from an inline context, a keyword) keeps the signature whole and hides
// from every reader of the JSON: an expired or revoked document would pass. Only one spelling is read here.

const unsupported = (path: string, why: string): Fault => unknown('unsupported-json-ld', `${path}: ${why}`);
const malformed = (detail: string): Fault => failed('malformed', detail);
const unknownContext = (url: string): Fault => unknown('unknown-context', whyUnknown(url));

const valueMembers = ['@value', '@language', '@direction'];
const isLanguageValue = (node: JsonObject): boolean =>
  typeof node['@value'] === 'string' && Object.keys(node).every((name) => valueMembers.includes(name));

/** Which version of the data model a document follows: its first context says so (VCDM 2.0 §4.3, VCDM 1.1 §4.1). */
export function modelVersionOf(document: JsonObject): 1 | 2 | undefined {
  const context: unknown = document['@context'];
  const first: unknown = Array.isArray(context) ? context[0] : undefined;
  if (first === contextUrls.credentials) return 2;
  return first === contextUrls.credentials1 || context === contextUrls.credentials1 ? 1 : undefined;
}

/**
 * A context below the root: one that is held gives every word the meaning that is read here; no other may change it.
 * Those that call what others have too by other names say so at the root, where a reader looks for names.
 */
function innerContextFault(context: unknown, path: string, root: JsonObject, loader: DocumentLoader) {
  const contexts = asList(context);
  if (contexts.length === 0 || !contexts.every((one) => typeof one === 'string'))
    return unsupported(path, 'it defines terms of its own.');
  const unknown = contexts.find((url) => !loader.knows(url));
  if (unknown !== undefined) return unknownContext(unknown);
  const renames = (url: string) => loader.isOwn(url) || url === contextUrls.europeanCredentials;
  return contexts.some((url) => renames(url) && !asList(root['@context']).includes(url))
    ? unsupported(path, 'it has other words than the document.')
    : undefined;
}

const says = (node: JsonObject): readonly string[] => Object.keys(node).filter((name) => name !== 'id');

/** A second node with the credential's id says more about the credential; a type alone decides nothing. */
const isRepeated = (node: JsonObject, root: JsonObject): boolean =>
  root['id'] !== undefined && node['id'] === root['id'] && says(node).some((name) => name !== 'type');

function memberFault(place: Place, root: JsonObject, loader: DocumentLoader): Fault | undefined {
  const { name, value, depth } = place;
  if (typeof name !== 'string' || depth === 0) return undefined;
  if (name === '@context') return depth === 1 ? undefined : innerContextFault(value, pointerTo(place), root, loader);
  if (name.startsWith('@')) return unsupported(pointerTo(place), 'it is written with a keyword of JSON-LD.');
  if (name.includes(':')) return unsupported(pointerTo(place), 'it is named by an IRI, not by a term.');
  return undefined;
}

/** What stands in a context or in a language value object is looked at as a whole. */
const isWithinWhole = ({ within }: Place): boolean =>
  within !== undefined &&
  (within.name === '@context' || (isObject(within.value) && isLanguageValue(within.value)) || isWithinWhole(within));

/** The first member that is not read here, or undefined. */
function structureFault(places: readonly Place[], root: JsonObject, loader: DocumentLoader): Fault | undefined {
  for (const place of places) {
    if (isWithinWhole(place)) continue;
    const fault = memberFault(place, root, loader);
    if (fault) return fault;
    if (place.depth > 0 && isObject(place.value) && isRepeated(place.value, root))
      return unsupported(pointerTo(place), 'it says more about the credential itself.');
  }
  return undefined;
}

/** VCDM 2.0 §4.3: an array whose first item is the base context. */
function contextFault(document: JsonObject, loader: DocumentLoader): Fault | undefined {
  const version = modelVersionOf(document);
  if (version === undefined) return malformed(`/@context is a list that begins with ${contextUrls.credentials}.`);
  const context = asList(document['@context']);
  if (context.some((item) => typeof item !== 'string' && !isObject(item)))
    return malformed('/@context is a list of addresses and objects.');
  if (context.some(isObject)) return unsupported('/@context', 'it defines terms of its own.');
  const urls = context.map(String);
  const unknown = urls.find((url) => !loader.knows(url));
  if (unknown !== undefined) return unknownContext(unknown);
  // Those of two deployments give the same words two meanings.
  return urls.every((url, index) => index === 2 || !loader.isOwn(url))
    ? undefined
    : unsupported('/@context', 'the context of a service like this one stands third, and only one does.');
}

/**
 * The same for a document around others that are read by themselves: `own` is what is read of it. What is around them has
 * only to be within limits, and of contexts that are held, so that what was signed can be worked out.
 */
export function enclosingFault(document: JsonObject, own: JsonObject, loader: DocumentLoader): Fault | undefined {
  const places = placesIn(document);
  if (typeof places === 'string') return unknown('too-complex', places);
  const fault = formFault(own, loader);
  if (fault) return fault;
  const contexts = places.filter(({ name }) => name === '@context').flatMap(({ value }) => asList(value));
  if (!contexts.every((one) => typeof one === 'string'))
    return unsupported('/@context', 'a document in it defines terms of its own.');
  const stranger = contexts.find((url) => !loader.knows(url));
  return stranger === undefined ? undefined : unknownContext(stranger);
}

/** Whether the document is written in the one form of JSON-LD that the checks read. */
export function formFault(document: JsonObject, loader: DocumentLoader): Fault | undefined {
  // The structure first: it is what keeps the rest within limits.
  const places = placesIn(document);
  if (typeof places === 'string') return unknown('too-complex', places);
  return contextFault(document, loader) ?? structureFault(places, document, loader);
}
