/** Time that passes only when a test says so; waiting is passing. */
export type Clock = Readonly<{
  now(): Date;
  pass(milliseconds: number): void;
  wait(milliseconds: number): Promise<void>;
}>;

export function createClock(start: string): Clock {
  let at = Date.parse(start);
  const pass = (milliseconds: number) => {
    at += milliseconds;
  };
  return { now: () => new Date(at), pass, wait: async (milliseconds) => pass(milliseconds) };
}
