import { FetchError } from '../../services/ports/fetcher.ts';
import { createSemaphore, type Release, type Semaphore } from '../semaphore.ts';

/** Requests at once: to one host, so that nobody can use this service to flood it, and to all hosts together. */
const atOnce = { ofHost: 4, inAll: 32 };
const patienceInMs = 10_000;

/** Does work that asks a host as soon as the semaphores of that host and of all hosts let it. */
export function createHostSemaphores(): <T>(host: string, work: () => Promise<T>) => Promise<T> {
  const semaphoreInAll = createSemaphore(atOnce.inAll, patienceInMs);
  const hosts = new Map<string, { semaphore: Semaphore; users: number }>();
  return async (host, work) => {
    const ofHost = hosts.get(host) ?? { semaphore: createSemaphore(atOnce.ofHost, patienceInMs), users: 0 };
    hosts.set(host, ofHost);
    ofHost.users += 1;
    const releases: Release[] = [];
    try {
      for (const semaphore of [ofHost.semaphore, semaphoreInAll]) {
        const release = await semaphore();
        if (!release) throw new FetchError('too-many', `Too much is being asked of ${host} at the moment.`);
        releases.push(release);
      }
      return await work();
    } finally {
      releases.forEach((release) => release());
      ofHost.users -= 1;
      // Deleted only after its last user: a second semaphore for the same host would allow as many requests again.
      if (ofHost.users === 0) hosts.delete(host);
    }
  };
}
