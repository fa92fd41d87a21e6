import { LRUCache } from 'lru-cache';
import { isObject } from '../../domain/shared/json.ts';

// The JSON-LD library keeps nodes under their ids in plain objects, so a node called "__proto__" or "constructor" would
// write into what all objects share, for the whole process and until it ends (jsonld 9, lib/nodeMap.js). No IRI is
// called that.

/** "__proto__", "constructor", "toString" …: what every plain object has without being given it. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Thrown for a document that uses such a name for something of its own. */
export class InheritedName extends Error {
  constructor(name: string) {
    super(`A document that names something "${name}" is not processed.`);
    this.name = 'InheritedName';
  }
}

type Load = (url: string) => Promise<unknown>;
type Terms = {
  /** Terms whose strings are text in every definition that the document's contexts give. */
  readonly text: Set<string>;
  /** Of these, terms whose objects are language maps. */
  readonly maps: Set<string>;
  /** Terms that take the id of a node, a type or a key in one definition at least. */
  readonly links: Set<string>;
  readonly plain: Set<string>;
  /** Terms whose value is one JSON literal in one definition at least; text and links elsewhere count as well. */
  readonly json: Set<string>;
  /** Whether names without a definition have a meaning. */
  vocabulary: boolean;
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function readDefinition(terms: Terms, term: string, definition: unknown): void {
  const {
    '@id': id,
    '@type': type,
    '@container': container,
  } = isObject(definition) ? definition : { '@id': definition };
  if (type === '@json') {
    terms.json.add(term);
    return;
  }
  const containers = listOf(container ?? []);
  const isLink =
    (typeof id === 'string' && id.startsWith('@')) ||
    ['@id', '@vocab'].includes(String(type)) ||
    containers.some((one) => !['@language', '@set', '@list'].includes(String(one))) ||
    (isObject(definition) && '@reverse' in definition);
  (isLink ? terms.links : terms.text).add(term);
  (containers.includes('@language') ? terms.maps : terms.plain).add(term);
}

/** Every definition in these contexts, in those that they import, and in those that apply below a term or a type. */
async function readTerms(contexts: readonly unknown[], load: Load): Promise<Terms> {
  const terms: Terms = {
    text: new Set(),
    maps: new Set(),
    links: new Set(),
    plain: new Set(),
    json: new Set(),
    vocabulary: false,
  };
  const queue = [...contexts];
  const loaded = new Set<string>();
  for (const context of queue) {
    if (Array.isArray(context)) queue.push(...(context as readonly unknown[]));
    else if (typeof context === 'string' && !loaded.has(context)) {
      loaded.add(context);
      // One that is not known stops the library, too.
      const { document } = (await load(context).catch(() => ({}))) as { document?: unknown };
      if (isObject(document)) queue.push(document['@context']);
    } else if (isObject(context)) {
      for (const [term, definition] of Object.entries(context)) {
        if (term === '@vocab') terms.vocabulary = true;
        else if (term === '@import') queue.push(definition);
        else if (!term.startsWith('@')) readDefinition(terms, term, definition);
        if (isObject(definition)) queue.push(definition['@context']);
      }
    }
  }
  return terms;
}

/** Every context of the input, wherever it stands. */
function contextsIn(input: unknown): readonly unknown[] {
  const queue: unknown[] = [input];
  const found: unknown[] = [];
  for (const value of queue) {
    if (isObject(value) && '@context' in value) found.push(value['@context']);
    if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) queue.push(member);
  }
  return found;
}

/** What a string means where it stands: text, in which people may write what they like, or possibly a name. */
type Meaning = 'text' | 'language-map' | 'json' | 'name';

function meaningOf(term: string, terms: Terms): Meaning {
  if (term === '@value') return 'text';
  if (terms.links.has(term) || term.startsWith('@')) return 'name';
  if (terms.json.has(term) && !terms.text.has(term)) return 'json';
  if (!terms.text.has(term) && !terms.vocabulary) return 'name';
  return terms.maps.has(term) && !terms.plain.has(term) ? 'language-map' : 'text';
}

/**
 * Within a JSON literal every string is text. Where the term may mean something else after all, as below a context that
 * takes it back, what could be an id there is still a name.
 */
const meaningWithin = (outer: Meaning, term: string, terms: Terms): Meaning => {
  const meaning = meaningOf(term, terms);
  const canBeName = term.startsWith('@') || terms.links.has(term);
  return outer === 'json' && !canBeName ? 'json' : meaning;
};

/** Text is a string, a list of strings, `@value`, or a value of a language map; whatever is an object is looked into. */
function refuseNames(value: unknown, meaning: Meaning, terms: Terms): void {
  if (typeof value === 'string') {
    if (meaning === 'name' && inherited.has(value)) throw new InheritedName(value);
  } else if (Array.isArray(value)) {
    // An object in a list is no language map, whatever the term (JSON-LD 1.1 API §5.1.2).
    const ofMembers = meaning === 'language-map' ? 'text' : meaning;
    for (const member of value as readonly unknown[]) refuseNames(member, ofMembers, terms);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      refuseNames(name, 'name', terms);
      const isTranslation = meaning === 'language-map' && !name.startsWith('@') && !isObject(member);
      refuseNames(member, isTranslation ? 'text' : meaningWithin(meaning, name, terms), terms);
    }
  }
}

type Kept = Readonly<{ key: readonly unknown[]; terms: Terms }>;
const kept = new LRUCache<string, Kept>({ max: 50 });

/** The terms of a list of addresses are remembered for as long as the loader gives the same documents for them. */
async function termsOf(contexts: readonly unknown[], load: Load): Promise<Terms> {
  const addresses = [...new Set(contexts.flat())];
  if (!addresses.every((one) => typeof one === 'string')) return readTerms(contexts, load);
  const answers = await Promise.all(
    addresses.map((url) =>
      load(url).then(
        (answer) => (answer as { document?: unknown }).document,
        () => undefined,
      ),
    ),
  );
  const name = JSON.stringify(addresses);
  const known = kept.get(name);
  if (known?.key.every((document, index) => document === answers[index])) return known.terms;
  const terms = await readTerms(addresses, load);
  kept.set(name, { key: answers, terms });
  return terms;
}

/** Throws where a document could name a node, a type, a graph or a property as every plain object names something. */
export async function refusePoison(input: unknown, load: Load): Promise<void> {
  refuseNames(input, 'name', await termsOf(contextsIn(input), load));
}
