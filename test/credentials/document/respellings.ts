import { knownContexts } from '../../../src/credentials/contexts/document-loader.ts';
import { addresses } from '../fixture.ts';

// Ways to write a document otherwise that JSON-LD may not tell apart. Which of them are neutral for which member is
// not decided here: the test proves it by the canonical N-Quads of each document it makes.

export type Json = any;
type Place = Readonly<{ parent: Json; name: string }>;
type Respelling = Readonly<{ what: string; apply(): void }>;

const isObject = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object and every member of one, outside contexts and proofs. */
function walk(value: Json, visit: (node: Json) => void): void {
  if (Array.isArray(value)) return value.forEach((one) => walk(one, visit));
  if (!isObject(value)) return;
  visit(value);
  for (const [name, member] of Object.entries(value)) if (name !== '@context' && name !== 'proof') walk(member, visit);
}

function nodesIn(document: Json): Json[] {
  const nodes: Json[] = [];
  walk(document, (node) => nodes.push(node));
  return nodes;
}

const membersIn = (document: Json): Place[] =>
  nodesIn(document).flatMap((parent) =>
    Object.keys(parent)
      .filter((name) => name !== '@context' && name !== 'proof')
      .map((name) => ({ parent, name })),
  );

/** For each term the other terms of the same IRI, as the bundled contexts write it, wherever they define it. */
function aliasesIn(): ReadonlyMap<string, readonly string[]> {
  const byIri = new Map<string, Set<string>>();
  const read = (context: Json) => {
    if (Array.isArray(context)) return context.forEach(read);
    if (!isObject(context)) return;
    for (const [term, definition] of Object.entries<Json>(context)) {
      if (term.startsWith('@') || definition === null) continue;
      const iri = typeof definition === 'string' ? definition : definition['@id'];
      byIri.set(iri, (byIri.get(iri) ?? new Set()).add(term));
      read(definition['@context']);
    }
  };
  for (const document of knownContexts(addresses).values()) read((document as Json)['@context']);
  const groups = [...byIri.values()].filter(({ size }) => size > 1).map((terms) => [...terms]);
  return new Map(
    groups.flat().map((term) => [
      term,
      groups
        .filter((group) => group.includes(term))
        .flat()
        .filter((one) => one !== term),
    ]),
  );
}
const aliases = aliasesIn();
/** The IRIs of types, which are as good as their terms. */
const typeIris: ReadonlyMap<string, string> = new Map(
  [...knownContexts(addresses).values()].flatMap((document) =>
    [(document as Json)['@context']].flat().flatMap((context: Json) =>
      Object.entries<Json>(context)
        .filter(([term]) => /^[A-Z]/.test(term))
        .map(([term, definition]): [string, string] => [term, definition?.['@id'] ?? definition]),
    ),
  ),
);

/** The member with another value. */
const valued = ({ parent, name }: Place, what: string, value: Json): Respelling => ({
  what,
  apply: () => void (parent[name] = value),
});

const languageTexts = (map: Json): Json[] =>
  Object.entries<Json>(map).flatMap(([tag, texts]) =>
    [texts].flat().map((text) => ({ '@value': text, '@language': tag })),
  );

/** One value of a member in other forms. */
function formsOf(value: Json): [string, Json][] {
  if (typeof value === 'string') {
    const numbers: [string, Json][] = /^[\d.]+$/.test(value) ? [['text as a number', Number(value)]] : [];
    return [
      ['a value object', { '@value': value }],
      ['a value object with a direction', { '@value': value, '@direction': 'ltr' }],
      ['a value object in Swedish', { '@value': value, '@language': 'sv' }],
      ['a node', { id: value }],
      ...numbers,
    ];
  }
  if (typeof value === 'number')
    return [
      ['a number as text', String(value)],
      ['a number as RDF writes it', value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')],
      ['a number as a value object', { '@value': value }],
    ];
  if (typeof value === 'boolean') return [['a truth value as text', String(value)]];
  if (!isObject(value)) return [];
  if ('@value' in value) {
    const { '@language': language, '@value': text } = value;
    return [
      ['a language in capitals', { ...value, '@language': language?.toUpperCase() }],
      ['without language', text],
    ];
  }
  const isMap = Object.values(value).every((text) => typeof text === 'string') && !('type' in value);
  return [
    ...(Object.keys(value).join() === 'id' ? [['an id as text', value.id] as [string, Json]] : []),
    ...(isMap ? mapForms(value) : []),
    ...('id' in value ? [] : [['a blank node with a label', { ...value, id: '_:label' }] as [string, Json]]),
    ['members in another order', Object.fromEntries(Object.entries(value).reverse())],
    ['a member that says nothing', { ...value, description: null, image: [] }],
  ];
}

const mapForms = (map: Json): [string, Json][] => [
  ['languages as value objects', languageTexts(map)],
  ['languages in capitals', Object.fromEntries(Object.entries(map).map(([tag, text]) => [tag.toUpperCase(), text]))],
  ['each language with a list', Object.fromEntries(Object.entries(map).map(([tag, text]) => [tag, [null, text]]))],
];

function listForms(place: Place): Respelling[] {
  const value = place.parent[place.name];
  const whole = [
    valued(place, 'a list', [value]),
    valued(place, 'a list in a list', [[value]]),
    valued(place, 'beside null', [null, value]),
    valued(place, 'twice', [value, structuredClone(value)]),
  ];
  if (!Array.isArray(value)) return whole;
  const [first, ...rest] = value;
  return [
    ...whole,
    valued(place, 'reversed', [...value].reverse()),
    valued(place, 'rotated', [...rest, first]),
    valued(place, 'a list in part of a list', [[first], rest]),
    ...(value.length === 1 ? [valued(place, 'no list', first)] : []),
    ...value.flatMap((one, at) =>
      formsOf(one).map(([what, form]) =>
        valued(
          place,
          what,
          value.map((other, index) => (index === at ? form : other)),
        ),
      ),
    ),
  ];
}

function typeForms(place: Place): Respelling[] {
  const types = [place.parent[place.name]].flat();
  return types.flatMap((type: Json, at: number) =>
    [...(aliases.get(type) ?? []), typeIris.get(type)].filter(Boolean).map((other) =>
      valued(
        place,
        'a type under another name',
        types.map((one: Json, index: number) => (index === at ? other : one)),
      ),
    ),
  );
}

const renamed = ({ parent, name }: Place): Respelling[] =>
  (aliases.get(name) ?? []).map((alias) => ({
    what: 'another term of the same IRI',
    apply: () => {
      parent[alias] = parent[name];
      delete parent[name];
    },
  }));

/** A node in two halves in the same place: by its id, or by a label that says nothing. */
function halved(place: Place): Respelling[] {
  const value = place.parent[place.name];
  const list: Json[] = [value].flat();
  return list.flatMap((node, at) => {
    if (!isObject(node) || '@value' in node || Object.keys(node).length < 3) return [];
    const { id = '_:half', type, ...members } = node;
    const names = Object.keys(members);
    return names.map((name) => {
      const { [name]: moved, ...rest } = members;
      const typed = type === undefined ? { id } : { id, type };
      const halves = [
        { ...typed, ...rest },
        { ...typed, [name]: moved },
      ];
      return valued(
        place,
        'a node in two halves',
        list.flatMap((one, index) => (index === at ? halves : [one])),
      );
    });
  });
}

/** A member moved to another place that describes or names the same node. */
function moved(place: Place, document: Json): Respelling[] {
  const { parent, name } = place;
  if (parent.id === undefined || name === 'id' || name === 'type') return [];
  const others = nodesIn(document).filter((node) => node !== parent && node.id === parent.id);
  const named = membersIn(document).filter(
    (other) => other.parent !== parent && other.name !== 'id' && other.parent[other.name] === parent.id,
  );
  const into = (target: () => Json): Respelling => ({
    what: 'a member in another place of its node',
    apply: () => {
      const there = target();
      there.type ??= parent.type;
      there[name] = parent[name];
      delete parent[name];
    },
  });
  return [
    ...others.map((other) => into(() => other)),
    ...named.map((other) => into(() => (other.parent[other.name] = { id: parent.id }))),
  ];
}

/** Every way to write one member of the document otherwise. Each changes the document that it was made of. */
export const respellingsOf = (document: Json): Respelling[] =>
  membersIn(document).flatMap((place) => {
    const value = place.parent[place.name];
    const single = Array.isArray(value) ? [] : formsOf(value).map(([what, form]) => valued(place, what, form));
    return [
      ...listForms(place),
      ...single,
      ...(place.name === 'type' ? typeForms(place) : renamed(place)),
      ...halved(place),
      ...moved(place, document),
    ];
  });
