/** So much of a caller's work is done at once; the rest of what may be under way waits. */
type Caller = Readonly<{ name: string; atOnce: number }>;
type Row = { taken: number; waiting: (() => void)[] };

/** Does work in its caller's turn, first come first served; `full` makes the error for whom there is no room. */
export function createCallerSemaphores(mostUnderWay: number, full: () => Error) {
  const rows = new Map<string, Row>();
  return async <T>({ name, atOnce }: Caller, work: () => Promise<T>): Promise<T> => {
    const row = rows.get(name) ?? { taken: 0, waiting: [] };
    if (row.taken + row.waiting.length >= mostUnderWay) throw full();
    rows.set(name, row);
    if (row.taken < atOnce) row.taken += 1;
    else await new Promise<void>((resolve) => row.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = row.waiting.shift();
      if (next) next();
      else row.taken -= 1;
      if (row.taken === 0) rows.delete(name);
    }
  };
}
