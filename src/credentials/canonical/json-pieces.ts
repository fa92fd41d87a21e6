import { concatUint8Arrays } from 'uint8array-extras';
import { type Bytes, utf8 } from '../document/encoding.ts';

/** JSON text with its slots open: fixed text, and between two pieces of it a JSON string. */
export type JsonPieces = readonly string[];

/** The pieces between the marks, which stand in the text in this order; undefined where they do not. */
export function openJson(text: string, marks: readonly string[]): JsonPieces | undefined {
  const pieces: string[] = [];
  let at = 0;
  for (const mark of marks) {
    const written = JSON.stringify(mark);
    const found = text.indexOf(written, at);
    if (found < 0) return undefined;
    pieces.push(text.slice(at, found));
    at = found + written.length;
  }
  return [...pieces, text.slice(at)];
}

/** The same in UTF-8, with another member at its end; `encoded` are the pieces. Encodes nothing twice. */
export function fillBytes(encoded: readonly Bytes[], values: readonly string[], member: string): Bytes {
  const parts = encoded.flatMap((piece, at) => (at === 0 ? [piece] : [utf8(JSON.stringify(values[at - 1])), piece]));
  // The brace that closes the object comes after the member.
  const closed = parts.map((part, at) => (at === parts.length - 1 ? part.subarray(0, -1) : part));
  return concatUint8Arrays([...closed, utf8(`,${member}}`)]);
}

export const fillJson = (pieces: JsonPieces, values: readonly string[]): string =>
  pieces.map((piece, at) => (at === 0 ? piece : JSON.stringify(values[at - 1]) + piece)).join('');
