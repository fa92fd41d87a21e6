import { escapeLiteral } from './literal.ts';
import { fitsSlot, type Slot } from './slots.ts';

/** A statement: fixed text, and between two pieces of it the slot with this number. */
type Statement = Readonly<{ pieces: readonly string[]; slots: readonly number[] }>;

/** The canonical N-Quads of a document, with its slots open. */
export type Statements = Readonly<{
  slots: readonly Slot[];
  /** What stands before the first statement with a slot: the same in each document. */
  head: string;
  /** The last statement of it. */
  lastOfHead: string;
  open: readonly Statement[];
  /** Statements that may sort between or after those with slots. */
  rest: readonly string[];
  /** Every IRI of the fixed text, and whatever looks like one within a literal. */
  iris: ReadonlySet<string>;
}>;

/** What stands for the value of a slot while a template is made, as the library writes it. */
export const written = ({ kind }: Slot, mark: string): string => (kind === 'iri' ? `<${mark}>` : `"${mark}"`);

function placesOf(text: string, line: string): readonly number[] {
  const places: number[] = [];
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + text.length)) places.push(at);
  return places;
}

/** The line with its marks taken out; a mark that stands within something longer is not taken out. */
function open(line: string, slots: readonly Slot[], marks: readonly string[]): Statement {
  const found = slots
    .flatMap((slot, number) => {
      const text = written(slot, marks[number] ?? '');
      return placesOf(text, line).map((index) => ({ number, index, length: text.length }));
    })
    .sort((one, other) => one.index - other.index);
  const ends = [{ index: 0, length: 0 }, ...found];
  const pieces = ends.map(({ index, length }, at) => line.slice(index + length, found[at]?.index));
  return { pieces, slots: found.map(({ number }) => number) };
}

const keyOf = ({ pieces, slots }: Statement): string => JSON.stringify([pieces, slots]);
const isFixed = ({ slots }: Statement): boolean => slots.length === 0;

const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1);

/**
 * Two canonical texts of one document with different marks in its slots, as statements; a reason in words where they
 * differ in anything but the marks. `real` is the text with values as they occur: it shows where those sort.
 */
export function openStatements(
  slots: readonly Slot[],
  texts: readonly Readonly<{ text: string; marks: readonly string[] }>[],
  real: string,
): Statements | string {
  const [first = [], ...others] = texts.map(({ text, marks }) => linesOf(text).map((line) => open(line, slots, marks)));
  const keysOf = (statements: readonly Statement[]) => statements.map(keyOf).sort().join('\n');
  if (others.some((other) => keysOf(other) !== keysOf(first))) return 'More moves than the slots.';
  if (slots.some((_, number) => !first.some((statement) => statement.slots.includes(number))))
    return 'A slot is in no statement.';
  const fixed = first.filter(isFixed).map(({ pieces }) => pieces[0] ?? '');
  const begin = linesOf(real).findIndex((line) => !fixed.includes(line));
  const head = fixed.slice(0, begin);
  const pieces = first.flatMap((statement) => statement.pieces).join('');
  return {
    slots,
    head: head.map((line) => `${line}\n`).join(''),
    lastOfHead: head.at(-1) ?? '',
    open: first.filter((statement) => !isFixed(statement)),
    rest: fixed.slice(begin),
    iris: new Set([...pieces.matchAll(/<([^<>]*)>/g)].map(([, iri = '']) => iri)),
  };
}

/** Equal ids make two nodes one and drop statements; an IRI that the fixed text has would do the same. */
function mayMerge({ slots, iris }: Statements, values: readonly string[]): boolean {
  const named = values.filter((_, number) => slots[number]?.kind === 'iri');
  return new Set(named).size !== named.length || named.some((iri) => iris.has(iri));
}

function fillOne({ pieces, slots }: Statement, texts: readonly string[]): string {
  let line = pieces[0] ?? '';
  for (let at = 0; at < slots.length; at += 1) line += (texts[slots[at] ?? 0] ?? '') + (pieces[at + 1] ?? '');
  return line;
}

/**
 * What follows `head` in the canonical text with these values; undefined where that is not for the template to say. The
 * library sorts by UTF-16 code units, and so does this.
 */
export function fillStatements(statements: Statements, values: readonly string[]): string | undefined {
  const { slots, open, rest, lastOfHead } = statements;
  if (values.length !== slots.length || !slots.every((slot, number) => fitsSlot(slot, values[number] ?? '')))
    return undefined;
  if (mayMerge(statements, values)) return undefined;
  const texts = slots.map((slot, number) => {
    const value = values[number] ?? '';
    return written(slot, slot.kind === 'iri' ? value : escapeLiteral(value));
  });
  const filled = open.map((statement) => fillOne(statement, texts));
  const lines = rest.length > 0 ? [...filled, ...rest] : filled;
  lines.sort();
  const isOnce = lines.every((line, at) => line !== lines[at - 1]);
  return isOnce && (lines[0] ?? '') > lastOfHead ? `${lines.join('\n')}\n` : undefined;
}
