import { inOneOrder, type CheckResult } from '../../document/problems.ts';
import type { VerificationContext } from '../context.ts';
import { asList } from '../../document/values.ts';

/** Passed where every proof holds; failed where one does not match; unknown where one cannot be checked. */
export async function checkProof({
  document,
  jwt,
  proofs,
  keyIds,
  tools: { problems },
}: VerificationContext): Promise<CheckResult> {
  if (!jwt && asList(document['proof']).length === 0) {
    const detail = 'Without a signature nothing shows who issued it, or that it is unchanged.';
    return { outcome: 'notApplicable', problem: problems('unsigned', detail) };
  }
  const results = (await proofs()).map((proof, index): CheckResult => {
    const source = keyIds[index];
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
