import type { Ports, Stores } from '../ports/index.ts';

/** Carries the outcome out of a transaction that it undoes. */
class Undo<T> extends Error {
  readonly outcome: T;
  constructor(outcome: T) {
    super('A trial is undone');
    this.outcome = outcome;
  }
}

/** Does the work in one transaction; as a trial it is done and undone, so that the outcome is what would be. */
export async function doOrTry<T>(
  { transact }: Pick<Ports, 'transact'>,
  institutionId: string,
  isTrial: boolean,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  try {
    return await transact(institutionId, async (stores) => {
      const outcome = await work(stores);
      if (isTrial) throw new Undo(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undo) return error.outcome as T;
    throw error;
  }
}
