import type { JsonObject } from '../../services/ports.ts';
import { asList, idOf, isObject } from './values.ts';

/** As many values as the format check lets through, and more places for one node than an honest document has. */
const maxValues = 20_000;
const maxPlaces = 8;

function merge(places: readonly JsonObject[]): JsonObject {
  const names = new Set(places.flatMap((place) => Object.keys(place)));
  const said = (name: string) => {
    const distinct = new Map(
      places.flatMap((place) => asList(place[name])).map((value) => [JSON.stringify(value), value]),
    );
    return distinct.size === 1 ? places.find((place) => Object.hasOwn(place, name))?.[name] : [...distinct.values()];
  };
  return Object.fromEntries([...names].map((name) => [name, said(name)]));
}

/**
 * Reads a node with everything the document says about it. To a signature, a node described in two places is one; a
 * holder may move what they would rather not show to the other place, and a reader must find it there.
 */
export function gatherNodes(document: JsonObject): (value: unknown) => JsonObject {
  const byId = new Map<string, JsonObject[]>();
  const queue: unknown[] = [document];
  for (let next = 0; next < queue.length && next < maxValues; next += 1) {
    const value = queue[next];
    if (isObject(value) && typeof value['id'] === 'string') {
      const places = byId.get(value['id']) ?? [];
      if (places.length < maxPlaces) byId.set(value['id'], [...places, value]);
    }
    if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) queue.push(member);
  }
  return (value) => {
    const [first] = asList(value);
    const places = byId.get(idOf(first) ?? '') ?? [];
    return places.length > 1 ? merge(places) : (places[0] ?? (isObject(first) ? first : {}));
  };
}
