import { expect } from 'vitest';
import type { importElm } from '../../src/interop/elm/import.ts';
import { microcredentialContent } from '../../src/generated/validators.js';

/** Checks what holds of every import, and gives the notes by their pointer. */
export function checkedImport({ content, notes }: ReturnType<typeof importElm>) {
  expect(microcredentialContent(content), JSON.stringify(microcredentialContent.errors)).toBe(true);
  expect(notes.length).toBeLessThanOrEqual(200);
  expect(notes.filter(({ pointer }) => !/^#(\/[@\w:-]+)*$/.test(pointer))).toEqual([]);
  const at = (pointer: string) =>
    notes
      .filter((note) => note.pointer === pointer)
      .map(({ detail }) => detail)
      .join(' ');
  return { content, notes, at };
}
