import type { JsonObject } from '../../../services/ports/index.ts';
import { isBlank, textOf } from '../../document/values.ts';

/** FNV-1a in 32 bits: only to keep keys short. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

const maxKey = 200;
const short = (text: string): string => (text.length > maxKey ? text.slice(0, maxKey) + digest(text) : text);

type Measure = Readonly<{ key: string; size: number }>;
const measures = new WeakMap<object, Measure>();

/**
 * What to sort something read by, and how long its JSON is. What several claims share is looked at once, so that this
 * takes no longer than reading did.
 */
export function measureOf(value: unknown): Measure {
  if (typeof value !== 'object' || value === null) {
    const text = JSON.stringify(value) ?? '';
    return { key: short(text), size: text.length };
  }
  const known = measures.get(value);
  if (known) return known;
  const names = Array.isArray(value) ? Object.keys(value) : Object.keys(value).sort();
  const parts = names.map((name) => [name, measureOf((value as JsonObject)[name])] as const);
  const key = short(parts.map(([name, part]) => `${Array.isArray(value) ? '' : name}:${part.key}`).join());
  const size = parts.reduce((sum, [name, part]) => sum + name.length + 4 + part.size, 2);
  const measure = { key, size };
  measures.set(value, measure);
  return measure;
}

export function byKey(one: unknown, other: unknown): number {
  const [first, second] = [measureOf(one).key, measureOf(other).key];
  return first < second ? -1 : first > second ? 1 : 0;
}

const numbered = /^(.*[^\d])(\d{1,9})$/;

/** The numbers that ids of one kind end in: so our own documents tell the order of their parts. */
function numbersIn(nodes: readonly JsonObject[]): readonly number[] | undefined {
  const parts = nodes.map(({ id }) => numbered.exec(isBlank(textOf(id) ?? '') ? '' : (textOf(id) ?? '')));
  const [first] = parts;
  return first && parts.every((part) => part?.[1] === first[1]) ? parts.map((part) => Number(part?.[2])) : undefined;
}

/** What was read from each node, in an order that does not depend on where they stand. */
export function eachOf<T>(nodes: readonly JsonObject[], read: (node: JsonObject) => T | undefined): readonly T[] {
  const numbers = numbersIn(nodes);
  return nodes
    .flatMap((node, at) => {
      const item = read(node);
      return item === undefined ? [] : [{ item, number: numbers?.[at] ?? 0 }];
    })
    .sort((one, other) => one.number - other.number || byKey(one.item, other.item))
    .map(({ item }) => item);
}

/** Reads each node once, however many others lead to it. */
export function once<T>(read: (node: JsonObject) => T): (node: JsonObject) => T {
  const known = new Map<JsonObject, T>();
  return (node) => {
    const found = known.has(node) ? (known.get(node) as T) : read(node);
    known.set(node, found);
    return found;
  };
}
