import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from '../institution/access.ts';
import { createRecorder, operator } from '../institution/audit.ts';
import { doOrTry } from '../institution/trial.ts';
import type { ErasedRows, Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'sha256' | 'canonicalJson'>;
export type Erased = Readonly<{ isArchived: boolean; tables: readonly ErasedRows[] }>;

/** The institution whose person this is, locked there: this one, or one whose person it awarded. */
async function lockPerson(stores: Stores, institutionId: string, learnerId: string): Promise<string | undefined> {
  const person = { learner: learnerId };
  if ((await stores.learners.lock(institutionId, person)).length > 0) return institutionId;
  const hostId = await stores.erasure.hostOf(institutionId, learnerId);
  if (hostId !== undefined) await stores.learners.lock(hostId, person);
  return hostId;
}

/** The right to erasure (GDPR art. 17), and what an archive keeps of a person (art. 17.3 b and d). */
export function createErasing(ports: Needs) {
  const { stores } = ports;
  const record = createRecorder(ports);

  return {
    /**
     * Of a person of another institution it erases what this one awarded them. What another has awarded keeps what it
     * stands on. Protection is no hindrance, and of whom something stays archived it goes on. What is kept for Idempotency-Keys
     * and is about the person goes first: what it is about is found by what is there of the person.
     */
    async erase(slug: string, learnerId: string, isTrial = false): Promise<Erased> {
      const { id: institutionId, archiveDuty: hasDuty } = await institutionCalled(slug, stores);
      return doOrTry(ports, institutionId, isTrial, async (stores) => {
        const hostId = await lockPerson(stores, institutionId, learnerId);
        if (hostId === undefined)
          throw new DomainError('not-found', `${slug} has no learner with the id ${learnerId}.`);
        const keys = await stores.idempotency.forget(institutionId, learnerId);
        const isArchived =
          hasDuty || (hostId === institutionId && (await stores.erasure.isAwardedByAnother(institutionId, learnerId)));
        const erased =
          hostId === institutionId
            ? await stores.erasure.erase(institutionId, learnerId, isArchived)
            : await stores.erasure.eraseAwards(institutionId, hostId, learnerId, isArchived);
        if (erased.every(({ emptied, deleted }) => emptied + deleted === 0))
          throw new DomainError(
            'state-forbids',
            'Nothing is left to erase: what remains of this person is archived, or another institution awarded it.',
          );
        await record(stores, {
          institutionId,
          actor: operator,
          action: 'learner-erased',
          subjects: [learnerId],
          detail: { archived: isArchived },
        });
        return { isArchived, tables: [...erased, { table: 'idempotency_key', emptied: 0, deleted: keys }] };
      });
    },
  };
}
