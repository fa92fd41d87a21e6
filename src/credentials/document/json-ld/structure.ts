import type { JsonObject } from '../../../services/ports/index.ts';
import { documentLimits } from '../limits.ts';
import { isObject } from '../../../domain/shared/json.ts';

/** Where a value stands; the pointer is written out only where it is needed. */
export type Place = Readonly<{ value: unknown; name: string | number; within?: Place; depth: number; member: string }>;

export const pointerTo = ({ name, within }: Place): string => (within ? `${pointerTo(within)}/${name}` : '');

const memberLimits: ReadonlyMap<string, number> = new Map(Object.entries(documentLimits.members));

const idIn = (value: unknown): string | undefined =>
  isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

/** Counts each place that it is given; returns which limit is exceeded, in words. */
function createCounter(room: number): (place: Place) => string | undefined {
  const members = new Map<string, number>();
  const nodes = new Map<string, number>();
  const next = (counts: Map<string, number>, name: string): number => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
  let values = 0;
  return ({ value, depth, member }) => {
    values += 1;
    if (depth > documentLimits.levels) return `It has more than ${documentLimits.levels} levels.`;
    if (values > room) return `It has more than ${room} values.`;
    if (Array.isArray(value)) return undefined;
    const limit = memberLimits.get(member);
    if (limit !== undefined && next(members, member) > limit)
      return `It has more than ${limit} entries of "${member}".`;
    const id = idIn(value);
    return id !== undefined && next(nodes, id) > documentLimits.places
      ? `It describes ${id} more than ${documentLimits.places} times.`
      : undefined;
  };
}

/** Values that one document may have: fewer where it has to be canonicalized again for proofs that build on others. */
function roomOf(document: JsonObject): number | string {
  const { proof } = document;
  const proofs: readonly unknown[] = Array.isArray(proof) ? proof : [proof];
  if (proofs.length > documentLimits.members.proof) return documentLimits.values;
  const chained = proofs.filter((one) => isObject(one) && one['previousProof'] !== undefined).length;
  if (chained > documentLimits.chainedProofs)
    return `More than ${documentLimits.chainedProofs} of its proofs build on others.`;
  return Math.min(documentLimits.values, Math.floor(documentLimits.chainedValues / Math.max(chained, 1)));
}

/** Appends the values within a place to the list; stops when the list is over its limit. */
function pushMembers(places: Place[], within: Place, room: number): void {
  const { value } = within;
  const depth = within.depth + 1;
  if (Array.isArray(value)) {
    for (let name = 0; name < value.length && places.length <= room; name += 1)
      places.push({ value: value[name], name, within, depth, member: within.member });
  } else if (isObject(value)) {
    for (const name in value) {
      if (places.length > room) return;
      if (Object.hasOwn(value, name)) places.push({ value: value[name], name, within, depth, member: name });
    }
  }
}

/**
 * Everything that stands in a document, or in words what it has too much of. Takes time and space up to the limits and
 * no more, whatever it is given.
 */
export function placesIn(document: JsonObject): readonly Place[] | string {
  const room = roomOf(document);
  if (typeof room === 'string') return room;
  const excessAt = createCounter(room);
  const places: Place[] = [{ value: document, name: '', depth: 0, member: '' }];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at];
    if (!place) break;
    const excess = excessAt(place);
    if (excess !== undefined) return excess;
    pushMembers(places, place, room);
  }
  return places;
}

/** Values of a certificate that are not its achievement's, with room for what a wallet adds. */
const restOfCertificate = 500;

/** What a certificate with this achievement has too much of, in words. */
export function excessOf(achievement: JsonObject): string | undefined {
  const places = placesIn({ credentialSubject: { achievement } });
  if (typeof places === 'string') return places;
  const room = documentLimits.values - restOfCertificate;
  return places.length > room ? `It has more than ${room} values.` : undefined;
}
