import { inOneOrder, type CheckResult } from '../../document/problems.ts';
import type { VerificationContext } from '../context.ts';
import { asList, idOf, objectsOf } from '../../document/values.ts';

/** Passed where every proof holds; failed where one does not match; unknown where one cannot be checked. */
export async function checkProof({ document, proofs, tools: { problems } }: VerificationContext): Promise<CheckResult> {
  if (asList(document['proof']).length === 0) {
    const detail = 'Without a signature nothing shows who issued it, or that it is unchanged.';
    return { outcome: 'notApplicable', problem: problems('unsigned', detail) };
  }
  const methods = objectsOf(document['proof']).map((proof) => idOf(proof['verificationMethod']));
  const results = (await proofs()).map((proof, index): CheckResult => {
    const source = methods[index];
    const told = source ? { source } : {};
    if (proof.outcome === 'passed') return { outcome: 'passed', ...told };
    const { outcome, problem, detail, reason } = proof;
    return { outcome, ...told, problem: problems(problem, detail), ...(reason && { reason }) };
  });
  // Proofs have no order.
  const ordered = results.sort(inOneOrder);
  return (
    ordered.find(({ outcome }) => outcome === 'failed') ??
    ordered.find(({ outcome }) => outcome === 'unknown') ??
    ordered[0] ?? { outcome: 'notApplicable' }
  );
}
