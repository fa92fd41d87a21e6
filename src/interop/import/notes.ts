import type { Violation } from '../../domain/shared/errors.ts';
import { readableText } from './readable-text.ts';

/** At most this many notes; the last one then says how many there were in all. */
const maxNotes = 200;

/** What the import says beside the content: each thing once. */
export class Notes {
  readonly #notes = new Map<string, Violation>();
  #unlisted = 0;

  add(pointer: string, detail: string): void {
    const key = `${pointer} ${detail}`;
    if (this.#notes.has(key)) return;
    if (this.#notes.size < maxNotes - 1) this.#notes.set(key, { pointer, detail });
    else this.#unlisted += 1;
  }

  list(): readonly Violation[] {
    const notes = [...this.#notes.values()];
    if (this.#unlisted === 0) return notes;
    return [...notes, { pointer: '#', detail: `There are ${this.#unlisted} more notes, which are not listed.` }];
  }
}

const longestQuote = 80;

/** Words of the document within a sentence of ours: plain text on one line, short, and without e-mail addresses. */
export function quoted(words: string): string {
  const { text = '' } = readableText(words.slice(0, 4 * longestQuote).replace(/[\s\p{Cc}]+/gu, ' '));
  const line = text.replace(/\s+/g, ' ');
  const safe = line
    .split(' ')
    .map((word) => (word.includes('@') ? '…' : word))
    .join(' ');
  const letters = [...safe];
  return `“${letters.length > longestQuote ? `${letters.slice(0, longestQuote - 1).join('')}…` : safe}”`;
}
