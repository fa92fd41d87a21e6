/** Gives back a turn; called again it does nothing. */
export type Release = () => void;
/** Undefined where none came free in time. */
export type Semaphore = () => Promise<Release | undefined>;

/** So many at once, first come first served; who waits longer than this goes without. */
export function createSemaphore(atOnce: number, patienceInMs: number): Semaphore {
  let taken = 0;
  const waiting: (() => void)[] = [];
  /** A turn is handed to the next who waits: freed first, it could go to a newcomer as well as to the one who is woken. */
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  };
  return async () => {
    if (taken < atOnce) taken += 1;
    else if (!(await handedOver(waiting, patienceInMs))) return undefined;
    return once(giveBack);
  };
}

function handedOver(waiting: (() => void)[], patienceInMs: number): Promise<boolean> {
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

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
