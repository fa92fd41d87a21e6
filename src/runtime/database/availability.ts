import type { Ports } from '../../services/ports/index.ts';

/** Logs once that the database cannot be reached, and once that it can again, however many requests fail meanwhile. */
export type Availability = Readonly<{ lost(error: unknown): void; found(): void }>;

export function createAvailability(log: Ports['log']): Availability {
  let isAway = false;
  return {
    lost(error) {
      if (isAway) return;
      isAway = true;
      const { code } = error as { code?: unknown };
      log('error', 'the database does not answer', typeof code === 'string' ? { code } : {});
    },
    found() {
      if (!isAway) return;
      isAway = false;
      log('info', 'the database answers again');
    },
  };
}
