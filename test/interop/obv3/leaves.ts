import type { Violation } from '../../../src/domain/shared/errors.ts';

export type Leaf = Readonly<{ pointer: string; value: string }>;

/** Every value of a JSON document that is neither an array nor an object, with its place. */
export function leavesOf(value: unknown, pointer = '#'): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ pointer, value: String(value) }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${pointer}/${name}`));
}

/** What a type says is how its part was read. */
const saidByReading = new Set(
  'VerifiableCredential OpenBadgeCredential AchievementSubject Achievement Profile Address ResultDescription Alignment'.split(
    ' ',
  ),
);

/** The values that are neither in the content nor at or below a place that a note names. */
export function lostIn(document: unknown, content: unknown, notes: readonly Violation[]): readonly Leaf[] {
  const kept = leavesOf(content).map(({ value }) => value);
  const isNamed = (pointer: string) =>
    notes.some((note) => note.pointer !== '#' && (pointer === note.pointer || pointer.startsWith(`${note.pointer}/`)));
  return leavesOf(document).filter(({ pointer, value }) => {
    if (/\/type(\/\d+)?$/.test(pointer) && saidByReading.has(value)) return false;
    return (
      value !== '' &&
      !kept.some((text) => text.includes(value) || text === value.replace(',', '.')) &&
      !isNamed(pointer)
    );
  });
}
