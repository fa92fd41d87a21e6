import { createCachedValue } from '../../platform/cached-value.ts';

const cachedForMs = 10_000;
/** A scrape is answered without this number rather than late: it is wanted most when the database does not answer. */
const patienceInMs = 2_000;

/** What the database says, asked at most every ten seconds; undefined where it does not say, or not in time. */
export function createAsked<T>(ask: () => Promise<T>): () => Promise<T | undefined> {
  const cached = createCachedValue<T>({ forMs: cachedForMs, now: () => new Date(), isShared: true });
  return () => within(patienceInMs, cached(ask)).catch(() => undefined);
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
