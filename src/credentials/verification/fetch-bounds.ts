import { FetchError } from '../../services/ports/fetcher.ts';

/** What one document may hold of all that the service asks at once, and how long its fetching may take together. */
const bounds = { atOnce: 4, ms: 12_000 };

type Bounded = <T>(url: string, fetch: (within: AbortSignal) => Promise<T>) => Promise<T>;

/** Does the fetching of one document: so much at once, first come first served, and nothing after its time. */
export function createFetchBounds(): Bounded {
  let within: AbortSignal | undefined;
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async (url, fetch) => {
    within ??= AbortSignal.timeout(bounds.ms);
    if (taken < bounds.atOnce) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await untilAborted(within, url, fetch);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}

function untilAborted<T>(within: AbortSignal, url: string, fetch: (within: AbortSignal) => Promise<T>): Promise<T> {
  const late = () =>
    new FetchError('timeout', `${url} was not read in the ${bounds.ms / 1000} s for all that the document refers to.`);
  if (within.aborted) return Promise.reject(late());
  return new Promise((resolve, reject) => {
    const stop = () => reject(late());
    within.addEventListener('abort', stop, { once: true });
    void Promise.resolve()
      .then(() => fetch(within))
      .then(resolve, reject)
      .finally(() => within.removeEventListener('abort', stop));
  });
}
