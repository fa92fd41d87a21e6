import { DomainError } from '../domain/errors.ts';
import { createTurns, type Turns } from './turns.ts';

/** Does the work of an institution when it is its turn. */
export type Share = <T>(institutionId: string | undefined, work: () => Promise<T>) => Promise<T>;

/**
 * So many works of one institution at once, and the rest of them in a row; those of another have a row of their own.
 * Who waits longer than this is told that the service is busy. `undefined` is the service itself.
 */
export function createShares(ofOne: number, patienceInMs: number): Share {
  const turnsOf = new Map<string | undefined, Turns>();
  return async (institutionId, work) => {
    const turns = turnsOf.get(institutionId) ?? createTurns(ofOne, patienceInMs);
    turnsOf.set(institutionId, turns);
    const release = await turns();
    if (!release) throw new DomainError('busy', 'Too much is being done for this institution. Try again in a moment.');
    try {
      return await work();
    } finally {
      release();
    }
  };
}
