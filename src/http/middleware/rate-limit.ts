import { LRUCache } from 'lru-cache';

/**
 * Undefined where the caller may go on, else the seconds to wait. No cost is more than a full bucket. A cost that is
 * known only afterwards is `owed`: it is taken even from an empty bucket, down to a full one below zero.
 */
export type RateLimiter = (caller: string, cost?: number, owed?: 'owed') => number | undefined;

/** How many checks may be asked for in a minute, from one place or with one key. */
export type Rates = Readonly<{ checksPerMinute: number; checksPerMinuteWithKey: number }>;
export const defaultRates: Rates = { checksPerMinute: 60, checksPerMinuteWithKey: 300 };

/** Each for itself: a place is an address, and who has a key is counted by it wherever they are. */
export type Limits = Readonly<{
  ofPlaces: RateLimiter;
  ofKeys: RateLimiter;
  /** Checks of one caller that are made at once; as many more as may be under way wait for them. */
  atOnceOfCaller: number;
}>;
/** May be under way for one caller, with those that wait. */
export const mostOfCaller = 20;
/** Each check may hold four of the 32 requests that a process sends at once; one caller is not to hold them all. */
const atOnceOfCaller = 5;

/** A third of a minute's share may come at once. */
export function createLimits(
  { checksPerMinute, checksPerMinuteWithKey }: Rates,
  now: () => number,
  atOnce = atOnceOfCaller,
): Limits {
  const limiter = (perMinute: number) =>
    createRateLimiter({ now, capacity: Math.max(1, perMinute / 3), perSecond: perMinute / 60 });
  return {
    ofPlaces: limiter(checksPerMinute),
    ofKeys: limiter(checksPerMinuteWithKey),
    atOnceOfCaller: atOnce,
  };
}

type Bucket = { tokens: number; at: number };
type Options = Readonly<{ now: () => number; capacity: number; perSecond: number; callers?: number }>;

/**
 * Token buckets in memory, one a caller. Each process counts for itself: the limit protects a process, and an
 * operator with several sets a shared one in front.
 */
export function createRateLimiter({ now, capacity, perSecond, callers = 10_000 }: Options): RateLimiter {
  // When the table is full, the caller that has been quiet longest is dropped.
  const buckets = new LRUCache<string, Bucket>({ max: callers });
  return (caller, wanted = 1, owed) => {
    const cost = Math.min(wanted, capacity);
    const at = now();
    const bucket = buckets.get(caller) ?? { tokens: capacity, at };
    // A clock that is set back neither adds tokens nor takes any.
    const passed = Math.max(0, at - bucket.at);
    bucket.tokens = Math.min(capacity, bucket.tokens + (passed / 1000) * perSecond);
    bucket.at = at;
    buckets.set(caller, bucket);
    if (owed) bucket.tokens = Math.max(-capacity, bucket.tokens - cost);
    else if (bucket.tokens < cost) return Math.ceil((cost - bucket.tokens) / perSecond);
    else bucket.tokens -= cost;
    return undefined;
  };
}
