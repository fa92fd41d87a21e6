import { jsonLimits } from '../../domain/json-limits.ts';
import type { JsonObject } from '../../services/ports.ts';
import { contextUrls, type DocumentLoader } from '../contexts/document-loader.ts';
import type { ProblemName } from './problems.ts';
import { isObject } from './values.ts';

// A signature covers what the document means (RDF), not how it is written. So a member that is written under
// another name (an absolute IRI, an alias from an inline context, a keyword) keeps the signature whole and hides
// from every reader of the JSON: an expired or revoked document would pass. Only one spelling is read here.

const maxDepth = jsonLimits.depth;
/** The fullest certificate has under a thousand; canonicalization takes a second for some ten thousand. */
const maxNodes = 6_000;

export type FormFault = Readonly<{ outcome: 'failed' | 'unknown'; problem: ProblemName; detail: string }>;

const unsupported = (path: string, why: string): FormFault => ({
  outcome: 'unknown',
  problem: 'unsupported-json-ld',
  detail: `${path}: ${why}`,
});

const valueMembers = ['@value', '@language', '@direction'];
const isLanguageValue = (node: JsonObject): boolean =>
  typeof node['@value'] === 'string' && Object.keys(node).every((name) => valueMembers.includes(name));

function memberFault(name: string, path: string, isRoot: boolean): FormFault | undefined {
  if (name === '@context') return isRoot ? undefined : unsupported(path, 'it has a context of its own.');
  if (name.startsWith('@')) return unsupported(path, 'it is written with a keyword of JSON-LD.');
  if (name.includes(':')) return unsupported(path, 'it is named by an IRI, not by a term.');
  return undefined;
}

/** The first member that is not read here, or undefined. Limits depth and number too, and so guards what follows it. */
function structureFault(document: JsonObject): FormFault | undefined {
  const queue: { value: unknown; path: string; depth: number }[] = [{ value: document, path: '', depth: 0 }];
  let count = 0;
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { value, path, depth } = item;
    count += 1;
    if (depth > maxDepth || count > maxNodes)
      return { outcome: 'failed', problem: 'too-complex', detail: `Limits: ${maxDepth} levels, ${maxNodes} values.` };
    if (Array.isArray(value)) {
      if (value.length > maxNodes)
        return { outcome: 'failed', problem: 'too-complex', detail: `${path} has ${value.length} entries.` };
      value.forEach((entry, index) => queue.push({ value: entry, path: `${path}/${index}`, depth: depth + 1 }));
      continue;
    }
    if (!isObject(value) || isLanguageValue(value)) continue;
    const isRoot = depth === 0;
    const isRepeated =
      !isRoot && document['id'] !== undefined && value['id'] === document['id'] && Object.keys(value).length > 1;
    if (isRepeated) return unsupported(path, 'it says more about the credential itself.');
    for (const [name, member] of Object.entries(value)) {
      const fault = memberFault(name, `${path}/${name}`, isRoot);
      if (fault) return fault;
      if (name !== '@context') queue.push({ value: member, path: `${path}/${name}`, depth: depth + 1 });
    }
  }
  return undefined;
}

/** VCDM 2.0 §4.3: an array whose first item is the base context. */
function contextFault(context: unknown, loader: DocumentLoader): FormFault | undefined {
  const malformed = (detail: string): FormFault => ({ outcome: 'failed', problem: 'malformed', detail });
  if (Array.isArray(context) && context[0] === contextUrls.credentials1) {
    return {
      outcome: 'unknown',
      problem: 'unsupported-format',
      detail: 'It follows version 1.1 of the data model; version 2.0 is checked here.',
    };
  }
  if (!Array.isArray(context) || context[0] !== contextUrls.credentials) {
    return malformed(`/@context is a list that begins with ${contextUrls.credentials}.`);
  }
  if (context.length > maxDepth || context.some((item) => typeof item !== 'string' && !isObject(item))) {
    return malformed('/@context is a list of addresses and objects.');
  }
  if (context.some(isObject)) return unsupported('/@context', 'it defines terms of its own.');
  const urls = context.map(String);
  const unknown = urls.find((url) => !loader.knows(url));
  if (unknown !== undefined)
    return { outcome: 'unknown', problem: 'unknown-context', detail: `The context ${unknown} is not held here.` };
  // Those of two deployments give the same words two meanings.
  return urls.every((url, index) => index === 2 || !loader.isOwn(url))
    ? undefined
    : unsupported('/@context', 'the context of a service like this one stands third, and only one does.');
}

/** Whether the document is written in the one form of JSON-LD that the checks read. */
export function formFault(document: JsonObject, loader: DocumentLoader): FormFault | undefined {
  // The structure first: it is what keeps the rest within limits.
  const structure = structureFault(document);
  return structure?.outcome === 'failed' ? structure : (contextFault(document['@context'], loader) ?? structure);
}
