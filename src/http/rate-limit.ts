/** Undefined where the caller may go on, else the seconds to wait. */
export type RateLimiter = (caller: string, cost?: number) => number | undefined;

/** Twenty checks at once from one place, then one a second. */
export const verifyLimit = { capacity: 20, perSecond: 1 } as const;

type Bucket = { tokens: number; at: number };
type Options = Readonly<{ now: () => number; capacity: number; perSecond: number; callers?: number }>;

/**
 * Token buckets in memory, one a caller. Each process counts for itself: the limit protects a process, and an
 * operator with several sets a shared one in front.
 */
export function createRateLimiter({ now, capacity, perSecond, callers = 10_000 }: Options): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return (caller, cost = 1) => {
    const at = now();
    const bucket = buckets.get(caller) ?? { tokens: capacity, at };
    // A clock that is set back gives nothing, and takes nothing.
    const passed = Math.max(0, at - bucket.at);
    bucket.tokens = Math.min(capacity, bucket.tokens + (passed / 1000) * perSecond);
    bucket.at = at;
    // The newest go last, so what is dropped when the table is full is what has been quiet longest.
    buckets.delete(caller);
    buckets.set(caller, bucket);
    if (buckets.size > callers) buckets.delete(buckets.keys().next().value ?? caller);
    if (bucket.tokens < cost) return Math.ceil((cost - bucket.tokens) / perSecond);
    bucket.tokens -= cost;
    return undefined;
  };
}
