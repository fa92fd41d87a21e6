import type { CheckResult } from './problems.ts';
import type { Subject } from './subject.ts';
import { asList, idOf, objectsOf } from './values.ts';

/** Every proof holds. One forged proof beside a good one is a forgery; one that cannot be checked leaves it open. */
export async function checkProof({ document, proofs, tools: { problems } }: Subject): Promise<CheckResult> {
  if (asList(document['proof']).length === 0) {
    const detail = 'Without a signature nothing shows who issued it, or that it is unchanged.';
    return { outcome: 'notApplicable', problem: problems('unsigned', detail) };
  }
  const results = await proofs();
  const methods = objectsOf(document['proof']).map((proof) => idOf(proof['verificationMethod']));
  const worst =
    results.find(({ outcome }) => outcome === 'failed') ?? results.find(({ outcome }) => outcome === 'unknown');
  const source = methods[worst ? results.indexOf(worst) : 0];
  const from = source ? { source } : {};
  if (!worst) return { outcome: 'passed', ...from };
  const { outcome, problem = 'proof', detail, reason } = worst;
  return { outcome, ...from, problem: problems(problem, detail), ...(reason && { reason }) };
}
