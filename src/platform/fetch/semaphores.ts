import { FetchError } from '../../services/ports/fetcher.ts';
import { createSemaphore, type Release, type Semaphore } from '../semaphore.ts';

/** Asked at once: one host, so that nobody is sent to hammer it, and all together. */
const atOnce = { ofHost: 4, inAll: 32 };
const patienceInMs = 10_000;

/** Does work that asks a host when it is that host's turn. */
export function createHostSemaphores(): <T>(host: string, work: () => Promise<T>) => Promise<T> {
  const semaphoreInAll = createSemaphore(atOnce.inAll, patienceInMs);
  const rows = new Map<string, { semaphore: Semaphore; inRow: number }>();
  return async (host, work) => {
    const row = rows.get(host) ?? { semaphore: createSemaphore(atOnce.ofHost, patienceInMs), inRow: 0 };
    rows.set(host, row);
    row.inRow += 1;
    const releases: Release[] = [];
    try {
      for (const semaphore of [row.semaphore, semaphoreInAll]) {
        const release = await semaphore();
        if (!release) throw new FetchError('too-many', `Too much is being asked of ${host} at the moment.`);
        releases.push(release);
      }
      return await work();
    } finally {
      releases.forEach((release) => release());
      row.inRow -= 1;
      // Forgotten when the last one leaves, and not before: a row made anew would let in as many again.
      if (row.inRow === 0) rows.delete(host);
    }
  };
}
