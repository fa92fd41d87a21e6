import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from '../institution/access.ts';
import { createRecorder, operator } from '../institution/audit.ts';
import { doOrTry } from '../institution/trial.ts';
import type { ErasedRows, Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'sha256' | 'canonicalJson'>;
export type Erased = Readonly<{ isArchived: boolean; tables: readonly ErasedRows[] }>;

/** The right to erasure (GDPR art. 17), and what an archive keeps of a person (art. 17.3 b and d). */
export function createErasing(ports: Needs) {
  const { stores } = ports;
  const record = createRecorder(ports);

  return {
    /**
     * Protection is no hindrance, and of whom something stays archived it goes on. What is kept for Idempotency-Keys
     * and is about the person goes first: what it is about is found by what is there of the person.
     */
    async erase(slug: string, learnerId: string, isTrial = false): Promise<Erased> {
      const { id: institutionId, archiveDuty: isArchived } = await institutionCalled(slug, stores);
      return doOrTry(ports, institutionId, isTrial, async (stores) => {
        const [locked] = await stores.learners.lock(institutionId, { learner: learnerId });
        if (locked === undefined)
          throw new DomainError('not-found', `${slug} has no learner with the id ${learnerId}.`);
        const keys = await stores.idempotency.forget(institutionId, learnerId);
        const erased = await stores.erasure.erase(institutionId, learnerId, isArchived);
        if (erased.every(({ emptied, deleted }) => emptied + deleted === 0))
          throw new DomainError(
            'state-forbids',
            'Nothing is left to erase: what remains of this person is archived, and the law keeps it.',
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
