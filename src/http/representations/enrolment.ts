import type { CorrectionTask } from '../../domain/enrolment/correction-task.ts';
import type { Learner } from '../../domain/enrolment/learner.ts';
import type { Registration } from '../../domain/enrolment/registration.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import { archivedAs } from '../../domain/institution/archive-class.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { present } from '../../domain/shared/present.ts';
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

export function toResult(
  { institutionId: _, createdAt: __, decidedIn, ...result }: Result,
  institution: Institution,
): Schemas['Result'] {
  return {
    ...result,
    ...present({ archive: archivedAs(institution, 'result', result.date) }),
    ...(decidedIn && { decidedIn: { ...decidedIn, attestedAt: decidedIn.attestedAt.toISOString() } }),
  };
}

export function toCorrectionTask({
  institutionId: _,
  attestedAt,
  createdAt,
  doneAt,
  ...task
}: CorrectionTask): Schemas['CorrectionTask'] {
  const attested = attestedAt.toISOString();
  return {
    ...task,
    attestedAt: attested,
    createdAt: createdAt.toISOString(),
    ...(doneAt && { doneAt: doneAt.toISOString() }),
    detail: `The register says ${task.grade} of ${task.date}, attested at ${attested}. ${outcomeOf(task)}`,
  };
}

function outcomeOf({ state, settledBy }: Pick<CorrectionTask, 'state' | 'settledBy'>): string {
  if (state === 'open') return 'Nothing was changed: what is on record stands until the result is corrected.';
  if (settledBy === undefined) return 'It went back to what is on record.';
  return `The result ${settledBy} took the place of the one on record.`;
}
