import { hasPassed } from '../../../domain/shared/age.ts';
import { SignerError, type SignerPause } from '../../../services/ports/remote-signing.ts';

const firstInMs = 1_000;
const mostInMs = 60_000;

const lengthOf = ({ failures }: SignerPause): number => Math.min(firstInMs * 2 ** (failures - 1), mostInMs);

export type BackOff = ReturnType<typeof createBackOff>;

/**
 * Leaves alone what failed: for a second, then for twice as long each time it fails again, up to a minute. When that is
 * over one request is let through, and the others wait for the next pause or for its success. `pauses` may outlive
 * this, where it is made for each request.
 */
export function createBackOff(now: () => Date, pauses: Map<string, SignerPause>) {
  const isPaused = (name: string): boolean => {
    const pause = pauses.get(name);
    return pause !== undefined && !hasPassed(lengthOf(pause), pause.since, now());
  };

  return {
    /** `pausedBy`: the name that an error is held against; undefined where it says nothing of the next time. */
    async run<T>(
      names: readonly string[],
      work: () => Promise<T>,
      pausedBy: (error: unknown) => string | undefined,
    ): Promise<T> {
      if (names.some(isPaused)) throw new SignerError('paused');
      const tried = new Set(names.filter((name) => pauses.has(name)));
      for (const name of tried) pauses.get(name)!.since = now();
      try {
        const done = await work();
        for (const name of names) pauses.delete(name);
        return done;
      } catch (error) {
        const name = pausedBy(error);
        const pause = name === undefined ? undefined : pauses.get(name);
        // Of many that were under way when it failed first, all but one say nothing new.
        if (name !== undefined && (!pause || tried.has(name)))
          pauses.set(name, { failures: (pause?.failures ?? 0) + 1, since: now() });
        throw error;
      }
    },
  };
}
