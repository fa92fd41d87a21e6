import type { ExternalId } from '../../domain/enrolment/registration.ts';
import type { ResultInput } from '../../domain/enrolment/result.ts';
import { visibilityOf } from '../institution/access.ts';
import { invalid } from './recording.ts';
import type { RecordingContext } from './resending.ts';

/** A result whose registration is named by an id of ours, or by the one that it came with from another system. */
export type ResultRequest = Omit<ResultInput, 'registrationId'> &
  Readonly<{ registrationId?: string; registration?: ExternalId }>;

/** With our id of the registration; throws `result-invalid` where it is not named once, or the other id is unknown. */
export async function resultInput(context: RecordingContext, request: ResultRequest): Promise<ResultInput> {
  const { registration, registrationId, ...rest } = request;
  if ((registration === undefined) === (registrationId === undefined))
    throw invalid([
      { pointer: '#/registrationId', detail: 'Name the registration once: by registrationId or by registration.' },
    ]);
  if (registrationId !== undefined) return { ...rest, registrationId };
  const found = await foundBySource(context, registration as ExternalId);
  if (found !== undefined) return { ...rest, registrationId: found };
  throw invalid([{ pointer: '#/registration', detail: 'There is no registration with this source and external id.' }]);
}

/** Whoever is under protection is not there for everyone. */
async function foundBySource(
  { stores, actor, institution }: RecordingContext,
  { source, externalId }: ExternalId,
): Promise<string | undefined> {
  const found = await stores.registrations.findBySource(institution.id, source, externalId);
  return found && (await stores.registrations.find(institution.id, found.id, visibilityOf(actor)))?.id;
}
