import { isFull } from '../../domain/catalogue/run/offering-state.ts';
import type { Offering } from '../../domain/catalogue/offering.ts';
import { registrationFaults, type RegistrationInput } from '../../domain/enrolment/registration.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Stores } from '../ports/index.ts';
import { invalid } from './matching.ts';

type Run = Readonly<{ institutionId: string; id: string }>;

/**
 * The run as it is now, which it locks, if it takes one more person: whoever asks for the last place at the same time waits
 * and is refused, and so is who asks for a form that has gone. The transaction has locked the persons and registers right
 * after.
 */
export async function demandFreePlace(
  stores: Stores,
  { institutionId, id }: Run,
  input: RegistrationInput,
): Promise<Offering> {
  const run = await stores.offerings.lock(institutionId, id);
  if (!run) throw new DomainError('not-found', `There is no offering with the id ${id}.`);
  if (run.cancelledAt)
    throw new DomainError('state-forbids', 'This run is cancelled; nobody can be registered for it.');
  const faults = registrationFaults(input, run);
  if (faults.length > 0) throw invalid(faults);
  if (input.overbook || run.places === undefined) return run;
  const taken = (await stores.registrations.counts(institutionId, [id])).get(id) ?? 0;
  if (isFull(run, taken))
    throw new DomainError(
      'offering-full',
      `All ${run.places} places are taken. To register somebody all the same, send "overbook": true.`,
    );
  return run;
}
