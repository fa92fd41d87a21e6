import type { Check, CheckName, Findings } from '../../domain/verification/verification.ts';
import type { CheckResult } from '../document/problems.ts';
import type { VerificationContext } from './context.ts';

/** The contract's limit; an address in a document may be longer. */
const maxSource = 2000;

export type MadeChecks = Readonly<{
  answers: readonly (Check & { byForm: boolean })[];
  /** The same, as a report has them. */
  checks: readonly Check[];
  findings: Findings;
}>;

type Asked<Name> = Readonly<{
  names: readonly Name[];
  check(name: Name): CheckResult | Promise<CheckResult>;
  context: VerificationContext;
  checkedAt: string;
}>;

/**
 * A check that throws (an error in it, or a document that nobody foresaw) is unknown, never passed. A document that
 * is too complex gets that as its only finding.
 */
async function run<Name>(name: Name, { check, context: { form, tools } }: Asked<Name>): Promise<CheckResult> {
  if (form?.problem === 'too-complex' && name !== 'format')
    return { outcome: 'unknown', problem: tools.problems('too-complex', form.detail) };
  try {
    return await check(name);
  } catch {
    return { outcome: 'unknown', problem: tools.problems('check-failed') };
  }
}

export const nothingFound: Findings = { revoked: false, suspended: false, expired: false, notYetValid: false };

/** Every check is made whatever the others said, so that the report is whole. */
export async function makeChecks<Name extends CheckName>(asked: Asked<Name>): Promise<MadeChecks> {
  const answers: (Check & { byForm: boolean })[] = [];
  let findings = nothingFound;
  for (const name of asked.names) {
    const { findings: found = {}, byForm = false, ...result } = await run(name, asked);
    const source = (result.source ?? 'document').slice(0, maxSource);
    answers.push({ name, time: asked.checkedAt, ...result, source, byForm });
    findings = { ...findings, ...found };
  }
  return { answers, findings, checks: answers.map(({ byForm: _, ...check }) => check) };
}
