import type { Fault } from '../../document/fault.ts';
import type { CheckResult } from '../../document/problems.ts';
import type { VerificationContext } from '../context.ts';

/** A fault as the result of a check, with where it was found. */
export const toResult = (
  { tools }: VerificationContext,
  source: string,
  { outcome, problem, detail, reason }: Fault,
): CheckResult => ({ outcome, source, problem: tools.problems(problem, detail), ...(reason && { reason }) });
