import { DomainError } from '../domain/shared/errors.ts';
import type { Verifier } from '../services/ports/index.ts';
import { createSemaphore } from './semaphore.ts';

type Bounds = Readonly<{ atOnce: number; mostWaiting: number; patienceInMs: number }>;

const secondsToComeAgain = 5;
const busy = () =>
  new DomainError('busy', `Too many checks are under way. Try again in ${secondsToComeAgain} s.`, {
    retryAfterSeconds: secondsToComeAgain,
  });

/** At most `atOnce` checks at a time; `mostWaiting` more may wait for `patienceInMs`. Everything else is refused as `busy`. */
export function boundVerifier(verifier: Verifier, { atOnce, mostWaiting, patienceInMs }: Bounds): Verifier {
  const semaphore = createSemaphore(atOnce, patienceInMs);
  let waiting = 0;
  async function whenFree<T>(check: () => Promise<T>): Promise<T> {
    if (waiting >= mostWaiting) throw busy();
    waiting += 1;
    const release = await semaphore().finally(() => (waiting -= 1));
    if (!release) throw busy();
    try {
      return await check();
    } finally {
      release();
    }
  }
  return {
    verify: (credential, now, onFetch, atHand) => whenFree(() => verifier.verify(credential, now, onFetch, atHand)),
    verifyReceived: (received, now, onFetch) => whenFree(() => verifier.verifyReceived(received, now, onFetch)),
  };
}
