import type { Context } from 'hono';
import { DomainError } from '../../domain/shared/errors.ts';
import { operationTable } from '../../generated/operations.ts';
import type { Services } from '../../services/index.ts';
import { createCallerSemaphores } from './caller-semaphore.ts';
import { costOfDocument, costOfFetchNumber, costOfRequest } from './check-cost.ts';
import type { Env } from '../env.ts';
import { mostOfCaller, type RateLimiter } from './rate-limit.ts';
import { bearer } from '../input/read-input.ts';

type Request_ = Context<Env>['req'];
type Caller = Readonly<{ name: string; limiter: RateLimiter; atOnce: number }>;

/** A page with a certificate looks again at what its report rests on, and makes a check only where that changed. */
const costOfCertificatePage = 0.2;
const secondsToComeAgain = 5;

/**
 * What anybody may ask for and what makes the service work, and ask others: checks through the API and through the
 * forms of pages, certificate pages, and health as a stranger sees it. Undefined for all the rest.
 */
function costOf(request: Request_): number | undefined {
  const { method, path } = request;
  if (path === operationTable.readHealth.path) return request.query('stranger') === undefined ? undefined : 1;
  // HEAD is answered by doing all that GET does (RFC 9110 §9.3.2).
  if (method === 'GET' || method === 'HEAD')
    return /^\/[a-z-]+\/certificates\//.test(path) ? costOfCertificatePage : undefined;
  const isCheck = method === 'POST' && (!path.startsWith('/api/') || path === operationTable.verifyCredential.path);
  return isCheck ? costOfRequest(request.header('Content-Length'), request.header('Transfer-Encoding')) : undefined;
}

/** Who has a key is counted by it; an unknown key counts as none. */
async function callerOf({ req, env }: Context<Env>): Promise<Caller> {
  const { services, limits, clientAddress } = env;
  const key = bearer(req.header('Authorization'));
  const actor = key === undefined ? undefined : await services.access.authenticate(key).catch(asNobody);
  const atOnce = limits.atOnceOfCaller;
  return actor
    ? { name: actor.keyId, limiter: limits.ofKeys, atOnce }
    : { name: clientAddress, limiter: limits.ofPlaces, atOnce };
}

function asNobody(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error;
}

function charge({ name, limiter }: Caller, cost: number): void {
  const wait = limiter(name, cost);
  if (wait !== undefined) throw tooMany(wait);
}

const tooMany = (seconds: number): DomainError =>
  new DomainError('rate-limited', `Too many requests from one place. Try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });

/** Charges one check for what its document makes the service fetch, which only the verifier knows. */
function fetchCharge({ name, limiter }: Caller): () => void {
  let count = 0;
  return () => void limiter(name, costOfFetchNumber((count += 1)), 'owed');
}

/** Takes what a request costs from its caller before it is read, and what its document costs before that is checked. */
export function createCheckLimit() {
  const whenFree = createCallerSemaphores(mostOfCaller, () => tooMany(secondsToComeAgain));
  const charging = (verifying: Services['verifying'], caller: Caller): Services['verifying'] => ({
    async verify(json, now) {
      charge(caller, costOfDocument({ json }));
      return whenFree(caller, () => verifying.verify(json, now, fetchCharge(caller)));
    },
    async verifyReceived(received, now) {
      charge(caller, costOfDocument(received));
      return whenFree(caller, () => verifying.verifyReceived(received, now, fetchCharge(caller)));
    },
  });
  return async (c: Context<Env>, next: () => Promise<void>): Promise<void> => {
    const cost = costOf(c.req);
    if (cost !== undefined) {
      const caller = await callerOf(c);
      charge(caller, cost);
      const { services } = c.env;
      c.env = { ...c.env, services: { ...services, verifying: charging(services.verifying, caller) } };
    }
    await next();
  };
}
