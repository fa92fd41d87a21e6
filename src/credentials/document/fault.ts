import type { FetchFault } from '../../domain/verification/verification.ts';
import type { ProblemName } from './problems.ts';

/**
 * What is wrong with a document or with what it depends on. `failed` counts against the document; `unknown` says only
 * that it could not be found out. `reason`: why something could not be fetched.
 */
export type Fault = Readonly<{
  outcome: 'failed' | 'unknown';
  problem: ProblemName;
  detail: string;
  reason?: FetchFault;
}>;

export const failed = (problem: ProblemName, detail: string): Fault => ({ outcome: 'failed', problem, detail });
export const unknown = (problem: ProblemName, detail: string, reason?: FetchFault): Fault => ({
  outcome: 'unknown',
  problem,
  detail,
  ...(reason && { reason }),
});
