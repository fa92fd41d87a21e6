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

export const fillJson = (pieces: JsonPieces, values: readonly string[]): string =>
  pieces.map((piece, at) => (at === 0 ? piece : JSON.stringify(values[at - 1]) + piece)).join('');
