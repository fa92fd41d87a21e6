import { jsonLimits, nestingDepth } from '../domain/json-limits.ts';
import type { JsonObject } from '../services/ports.ts';
import type { Messages } from './messages/index.ts';
import type { PageContext } from './view.ts';

export type Fault = keyof Messages['verify']['faults'];
export type Field = 'text' | 'file';
/** What the form brought: a document to check, or why there is none. `text` is what stood in its field, `field` the one used. */
export type Input = Readonly<{ text: string; field?: Field }> &
  (Readonly<{ document: JsonObject }> | Readonly<{ fault: Fault }>);

/** A file that was chosen comes before text that was left in the field. */
export async function readInput(c: PageContext): Promise<Input> {
  const form = await c.req.parseBody().catch(() => undefined);
  if (!form) return { text: '', fault: 'unreadable' };
  const text = typeof form['text'] === 'string' ? form['text'] : '';
  const file = form['file'] instanceof File && form['file'].size > 0 ? form['file'] : undefined;
  const field = file ? 'file' : 'text';
  if (file && file.size > jsonLimits.bytes) return { text, field, fault: 'tooLarge' };
  const read = readDocument(file ? await file.text() : text);
  // What is too large is not sent back.
  return { text: 'fault' in read && read.fault === 'tooLarge' ? '' : text, field, ...read };
}

function readDocument(given: string): Readonly<{ document: JsonObject }> | Readonly<{ fault: Fault }> {
  const text = given.replace(/^\uFEFF/, '').trim();
  if (text === '') return { fault: 'empty' };
  if (new TextEncoder().encode(text).length > jsonLimits.bytes) return { fault: 'tooLarge' };
  if (nestingDepth(text) > jsonLimits.depth) return { fault: 'tooDeep' };
  const value = parsed(text);
  if (value === undefined) return { fault: 'notJson' };
  return isObject(value) ? { document: value } : { fault: 'notObject' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
