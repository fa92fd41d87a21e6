import type { Handler } from '../../operation.ts';
import { toRegistration } from '../../representations/enrolment.ts';
import { answerLanguage } from '../../output/answer-language.ts';
import { pageRequest, toPage } from '../paging.ts';
import { readable, toOutcomes } from './batch.ts';

export const createRegistration: Handler<'createRegistration'> = async ({ actor, path, body }, { registrations }) => {
  const { registration, isNew } = await registrations.register(actor, path.institution, path.offering, body);
  const Location = `/api/v1/institutions/${path.institution}/registrations/${registration.id}`;
  const reply = { body: toRegistration(registration), headers: { Location } };
  return isNew ? { status: 201, ...reply } : { status: 200, ...reply };
};

export const createRegistrations: Handler<'createRegistrations'> = async (input, { registrations }) => {
  const { actor, path, headers, body, badRows } = input;
  const inputs = readable(body.registrations, badRows);
  const key = headers['Idempotency-Key'];
  const made = await registrations.registerAll(actor, path.institution, path.offering, { inputs, key });
  const language = answerLanguage(headers['Accept-Language']);
  const batch = { member: 'registrations', rows: body.registrations, badRows, language };
  const outcomes = toOutcomes(batch, made, (index, { registration, isNew }) => ({
    index,
    outcome: isNew ? ('registered' as const) : ('stands' as const),
    registration: toRegistration(registration),
  }));
  return { status: 200, body: { outcomes }, headers: { Vary: 'Accept-Language' } };
};

export const listRegistrations: Handler<'listRegistrations'> = async ({ actor, path, query }, { registrations }) => ({
  status: 200,
  body: toPage(await registrations.list(actor, path.institution, path.offering, pageRequest(query)), toRegistration),
});

export const readRegistration: Handler<'readRegistration'> = async ({ actor, path }, { registrations }) => ({
  status: 200,
  body: toRegistration(await registrations.read(actor, path.institution, path.registration)),
});
