import type { JsonObject } from '../../services/ports/index.ts';
import { momentOf } from '../document/values.ts';

/** What may stand in a slot; anything else goes the general road, which says what is wrong with it. */
export type SlotKind = 'iri' | 'text' | 'moment' | 'day' | 'number';

/** A member that differs between the awards of a version, and where it stands. It need not be in each document. */
export type Slot = Readonly<{ kind: SlotKind; path: readonly (string | number)[] }>;

export const slot = (kind: SlotKind, ...path: readonly (string | number)[]): Slot => ({ kind, path });

// No character that N-Quads escapes in an IRI, and none that a URL library would spell otherwise. An address with
// another scheme, or relative to something, is never put into a template.
const iri = /^(https?:\/\/|did:[a-z0-9]+:|urn:uuid:)[A-Za-z0-9._~:/?#@!$&'()*+,;=%[\]-]+$/;

/** Days that each month has, so that nothing has to be worked out. */
const usualMoment = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

const fits: Readonly<Record<SlotKind, (value: string) => boolean>> = {
  iri: (value) => iri.test(value),
  text: (value) => value !== '' && value.isWellFormed(),
  moment: (value) => usualMoment.test(value) || momentOf(value) !== undefined,
  day: (value) =>
    usualMoment.test(`${value}T00:00:00Z`) ||
    (/^\d{4}-\d\d-\d\d$/.test(value) && momentOf(`${value}T00:00:00Z`) !== undefined),
  number: (value) => /^(0|[1-9]\d{0,14})$/.test(value),
};

export const fitsSlot = ({ kind }: Slot, value: string): boolean => fits[kind](value);

/** Undefined where nothing stands there. */
export function valueAt(document: unknown, { path }: Slot): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The document with these texts in its slots; a copy. */
export function withValues(document: JsonObject, slots: readonly Slot[], values: readonly string[]): JsonObject {
  const copy = structuredClone(document) as Record<string, unknown>;
  slots.forEach((slot, index) => {
    const place = valueAt(copy, { ...slot, path: slot.path.slice(0, -1) }) as Record<string | number, unknown>;
    place[slot.path.at(-1) ?? ''] = values[index];
  });
  return copy;
}

/** The slots that the document has; undefined where something else than text stands in one. */
export function presentSlots(document: JsonObject, slots: readonly Slot[]): readonly Slot[] | undefined {
  const present = slots.filter((slot) => valueAt(document, slot) !== undefined);
  return present.every((slot) => typeof valueAt(document, slot) === 'string') ? present : undefined;
}
