/** `atOnce`: how many pieces of this caller's work are done at a time; further ones wait. */
type Caller = Readonly<{ name: string; atOnce: number }>;
type Queue = { taken: number; waiting: (() => void)[] };

/** One queue per caller, first come first served. With `mostUnderWay` done or waiting, the next gets the error of `full`. */
export function createCallerSemaphores(mostUnderWay: number, full: () => Error) {
  const queues = new Map<string, Queue>();
  return async <T>({ name, atOnce }: Caller, work: () => Promise<T>): Promise<T> => {
    const queue = queues.get(name) ?? { taken: 0, waiting: [] };
    if (queue.taken + queue.waiting.length >= mostUnderWay) throw full();
    queues.set(name, queue);
    if (queue.taken < atOnce) queue.taken += 1;
    else await new Promise<void>((resolve) => queue.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      if (next) next();
      else queue.taken -= 1;
      if (queue.taken === 0) queues.delete(name);
    }
  };
}
