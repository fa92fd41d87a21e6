/** How far the clocks of two machines may differ; the value the Data Integrity libraries use. */
export const clockSkewInMs = 300_000;

/**
 * Whether so long has passed since then. What lies in the future counts as old: the clock was ahead when it was
 * written and has been set back, so waiting until its time has come could take hours.
 */
export function hasPassed(milliseconds: number, since: Date, now: Date): boolean {
  const age = now.getTime() - since.getTime();
  return age < 0 || age >= milliseconds;
}
