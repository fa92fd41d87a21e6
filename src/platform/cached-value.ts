import { hasPassed } from '../domain/shared/age.ts';

type Options = Readonly<{
  forMs: number;
  now: () => Date;
  /**
   * Whether who asks while the work is under way waits for the same answer. In a Worker each does it for itself: work of
   * another request stops where that one is cut off, and would never answer.
   */
  isShared: boolean;
}>;

export type CachedValue<T> = (work: () => Promise<T>) => Promise<T>;

/** The answer of some work, kept for a while. Where the work fails, nothing is kept. */
export function createCachedValue<T>({ forMs, now, isShared }: Options): CachedValue<T> {
  let kept: Readonly<{ value: T; at: Date }> | undefined;
  let underWay: Promise<T> | undefined;
  const make = async (work: () => Promise<T>) => {
    try {
      const value = await work();
      kept = { value, at: now() };
      return value;
    } finally {
      underWay = undefined;
    }
  };
  return (work) => {
    if (kept && !hasPassed(forMs, kept.at, now())) return Promise.resolve(kept.value);
    if (!isShared) return make(work);
    return (underWay ??= make(work));
  };
}
