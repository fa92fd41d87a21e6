import { DomainError } from '../domain/shared/errors.ts';
import { createSemaphore, type Release, type Semaphore } from './semaphore.ts';

/** Does work for an institution as soon as its share of the connections allows. */
export type Share = <T>(institutionId: string | undefined, work: () => Promise<T>) => Promise<T>;
type Most = Readonly<{ ofOne: number; inAll: number }>;

/**
 * At most `ofOne` pieces of work at once for one institution and `inAll` for all; the rest waits in one queue per
 * institution, so that none delays another. Throws `busy` for what waits longer than `patienceInMs`. `undefined`
 * stands for the service itself.
 */
export function createShares({ ofOne, inAll }: Most, patienceInMs: number): Share {
  const semaphoreInAll = createSemaphore(inAll, patienceInMs);
  const semaphoresOf = new Map<string | undefined, Semaphore>();
  return async (institutionId, work) => {
    const semaphoreOfOne = semaphoresOf.get(institutionId) ?? createSemaphore(ofOne, patienceInMs);
    semaphoresOf.set(institutionId, semaphoreOfOne);
    const releases: Release[] = [];
    try {
      for (const semaphore of [semaphoreOfOne, semaphoreInAll]) {
        const release = await semaphore();
        if (!release) throw busy();
        releases.push(release);
      }
      return await work();
    } finally {
      releases.forEach((release) => release());
    }
  };
}

const busy = () => new DomainError('busy', 'Too much is being done for this institution. Try again in a moment.');
