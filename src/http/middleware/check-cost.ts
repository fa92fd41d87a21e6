import { mostValues } from '../../domain/shared/json-limits.ts';
import type { Received } from '../../services/ports/index.ts';

/** Half of what may come at once, because a request is charged twice: for its size, then for the document in it. */
const mostCost = 10;
const bytesForOne = 100_000;
/** The time that canonicalization takes grows with the values of a document rather than with its bytes. */
const valuesForOne = 600;
/** What stands behind a link is fetched, and its size is not known before. */
const costOfLink = 5;

/** A document of most issuers has a key, a status list and a version to be fetched. */
const fetchesForNothing = 3;
const costOfFetch = 0.5;

/** The cost of the nth fetch for a document, counted from one, wherever in the document the address stands. */
export const costOfFetchNumber = (number: number): number => (number > fetchesForNothing ? costOfFetch : 0);

/** What reading a request may cost; one of no stated size costs what the largest does. */
export function costOfRequest(contentLength: string | undefined, transferEncoding: string | undefined): number {
  if (transferEncoding !== undefined) return mostCost;
  const bytes = Number(contentLength ?? 0);
  return bytes >= 0 ? Math.min(mostCost, 1 + Math.floor(bytes / bytesForOne)) : mostCost;
}

/** What checking a document costs beyond the smallest. */
export function costOfDocument(received: Received): number {
  if ('link' in received) return costOfLink;
  return Math.min(mostCost, Math.floor(valuesIn(received) / valuesForOne));
}

function valuesIn(received: Exclude<Received, { link: string }>): number {
  if ('json' in received) return countValues(received.json, mostCost * valuesForOne);
  return mostValues('text' in received ? received.text : new TextDecoder().decode(received.bytes));
}

/** Counts no further than it needs to. */
function countValues(json: unknown, most: number): number {
  const waiting: unknown[] = [json];
  let count = 0;
  while (waiting.length > 0 && count < most) {
    const value = waiting.pop();
    count += 1;
    if (value !== null && typeof value === 'object') for (const member of Object.values(value)) waiting.push(member);
  }
  return count;
}
