import { LRUCache } from 'lru-cache';
import type { Fetched } from '../../services/ports/fetcher.ts';
import { hasPassed } from '../../domain/shared/age.ts';

const maxKept = 500;
const maxKeptBytes = 10_000_000;

type Kept = Pick<Fetched, 'text' | 'contentType' | 'fetchedAt'> & Readonly<{ freshForMs: number }>;

/** Keeps texts while each is fresh, bounded in number and in total size. Parsed JSON is not kept: it takes many times the space. */
export function createFetchCache(now: () => Date) {
  const kept = new LRUCache<string, Kept>({
    max: maxKept,
    maxSize: maxKeptBytes,
    sizeCalculation: ({ text }) => Math.max(1, text.length),
  });
  const isFresh = ({ fetchedAt, freshForMs }: Kept) => !hasPassed(freshForMs, fetchedAt, now());
  return {
    /** Not what was fetched before `since`. */
    get(url: string, since?: Date): Kept | undefined {
      const found = kept.get(url);
      return found && isFresh(found) && !(since && found.fetchedAt < since) ? found : undefined;
    },
    put(url: string, { text, contentType, fetchedAt, freshForMs }: Kept): void {
      kept.delete(url);
      if (freshForMs > 0) kept.set(url, { text, contentType, fetchedAt, freshForMs });
    },
  };
}
