import { createShares } from '../../platform/shares.ts';
import type { Ports, Stores } from '../../services/ports/index.ts';
import type { Transact } from '../../store/index.ts';

/**
 * Of the five connections for writing and five for reading, one institution has at most so many at once. With keys,
 * all together use four of those for reading, so that public requests have one. Waiting longer gives `busy`.
 */
const atOnce = { writing: { ofOne: 2, inAll: 5 }, reading: { ofOne: 3, inAll: 4 } };
const patienceInMs = 10_000;

export function createWork(
  { transact, write }: Readonly<{ transact: Transact; write: Transact }>,
  beforeWriting: () => void = () => undefined,
): Pick<Ports, 'transact' | 'write' | 'readFor' | 'changes'> {
  const writing = createShares(atOnce.writing, patienceInMs);
  const reading = createShares(atOnce.reading, patienceInMs);
  let changes = 0;
  const inShare =
    (run: Transact) =>
    <T>(institutionId: string | undefined, work: (stores: Stores) => Promise<T>): Promise<T> =>
      writing(institutionId, async () => {
        beforeWriting();
        // Whatever came of it: the answer to a commit may be lost.
        return run(work).finally(() => (changes += 1));
      });
  return { transact: inShare(transact), write: inShare(write), changes: () => changes, readFor: reading };
}
