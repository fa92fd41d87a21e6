import { DomainError } from '../domain/shared/errors.ts';
import { createSemaphore, type Release, type Semaphore } from './semaphore.ts';

/** Does the work of an institution when it is its turn. */
export type Share = <T>(institutionId: string | undefined, work: () => Promise<T>) => Promise<T>;
type Most = Readonly<{ ofOne: number; inAll: number }>;

/**
 * So many works of one institution at once, and the rest of them in a row; those of another have a row of their own.
 * Nor do all together have more than is for them. Who waits longer than this is told that the service is busy.
 * `undefined` is the service itself.
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
