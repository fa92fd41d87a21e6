import type { DecisionInput, Since } from '../institution/decision.ts';
import { DomainError } from '../shared/errors.ts';
import type { GradingScheme } from '../catalogue/microcredential.ts';
import { cleanDecidedIn, type DecidedIn, type DecidedInInput } from './decided-in.ts';
import { cleanExamination, type Examination } from './examination.ts';

export type ResultInput = Readonly<{
  registrationId: string;
  /** One of the values of the version's grading scheme. */
  grade: string;
  /** The day of the examination; for a pass, the day on which the outcomes were met. */
  date: string;
  /** The staff member who examined; the result is theirs. Absent where it was decided elsewhere. */
  examinerId?: string;
  /** In place of the examiner and their decision. */
  decidedIn?: DecidedInInput;
  /** How this person was examined, as far as it is known. */
  examination?: Examination;
  /** The id of a result of the same registration, which this one takes the place of. */
  corrects?: string;
  decision?: DecisionInput;
}>;

/**
 * What an examiner found. A registration may have several, for whoever failed may try again. Nothing of a result
 * changes; a mistake is mended by another result, which names the one that it corrects.
 */
export type Result = Readonly<{
  id: string;
  institutionId: string;
  registrationId: string;
  grade: string;
  /** As the grading scheme of the version said when the result was recorded. */
  passed: boolean;
  date: string;
  /** Both, or `decidedIn`. */
  examinerId?: string;
  decisionId?: string;
  decidedIn?: DecidedIn;
  examination?: Examination;
  corrects?: string;
  /** Present once another result has taken its place; then it no longer counts. */
  correctedBy?: string;
  createdAt: Date;
}>;

/** A passing result: the learning outcomes are met. Only that is awarded. */
export type Completion = Result & Readonly<{ passed: true }>;
export const isCompletion = (result: Result): result is Completion => result.passed;

/**
 * The one of a registration's results that counts: a completion that stands, since nothing but its correction may
 * follow it; otherwise the one recorded last. `results` are in the order of recording.
 */
export function countingResult(results: readonly Result[]): Result | undefined {
  const standing = results.filter(({ correctedBy }) => correctedBy === undefined);
  return standing.find(isCompletion) ?? standing.at(-1);
}

/** Whether a grade passes; undefined where the scheme does not have it. Only what the scheme lists can be recorded. */
export const passes = ({ grades }: GradingScheme, grade: string): boolean | undefined =>
  grades.find(({ value }) => value === grade)?.passes;

/** What was sent, as it is kept. */
export function cleanResult({ decidedIn, examination, decision: _, ...rest }: ResultInput) {
  return {
    ...rest,
    ...(decidedIn && { decidedIn: cleanDecidedIn(decidedIn) }),
    ...(examination && { examination: cleanExamination(examination) }),
  };
}

/** Nobody decides on a result before it is there; whoever corrects one has both before them. */
export function decidedSince({ date, corrects }: ResultInput, results: readonly Result[]): Since {
  const corrected = results.find(({ id }) => id === corrects);
  if (corrected && corrected.date > date) return { what: 'the result that it corrects', date: corrected.date };
  return { what: 'the result', date };
}

/**
 * Whether a result may follow those that the registration has: one completion stands at most, and a result is
 * corrected once. Throws what stands in the way. `isAwarded`: a live award rests on the result that is corrected.
 */
export function demandPlace(
  { corrects, passed }: Pick<Result, 'corrects' | 'passed'>,
  results: readonly Result[],
  isAwarded: boolean,
): void {
  const corrected = results.find(({ id }) => id === corrects);
  if (corrected?.correctedBy !== undefined)
    throw new DomainError(
      'already-corrected',
      `This result is corrected by ${corrected.correctedBy}; correct that one.`,
    );
  if (isAwarded)
    throw new DomainError(
      'state-forbids',
      'An award rests on this result. Revoke the award first, then correct the result.',
    );
  const counting = countingResult(results);
  if (!counting?.passed || counting === corrected || (corrected && !passed)) return;
  throw new DomainError(
    'already-completed',
    `The registration is completed by the result ${counting.id}. Where that one is wrong, send one that corrects it.`,
  );
}
