import type { Learner } from '../../domain/enrolment/learner.ts';
import type { Registration } from '../../domain/enrolment/registration.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import type { Schemas } from './schemas.ts';

/** Identifiers are not shown: whoever needs to look one up has the system it came from. */
export function toLearner({
  institutionId: _,
  identifiers: __,
  createdAt: ___,
  ...learner
}: Learner): Schemas['Learner'] {
  return learner;
}

export function toRegistration({
  institutionId: _,
  createdAt: __,
  ...registration
}: Registration): Schemas['Registration'] {
  return registration;
}

export function toResult({ institutionId: _, createdAt: __, ...result }: Result): Schemas['Result'] {
  return result;
}
