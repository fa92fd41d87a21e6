import { DomainError } from '../shared/errors.ts';
import type { DecidedIn } from './decided-in.ts';
import { type Examination, sameExamination } from './examination.ts';
import type { Result } from './result.ts';

export const correctionTaskStates = ['open', 'done'] as const;
export type CorrectionTaskState = (typeof correctionTaskStates)[number];

/** What a register says of a result. */
export type Said = Readonly<{ grade: string; passed: boolean; date: string; examination?: Examination }>;

/**
 * That a register says of a result something else than what was put on record of it. Until somebody corrects the result
 * it stays as it is, and so does an award that rests on it. A result has one open task at most.
 */
export type CorrectionTask = Said &
  Readonly<{
    id: string;
    institutionId: string;
    registrationId: string;
    /** The result to correct. */
    resultId: string;
    attestedBy: string;
    attestedAt: Date;
    state: CorrectionTaskState;
    createdAt: Date;
    doneAt?: Date;
    /** The result that took the place of the first; absent where the register went back to what is on record. */
    settledBy?: string;
  }>;

export type Sent = Said & Readonly<{ registrationId: string; decidedIn: DecidedIn }>;

/**
 * The result on record that a register sends once more, or undefined for one that is new here. `known`: all that were
 * recorded with this system and id, in that order. An id whose result was corrected away is free for another
 * registration, for it may have been recorded for the wrong person.
 */
export function recordedBefore(
  { registrationId }: Pick<Sent, 'registrationId'>,
  known: readonly Result[],
): Result | undefined {
  const standing = known.find(({ correctedBy }) => correctedBy === undefined);
  if (standing && standing.registrationId !== registrationId)
    throw invalid('#/decidedIn/id', 'This id is that of a result of another registration.');
  if (standing) return standing;
  const past = known.findLast((each) => each.registrationId === registrationId);
  if (!past) return undefined;
  throw new DomainError('already-corrected', `The result with this id is corrected by ${past.correctedBy ?? ''}.`);
}

const saysTheSame = (one: Said, other: Said): boolean =>
  one.grade === other.grade && one.date === other.date && sameExamination(one.examination, other.examination);

/**
 * `nothing`: the register says what is on record; `finish`: it does so again. It says something else: `open` a task,
 * `change` the open one, or leave it the `same`.
 */
export type Step = 'nothing' | 'finish' | 'open' | 'change' | 'same';

/** Throws where this is older than what the register is known to have said: it was sent too late. */
export function demandNewest(
  { decidedIn: { attestedAt } }: Pick<Sent, 'decidedIn'>,
  known: Pick<DecidedIn, 'attestedAt'> | undefined,
): void {
  if (!known || attestedAt >= known.attestedAt) return;
  const since = known.attestedAt.toISOString();
  throw invalid(
    '#/decidedIn/attestedAt',
    `The register has since attested something else of this result, at ${since}.`,
  );
}

/** What to do where a register sends a result that is on record, and may have a task. */
export function stepOn(sent: Sent, recorded: Result, task: CorrectionTask | undefined): Step {
  const { attestedAt } = sent.decidedIn;
  if (saysTheSame(sent, recorded)) return task && attestedAt > task.attestedAt ? 'finish' : 'nothing';
  demandNewest(sent, task ?? recorded.decidedIn);
  if (!task) return 'open';
  return saysTheSame(sent, task) && attestedAt.getTime() === task.attestedAt.getTime() ? 'same' : 'change';
}

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('result-invalid', 'The result cannot be recorded like this.', { violations: [{ pointer, detail }] });
