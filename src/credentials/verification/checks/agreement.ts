import { failed, unknown, type Fault } from '../../document/fault.ts';
import type { CheckResult } from '../../document/problems.ts';
import { unfetched } from '../../document/unfetched.ts';
import { type ForeignCourse, isAgreed } from '../achievement/owner.ts';
import type { VerificationContext } from '../context.ts';

/** Whether the owner of a course says at its own address that another institution may award it. */
export async function checkAgreement(
  { tools }: VerificationContext,
  issuer: string,
  course: ForeignCourse,
): Promise<CheckResult> {
  const { microcredential: source, owner } = course;
  const refused = ({ outcome, problem, detail, reason }: Fault): CheckResult => ({
    outcome,
    source,
    problem: tools.problems(problem, detail),
    ...(reason && { reason }),
  });
  const fetched = await tools.fetcher.fetchJson(source).catch((error: unknown) => unfetched(error, source));
  if ('why' in fetched) {
    const why = `${fetched.why} So whether ${owner} lets ${issuer} award it could not be checked.`;
    return refused(unknown('catalogue-unreachable', why, fetched.reason));
  }
  if (isAgreed(fetched.json, issuer, course)) return { outcome: 'passed', source };
  return refused(failed('issuer-mismatch', `${owner} does not say that ${issuer} may award what ${source} describes.`));
}
