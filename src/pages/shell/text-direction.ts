/**
 * Marks, embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9 §2). An unmatched one in a
 * text would turn the words around it; no text needs them where its direction is set apart by its element.
 */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Scripts that run from right to left: Hebrew to Arabic Extended, their presentation forms, and the blocks above. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** An address with them written as an address writes them. */
export const encodedControls = (address: string): string => address.replace(controls, encodeURIComponent);

export const withoutControls = (text: string): string => text.replace(controls, '');

/** For a title or an attribute, where no element can set it apart: FSI and PDI do (UAX #9 §2.7). */
export function isolated(text: string): string {
  const plain = withoutControls(text);
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
