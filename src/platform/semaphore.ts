/** Gives back a place of the semaphore; called again it does nothing. */
export type Release = () => void;
/** Waits for a place; undefined where none came free in time. */
export type Semaphore = () => Promise<Release | undefined>;

/** Gives `atOnce` places at a time, first come first served; whoever waits longer than `patienceInMs` gets none. */
export function createSemaphore(atOnce: number, patienceInMs: number): Semaphore {
  let taken = 0;
  const waiting: (() => void)[] = [];
  /** A place is handed to the next who waits: were it freed first, a newcomer could take it before the one who is woken. */
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
