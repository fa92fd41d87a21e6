/**
 * How long signing may take and others wait. A lease outlasts its holder's attempt by far, so whoever takes it over
 * finds nobody at work; one that was stopped in between is kept out by its token.
 */
export const leaseTimes = {
  /** An attempt ends itself so long after it asked for its lease. */
  attemptMs: 10_000,
  leaseMs: 30_000,
  /** Whoever meets another's lease looks again so often, for so long. */
  pollMs: 100,
  patienceMs: 5_000,
} as const;

export const mostPolls = leaseTimes.patienceMs / leaseTimes.pollMs;
