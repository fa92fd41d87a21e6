import { DoorError } from '../credentials/verification/door.ts';
import { createTurns, type Release, type Turns } from './turns.ts';

/** Asked at once: one host, so that nobody is sent to hammer it, and all together. */
const atOnce = { ofHost: 4, inAll: 32 };
const patienceInMs = 10_000;

/** Does work that asks a host when it is that host's turn. */
export function createHostTurns(): <T>(host: string, work: () => Promise<T>) => Promise<T> {
  const turnsInAll = createTurns(atOnce.inAll, patienceInMs);
  const rows = new Map<string, { turns: Turns; inRow: number }>();
  return async (host, work) => {
    const row = rows.get(host) ?? { turns: createTurns(atOnce.ofHost, patienceInMs), inRow: 0 };
    rows.set(host, row);
    row.inRow += 1;
    const releases: Release[] = [];
    try {
      for (const turns of [row.turns, turnsInAll]) {
        const release = await turns();
        if (!release) throw new DoorError('too-many', `Too much is being asked of ${host} at the moment.`);
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
