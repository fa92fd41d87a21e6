/** A clock that stands still until it is told to move; to wait is to let it run. */
export type Clock = Readonly<{
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  /** How long the services waited, each time. */
  waits: number[];
  set(moment: string): void;
  advance(milliseconds: number): void;
}>;

export function createClock(start: string): Clock {
  let time = Date.parse(start);
  const waits: number[] = [];
  return {
    now: () => new Date(time),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      const end = time + milliseconds;
      await Promise.resolve();
      time = Math.max(time, end);
    },
    waits,
    set: (moment) => void (time = Date.parse(moment)),
    advance: (milliseconds) => void (time += milliseconds),
  };
}
