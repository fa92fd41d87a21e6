import { DomainError } from '../../domain/shared/errors.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import type { Ports, Stores } from '../ports/index.ts';

/** How long a repeated request gets the first answer. */
export const dayInMs = 24 * 60 * 60 * 1000;

export type Request = Readonly<{ actor: Actor; operation: string; body: unknown; key: string | undefined }>;
export type Once = <T>(
  stores: Stores,
  request: Request,
  work: () => Promise<T>,
  /** The persons, registrations and results that it was about: the reply goes when one of these persons is erased. */
  subjectsOf: (result: T) => readonly string[],
) => Promise<T>;

/**
 * Does the work once for a key: the same key and body within 24 hours gives the first result again, another body is
 * refused. Runs inside the transaction of the work, so key and work stand or fall together. `T` must survive JSON.
 */
export function createOnce({ now, sha256, canonicalJson }: Pick<Ports, 'now' | 'sha256' | 'canonicalJson'>): Once {
  return async <T>(
    stores: Stores,
    { actor, operation, body, key }: Request,
    work: () => Promise<T>,
    subjectsOf: (result: T) => readonly string[],
  ): Promise<T> => {
    if (key === undefined) return work();
    const keyDigest = await sha256(`${actor.keyId}\n${operation}\n${key}`);
    const requestDigest = await sha256(canonicalJson(body));
    const at = now();
    const since = new Date(at.getTime() - dayInMs);
    const earlier = await stores.idempotency.claim(actor.institutionId, keyDigest, requestDigest, at, since);
    if (!earlier) {
      const result = await work();
      const reply = { requestDigest, body: JSON.stringify(result) };
      await stores.idempotency.remember(actor.institutionId, keyDigest, reply, subjectsOf(result));
      return result;
    }
    if (earlier.requestDigest === requestDigest) return JSON.parse(earlier.body) as T;
    throw new DomainError(
      'idempotency-conflict',
      'This Idempotency-Key came with another body within the last 24 hours.',
    );
  };
}
