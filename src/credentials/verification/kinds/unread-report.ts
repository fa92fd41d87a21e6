import { timestamp } from '../../../domain/shared/dates.ts';
import {
  checkNames,
  verdictOf,
  type Check,
  type FetchFault,
  type Report,
} from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { ProblemName, Problems } from '../../document/problems.ts';
import { nothingFound } from '../made-checks.ts';
import type { CheckedFinding, Finding } from './finding.ts';

export type UnreadNeeds = Readonly<{
  /** What a document says that nobody checked. */
  summaryOf(document: JsonObject): Report['summary'];
  problems: Problems;
}>;

export type Unchecked = Exclude<Finding, CheckedFinding | { link: string }> & Readonly<{ reason?: FetchFault }>;

const problemOf = (finding: Unchecked): readonly [ProblemName, string] => {
  if ('fault' in finding) return [finding.problem, finding.fault];
  return 'excess' in finding ? ['too-complex', finding.excess] : ['unsupported-format', finding.advice];
};

/** The first check says what stands in the way of all of them. */
export function unreadReport(finding: Unchecked, now: Date, { problems, summaryOf }: UnreadNeeds): Report {
  const time = timestamp(now);
  const [name, detail] = problemOf(finding);
  const byForm = 'fault' in finding;
  const rest = checkNames.slice(1).map((check): Check => ({
    name: check,
    outcome: 'unknown',
    source: 'document',
    time,
  }));
  const format = {
    name: checkNames[0],
    outcome: byForm ? ('failed' as const) : ('unknown' as const),
    source: 'document',
    time,
    problem: problems(name, detail),
    ...(finding.reason && { reason: finding.reason }),
  };
  return {
    verdict: verdictOf([{ ...format, byForm }, ...rest], nothingFound),
    kind: finding.kind,
    checkedAt: time,
    checks: [format, ...rest],
    summary: 'readable' in finding && finding.readable ? summaryOf(finding.readable) : {},
  };
}
