import { sameId } from '../../document/identifiers.ts';
import type { CheckResult } from '../../document/problems.ts';
import { claimsIn } from '../../proofs/jose/jws.ts';
import type { VerificationContext } from '../context.ts';
import { idOf, textOf } from '../../document/values.ts';

/**
 * Whether the named issuer can be found and one of the signatures is made with its key. Whether the signature
 * holds is for the proof check: anyone can sign a document that names someone else.
 */
export async function checkIssuer({
  document,
  jwt,
  controllers,
  proofs,
  tools: { problems },
}: VerificationContext): Promise<CheckResult> {
  const id = idOf(document['issuer']);
  if (!id) return { outcome: 'unknown', problem: problems('malformed', '/issuer is missing.') };
  const claimed = jwt && claimsIn(jwt.jws).iss;
  if (claimed !== undefined && !sameId(textOf(claimed), id)) {
    const why = `The claim "iss" of the JWT names another than ${id}, which the document names (VC-JOSE-COSE §4.1.1).`;
    return { outcome: 'failed', source: id, problem: problems('issuer-mismatch', why) };
  }
  const results = await proofs();
  // Without a signature there is no key to ask for; whether the issuer answers changes nothing.
  if (results.length === 0) return { outcome: 'notApplicable', source: id };
  const controller = await controllers.resolve(id);
  if (controller.outcome !== 'found') {
    const { outcome, problem, detail, reason } = controller;
    return { outcome, source: id, problem: problems(problem, detail), ...(reason && { reason }) };
  }
  const { source } = controller;
  const time = controller.fetchedAt ? { time: controller.fetchedAt.toISOString() } : {};
  if (results.some((result) => sameId(result.controller, id))) return { outcome: 'passed', source, ...time };
  // A key that could not be looked up might yet be the issuer's; a broken proof is the proof check's to report.
  const unsettled = results.filter((result) => result.controller === undefined);
  if (unsettled.some(({ outcome }) => outcome === 'unknown')) {
    return {
      outcome: 'unknown',
      source,
      ...time,
      problem: problems('check-failed', `Whether ${id} signed it could not be found out.`),
    };
  }
  if (unsettled.length > 0) return { outcome: 'notApplicable', source, ...time };
  return {
    outcome: 'failed',
    source,
    ...time,
    problem: problems('issuer-mismatch', `No signature is made with a key of ${id}.`),
  };
}
