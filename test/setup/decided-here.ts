import type { Result } from '../../src/domain/enrolment/result.ts';
import type { Outcome } from '../../src/services/enrolment/results.ts';

export type DecidedHere = Result & Readonly<{ examinerId: string; decisionId: string }>;

/** The result that was recorded, with the examiner and the decision behind it; anything else ends the test. */
export function decidedHere(outcome: Outcome): DecidedHere {
  if (!('result' in outcome)) throw new Error('a correction task came of it');
  const { examinerId, decisionId, ...result } = outcome.result;
  if (examinerId === undefined || decisionId === undefined) throw new Error('it was not decided here');
  return { ...result, examinerId, decisionId };
}
