import { isFull } from '../../domain/catalogue/run/offering-state.ts';
import type { RegistrationInput } from '../../domain/enrolment/registration.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Stores } from '../ports/index.ts';

type Run = Readonly<{ institutionId: string; id: string }>;

/**
 * Whether the run, which it locks, takes one more person: whoever asks for the last place at the same time waits and is
 * refused. The transaction has locked the persons and registers right after.
 */
export async function demandFreePlace(
  stores: Stores,
  { institutionId, id }: Run,
  { overbook = false }: Pick<RegistrationInput, 'overbook'>,
): Promise<void> {
  const run = await stores.offerings.lock(institutionId, id);
  if (!run) throw new DomainError('not-found', `There is no offering with the id ${id}.`);
  if (run.cancelledAt)
    throw new DomainError('state-forbids', 'This run is cancelled; nobody can be registered for it.');
  if (overbook || run.places === undefined) return;
  const taken = (await stores.registrations.counts(institutionId, [id])).get(id) ?? 0;
  if (isFull(run, taken))
    throw new DomainError(
      'offering-full',
      `All ${run.places} places are taken. To register somebody all the same, send "overbook": true.`,
    );
}
