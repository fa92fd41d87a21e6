import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Terms } from '../../contexts/terms.ts';
import { jsonText, type Nodes } from './nodes.ts';
import { flat, textOf } from '../values.ts';

/** What nodes say, as text that is equal where a signature cannot tell two spellings apart. */
export type Meanings = Readonly<{
  terms: Terms;
  of(value: unknown, term: string): string;
  /** What a node says in each of its members, and the nodes that it names there. */
  members(node: JsonObject): Members;
  /**
   * The members in which a node differs from the node `iri` of the others, or a node that both lead to does; all but
   * the node `apart`, of which only one of the two has to say anything.
   */
  difference(node: JsonObject, others: Meanings, iri: string, apart: string): readonly string[];
  node(iri: string): JsonObject;
}>;

type Members = Readonly<{ texts: ReadonlyMap<string, string>; leadsTo: ReadonlySet<string> }>;

/** Numbers and truth values as JSON-LD writes them in RDF (JSON-LD 1.1 API §8.2.2). */
function literal(value: unknown, datatype: string | undefined): string {
  const type = datatype ?? (typeof value === 'string' ? 'string' : typeof value);
  if (typeof value !== 'number') return `${JSON.stringify(String(value))}^^${type}`;
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e21 && datatype !== xsdDouble;
  const text = isWhole ? value.toFixed(0) : value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
  return `"${text}"^^${type}`;
}

const xsdDouble = 'http://www.w3.org/2001/XMLSchema#double';

export function createMeanings(nodes: Nodes): Meanings {
  const { terms } = nodes;
  const known = new Map<JsonObject, Members>();

  function meaning(value: unknown, term: string, leadsTo: Set<string>): string {
    const named = textOf(isObject(value) ? value['id'] : terms.isId(term) ? value : undefined);
    if (named !== undefined) {
      const iri = terms.iriOf(named);
      leadsTo.add(iri);
      return `<${iri}>`;
    }
    if (!isObject(value)) return literal(value, terms.datatypeOf(term));
    if (Object.hasOwn(value, '@value')) {
      const { '@value': text, '@language': language, '@type': type } = value;
      return typeof language === 'string' ? `${JSON.stringify(text)}@${language}` : literal(text, textOf(type));
    }
    return `{${[...texts(nodes.whole(value), leadsTo)].map((member) => member.join(':')).join()}}`;
  }

  function meaningOf(value: unknown, term: string, leadsTo: Set<string>): string {
    if (terms.isJson(term)) return jsonText(value);
    const all = flat(value).map((one) => meaning(one, term, leadsTo));
    return terms.isList(term) ? `(${all.join()})` : [...new Set(all)].sort().join();
  }

  function texts(node: JsonObject, leadsTo: Set<string>): Map<string, string> {
    return new Map(
      Object.keys(node)
        .filter((name) => name !== 'id')
        .sort()
        .map((name) => [name, meaningOf(node[name], name, leadsTo)]),
    );
  }

  function members(node: JsonObject): Members {
    const leadsTo = new Set<string>();
    const found = known.get(node) ?? { texts: texts(node, leadsTo), leadsTo };
    known.set(node, found);
    return found;
  }

  function difference(node: JsonObject, others: Meanings, root: string, apart: string): readonly string[] {
    const names = new Set(node['id'] === root ? [] : ['id']);
    const seen = new Set([terms.iriOf(apart)]);
    const queue: [JsonObject, JsonObject][] = [[node, others.node(root)]];
    for (let pair = queue.pop(); pair; pair = queue.pop()) {
      const [here, there] = [members(pair[0]), others.members(pair[1])];
      for (const name of [...here.texts.keys(), ...there.texts.keys()])
        if (here.texts.get(name) !== there.texts.get(name)) names.add(name);
      for (const iri of there.leadsTo) {
        if (seen.has(iri)) continue;
        seen.add(iri);
        queue.push([nodes.whole({ id: iri }), others.node(iri)]);
      }
    }
    return [...names];
  }

  const of = (value: unknown, term: string) => meaningOf(value, term, new Set());
  return { terms, of, members, difference, node: (iri) => nodes.whole({ id: iri }) };
}
