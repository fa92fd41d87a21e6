/** Gives back a turn. */
export type Release = () => void;
/** Undefined where none came free in time. */
export type Turns = () => Promise<Release | undefined>;

/** So many at once, first come first served; who waits longer than this goes without. */
export function createTurns(atOnce: number, patienceInMs: number): Turns {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const release = () => {
    taken -= 1;
    waiting.shift()?.();
  };
  return async () => {
    if (taken >= atOnce && !(await comesFree(waiting, patienceInMs))) return undefined;
    taken += 1;
    return release;
  };
}

function comesFree(waiting: (() => void)[], patienceInMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const called = () => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(called), 1);
      resolve(false);
    }, patienceInMs);
    waiting.push(called);
  });
}
