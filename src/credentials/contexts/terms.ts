import { createAddresses } from '../../domain/addresses/addresses.ts';
import { isObject, type JsonObject } from '../../domain/shared/json.ts';
import { knownContexts } from './document-loader.ts';

// What the bundled contexts say about their terms, as far as a reader of JSON must know it. It is worked out from the
// contexts themselves: two terms with one IRI are one member to a signature, whatever a person calls them.

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

type Definition = Readonly<{
  term: string;
  iri: string;
  datatype: string | undefined;
  containers: readonly unknown[];
  /** Whether compact IRIs may begin with it (JSON-LD 1.1 §4.1.4: a simple term that ends like a prefix). */
  isPrefix: boolean;
}>;

/** `term`, `prefix:name` or an absolute IRI, by the terms defined around it. */
function expand(value: string, around: JsonObject, depth = 0): string {
  const colon = value.indexOf(':');
  const definition = around[colon < 0 ? value : value.slice(0, colon)];
  const iri = isObject(definition) ? definition['@id'] : definition;
  if (typeof iri !== 'string' || iri === value || value.startsWith('//', colon + 1) || depth > 4) return value;
  return expand(iri, around, depth + 1) + (colon < 0 ? '' : value.slice(colon + 1));
}

/** Every definition of a context and of the contexts that its types and properties bring with them. */
function definitionsIn(context: unknown, around: JsonObject = {}): Definition[] {
  return listOf(context)
    .filter(isObject)
    .flatMap((one) => {
      const scope = { ...around, ...one };
      return Object.entries(one).flatMap(([term, definition]): Definition[] => {
        if (term.startsWith('@') || definition === null) return [];
        const detail: JsonObject = isObject(definition) ? definition : { '@id': definition };
        const id = typeof detail['@id'] === 'string' ? detail['@id'] : term;
        const iri = expand(id, scope);
        const datatype = typeof detail['@type'] === 'string' ? expand(detail['@type'], scope) : undefined;
        const isPrefix = detail['@prefix'] === true || (typeof definition === 'string' && /[:/?#[\]@]$/.test(iri));
        const own = { term, iri, datatype, containers: listOf(detail['@container']), isPrefix };
        return [own, ...('@context' in detail ? definitionsIn(detail['@context'], scope) : [])];
      });
    });
}

/** Own contexts differ from one deployment to another in IRIs that they share with no other context. */
const anyDeployment = createAddresses('https://any.invalid');
const ownPath = new URL(anyDeployment.context).pathname;
let contexts: ReadonlyMap<string, unknown> | undefined;
const definitions = new Map<string, readonly Definition[]>();

function definitionsAt(url: string): readonly Definition[] {
  contexts ??= knownContexts(anyDeployment);
  const isOwn = !contexts.has(url) && URL.canParse(url) && new URL(url).pathname === ownPath;
  const known = isOwn ? anyDeployment.context : url;
  const document = contexts.get(known);
  if (!isObject(document)) return [];
  const found = definitions.get(known) ?? definitionsIn(document['@context']);
  definitions.set(known, found);
  return found;
}

export type Terms = Readonly<{
  /** One name for all terms that mean one member. */
  nameOf(term: string): string;
  /** One name for all spellings of a type. */
  typeOf(type: string): string;
  /** Whether text in it is the id of a node. */
  isId(term: string): boolean;
  /** The datatype that the context gives to text and numbers in it. */
  datatypeOf(term: string): string | undefined;
  /** Whether it holds a map from languages to texts, in which "id" is Indonesian. */
  isLanguageMap(term: string): boolean;
  /** Whether order matters in it. */
  isList(term: string): boolean;
  /** Whether it holds plain JSON, in which no name has a meaning (JSON-LD 1.1 §4.2.2). */
  isJson(term: string): boolean;
  /** Whether what stands in it says nothing about nodes outside: a graph of its own, or plain JSON. */
  isApart(term: string): boolean;
  /** An id written out, where it begins with a prefix. */
  iriOf(id: string): string;
}>;

const isClassName = (term: string): boolean => /^[A-Z]/.test(term);

/** Every term with the name that stands for all terms of its IRI: the first, and a property's before a class's. */
function namesIn(all: readonly Definition[]): ReadonlyMap<string, string> {
  const leaders = new Map<string, string>();
  for (const { term, iri } of all) {
    const leader = leaders.get(iri);
    if (leader === undefined || (isClassName(leader) && !isClassName(term))) leaders.set(iri, term);
  }
  return new Map(all.map(({ term, iri }) => [term, leaders.get(iri) ?? term]));
}

const termsWith = (all: readonly Definition[], holds: (definition: Definition) => boolean): ReadonlySet<string> =>
  new Set(all.filter(holds).map(({ term }) => term));

/** The terms of the contexts that are held here, of those that a document names. */
export function termsOf(context: unknown): Terms {
  const urls = [...new Set(listOf(context).filter((url) => typeof url === 'string'))];
  const all = urls.flatMap(definitionsAt);
  const names = namesIn(all);
  const byTerm = new Map(all.map((definition) => [definition.term, definition]));
  const prefixes = new Map(all.filter(({ isPrefix }) => isPrefix).map(({ term, iri }) => [term, iri]));
  const classes = new Map(all.filter(({ term }) => isClassName(term)).map(({ term, iri }) => [iri, term]));
  const ids = termsWith(all, ({ datatype }) => datatype === '@id' || datatype === '@vocab');
  const maps = termsWith(all, ({ containers }) => containers.includes('@language'));
  const lists = termsWith(all, ({ containers }) => containers.includes('@list'));
  const json = termsWith(all, ({ datatype }) => datatype === '@json');
  const graphs = termsWith(all, ({ containers }) => containers.includes('@graph'));
  const iriOf = (id: string): string => {
    const colon = id.indexOf(':');
    const prefix = colon < 0 || id.startsWith('//', colon + 1) ? undefined : prefixes.get(id.slice(0, colon));
    return prefix === undefined ? id : prefix + id.slice(colon + 1);
  };
  return {
    nameOf: (term) => names.get(term) ?? term,
    typeOf: (type) => classes.get(byTerm.get(type)?.iri ?? iriOf(type)) ?? type,
    isId: (term) => ids.has(term),
    datatypeOf: (term) => byTerm.get(term)?.datatype,
    isLanguageMap: (term) => maps.has(term),
    isList: (term) => lists.has(term),
    isJson: (term) => json.has(term),
    isApart: (term) => term === 'proof' || graphs.has(term) || json.has(term),
    iriOf,
  };
}
