import type { Registration, RegistrationInput } from '../../domain/enrolment/registration.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { visibilityOf } from '../institution/access.ts';
import { createOnce } from '../institution/idempotency.ts';
import type { Ports } from '../ports/index.ts';
import { type Attempt, attemptEach, type RowOutcome, showEach } from './batch.ts';
import type { Registering, RegisteringContext } from './registering.ts';

type Needs = Pick<Ports, 'now' | 'sha256' | 'canonicalJson'>;
export type RegistrationOutcome = RowOutcome<Readonly<{ registration: Registration; isNew: boolean }>>;
type Request = Readonly<{ inputs: readonly RegistrationInput[]; key: string | undefined }>;
/** What is kept of a row for a repeated request: ids alone. */
type Made = Readonly<{ id: string; learnerId: string; isNew: boolean }>;

/** Many registrations for one offering in one transaction. One that is refused does not hold up the others. */
export function createRegistrationBatch(ports: Needs, { checked, lock, register }: Registering) {
  const once = createOnce(ports);

  /** All who may be in it are locked before the first is written. */
  async function registerEach(
    context: RegisteringContext,
    inputs: readonly RegistrationInput[],
  ): Promise<readonly Attempt<Made>[]> {
    const rows = await attemptEach('registrations', inputs, async (input) => checked(context, input));
    await lock(
      context,
      rows.flatMap((row) => ('refusal' in row ? [] : [row])),
    );
    return attemptEach('registrations', rows, async (row): Promise<Attempt<Made>> => {
      if ('refusal' in row) return row;
      const { registration, isNew } = await register(context, row);
      return { id: registration.id, learnerId: registration.learnerId, isNew };
    });
  }

  async function shown({ stores, actor, institution }: RegisteringContext, { id, isNew }: Made) {
    const registration = await stores.registrations.find(institution.id, id, visibilityOf(actor));
    if (registration) return { registration, isNew };
    throw new DomainError('not-found', `There is no registration with the id ${id}.`);
  }

  return async (context: RegisteringContext, { inputs, key }: Request): Promise<readonly RegistrationOutcome[]> => {
    const { stores, actor, offering } = context;
    const body = { offering: offering.id, registrations: inputs };
    const attempts = await once(
      stores,
      { actor, operation: 'createRegistrations', body, key },
      () => registerEach(context, inputs),
      (done) => done.flatMap((row) => ('refusal' in row ? [] : [row.id, row.learnerId])),
    );
    return showEach('registrations', attempts, (made: Made) => shown(context, made));
  };
}
