import { statusListLength } from '../../domain/award/status-list.ts';
import type { AskedPlace, OpenPlace, Ports, Stores } from '../ports/index.ts';

/** A list is closed at three quarters, so that all of so many are taken once in some thousand awards. */
const spare = 28;
const drawnEach = 4;
/** With a good source of numbers the second try is rare, and the third is not seen. */
const mostTries = 100;

/** Indexes at random, never one that follows from another: enough of them for so many awards. */
export function drawPlaces(draw: Ports['draw'], wanted: number): AskedPlace {
  const drawn = new Set<number>();
  for (let draws = 0; draws < wanted * drawnEach + spare; draws += 1) drawn.add(draw(statusListLength));
  return { drawn: [...drawn], wanted };
}

/** The open list with at least one free index, which the next award may take; opens a list where none has room. */
export async function placeIn(
  { statusLists }: Pick<Stores, 'statusLists'>,
  institutionId: string,
  { newId, draw }: Pick<Ports, 'newId' | 'draw'>,
  first: AskedPlace,
  seen?: OpenPlace,
): Promise<OpenPlace> {
  let asked = first;
  let place = seen ?? (await statusLists.place(institutionId, asked));
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (!place || place.isFull) await statusLists.open(institutionId, newId());
    else if (place.free.length > 0) return place;
    else asked = drawPlaces(draw, first.wanted);
    place = await statusLists.place(institutionId, asked);
  }
  throw new Error(`No free index in the status lists of institution ${institutionId} after ${mostTries} tries`);
}
