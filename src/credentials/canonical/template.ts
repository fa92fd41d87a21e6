import type { JsonObject } from '../../services/ports/index.ts';
import { fillJson, openJson, type JsonPieces } from './json-pieces.ts';
import { patternOf, type Pattern } from './pattern.ts';
import { presentSlots, valueAt, withValues, type Slot } from './slots.ts';
import { openStatements, type Statements } from './statements.ts';

/** All documents that differ from one another in their slots alone: as text, as data and as canonical statements. */
export type Template = Readonly<{
  slots: readonly Slot[];
  json: JsonPieces;
  pattern: Pattern;
  statements: Statements;
}>;

export type CanonizeText = (document: JsonObject) => Promise<string>;

/** Marks that have nothing in common with one another, nor with what documents say. */
const marksOf = (set: string, slots: readonly Slot[]): readonly string[] =>
  slots.map(({ kind }, number) => `${kind === 'iri' ? 'https://' : ''}slot-${number}.${set}.invalid`);

const marked = /slot-\d+\.\w+\.invalid/;

/** The slots in the order in which they stand in the text. */
function inOrder(document: JsonObject, slots: readonly Slot[]): readonly Slot[] {
  const marks = marksOf('order', slots);
  const text = JSON.stringify(withValues(document, slots, marks));
  const at = (slot: Slot) => text.indexOf(JSON.stringify(marks[slots.indexOf(slot)]));
  return slots.toSorted((one, other) => at(one) - at(other));
}

/**
 * Compiles a document with the library, once with each of two sets of marks in its slots, and once as it is. A reason in words
 * where anything but the slots moves, or where a node has no id: such a document always goes the general road.
 * `blankNodes`: how many there may be; the name of a single one is always the same.
 */
export async function compileTemplate(
  document: JsonObject,
  among: readonly Slot[],
  canonize: CanonizeText,
  blankNodes: 0 | 1 = 0,
): Promise<Template | string> {
  const present = presentSlots(document, among);
  if (!present) return 'A slot holds something else than text.';
  const slots = inOrder(document, present);
  if (marked.test(JSON.stringify(document))) return 'It may say what stands for a slot.';
  const sets = ['first', 'other'].map((set) => marksOf(set, slots));
  const texts: { text: string; marks: readonly string[] }[] = [];
  for (const marks of sets) texts.push({ text: await canonize(withValues(document, slots, marks)), marks });
  const real = await canonize(document);
  if (real.includes(blankNodes === 0 ? '_:c14n0' : '_:c14n1')) return 'A node has no id.';
  const statements = openStatements(slots, texts, real);
  return typeof statements === 'string' ? statements : assemble(document, slots, statements);
}

function assemble(document: JsonObject, slots: readonly Slot[], statements: Statements): Template | string {
  const marks = marksOf('open', slots);
  const withMarks = withValues(document, slots, marks);
  const json = openJson(JSON.stringify(withMarks), marks);
  const values = slots.map((slot) => String(valueAt(document, slot)));
  if (!json || fillJson(json, values) !== JSON.stringify(document)) return 'Its text does not come back.';
  return { slots, json, pattern: patternOf(withMarks, new Map(marks.map((mark, at) => [mark, at]))), statements };
}
