import fc from 'fast-check';
import { completeContent, contentWith } from '../../samples/content.ts';

export const waived = contentWith({
  level: { notApplicable: true, reason: { sv: 'Öppet för alla.', en: 'Open to all.' } },
});

type Path = readonly string[];
const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The steps to every member and item, however deep; what is deeper comes later. */
export const placesIn = (value: unknown, path: Path = []): readonly Path[] =>
  isHolder(value)
    ? Object.entries(value).flatMap(([name, member]) => [[...path, name], ...placesIn(member, [...path, name])])
    : [];

/** A copy without these members; an item that is taken out of a list leaves no hole. */
export function without<T>(value: T, gone: readonly Path[], path: Path = []): T {
  const isGone = (name: string) => gone.some((each) => each.join('/') === [...path, name].join('/'));
  const kept = (name: string, member: unknown) => without(member, gone, [...path, name]);
  if (Array.isArray(value))
    return value.flatMap((item, index) => (isGone(`${index}`) ? [] : [kept(`${index}`, item)])) as T;
  if (!isHolder(value)) return value;
  const entries = Object.entries(value).filter(([name]) => !isGone(name));
  return Object.fromEntries(entries.map(([name, member]) => [name, kept(name, member)])) as T;
}

/** Complete content without any set of its members, at any depth. */
export const unfinished = fc
  .constantFrom(completeContent, waived)
  .chain((content) => fc.subarray([...placesIn(content)]).map((gone) => without(content, gone)));
/** The same, with few members gone, so that what is left is deep. */
export const nearlyFinished = fc
  .constantFrom(completeContent, waived)
  .chain((content) => fc.subarray([...placesIn(content)], { maxLength: 3 }).map((gone) => without(content, gone)));
