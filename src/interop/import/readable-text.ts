import { plainText } from '../html/plain-text.ts';

/** HTML is longer than the text that it shows; no course is described at this length. */
export const longestSource = 50_000;

/** `text` is absent where HTML cannot be told from text. */
export type ReadableText = Readonly<{ text: string | undefined; hadHtml: boolean; isCut: boolean }>;

/** Words of a document as plain text, without HTML and without control characters. */
export function readableText(source: string): ReadableText {
  const plain = plainText(source.slice(0, longestSource));
  return { text: plain?.text.trim(), hadHtml: plain?.hadHtml ?? true, isCut: source.length > longestSource };
}
