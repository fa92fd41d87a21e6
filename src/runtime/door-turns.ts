import { DoorError } from '../credentials/verification/door.ts';
import { createTurns, type Release, type Turns } from './turns.ts';

/** Asked at once: one host, so that nobody is sent to hammer it, and all together. */
const atOnce = { ofHost: 4, inAll: 32 };
const patienceInMs = 10_000;
const maxHosts = 500;

/** Does work that asks a host when it is that host's turn. */
export function createHostTurns(): <T>(host: string, work: () => Promise<T>) => Promise<T> {
  const turnsInAll = createTurns(atOnce.inAll, patienceInMs);
  const turnsOfHosts = new Map<string, Turns>();
  return async (host, work) => {
    const turnsOfHost = turnsOfHosts.get(host) ?? createTurns(atOnce.ofHost, patienceInMs);
    if (turnsOfHosts.size > maxHosts) turnsOfHosts.clear();
    turnsOfHosts.set(host, turnsOfHost);
    const releases: Release[] = [];
    try {
      for (const turns of [turnsOfHost, turnsInAll]) {
        const release = await turns();
        if (!release) throw new DoorError('too-many', `Too much is being asked of ${host} at the moment.`);
        releases.push(release);
      }
      return await work();
    } finally {
      releases.forEach((release) => release());
    }
  };
}
