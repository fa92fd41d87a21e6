import type { PresentationCheckName } from '../../../domain/verification/verification.ts';
import type { JsonObject, VerificationOptions } from '../../../services/ports/index.ts';
import { sameId } from '../../document/identifiers.ts';
import { presentationFault } from '../../document/presentation-model.ts';
import type { CheckResult } from '../../document/problems.ts';
import { idOf, textOf } from '../../document/values.ts';
import { proofsFault } from '../../proofs/proof-form.ts';
import { claimsIn } from '../../proofs/jose/jws.ts';
import { checkFormatBy } from '../checks/format.ts';
import { checkPeriod } from '../checks/period.ts';
import { checkProof } from '../checks/proof.ts';
import type { VerificationContext } from '../context.ts';
import { jwtFormFault } from '../jwt/form.ts';

/** A presentation under check: `whole` with its credentials, which its context may leave out. */
export type Presented = Readonly<{
  whole: JsonObject;
  context: VerificationContext;
  options: VerificationOptions | undefined;
}>;

const checkFormat = ({ whole, context }: Presented): Promise<CheckResult> =>
  checkFormatBy(
    ({ version, jwt }) => presentationFault(whole, version) ?? proofsFault(whole) ?? (jwt && jwtFormFault(jwt)),
    context,
  );

const isAsked = ({ challenge, domain }: VerificationOptions = {}): boolean =>
  challenge !== undefined || domain !== undefined;

/** Nobody has to sign a presentation; but where one was asked for, it has to be the answer to that. */
async function checkSignature({ context, options }: Presented): Promise<CheckResult> {
  const result = await checkProof(context);
  if (result.outcome !== 'notApplicable') return result;
  const { problems } = context.tools;
  if (isAsked(options))
    return { outcome: 'failed', problem: problems('unsigned', 'It answers no challenge, and is for no domain.') };
  return { outcome: 'notApplicable', problem: problems('unsigned', 'The presentation is not signed.') };
}

/** VCDM 2.0 §4.13: whoever signs it is the holder that it names. Whether that is the subject is for the reader to say. */
async function checkHolder({ whole, context }: Presented): Promise<CheckResult> {
  const { proofs, jwt, tools } = context;
  const { problems } = tools;
  const holder = idOf(whole['holder']);
  const claimed = jwt && claimsIn(jwt.jws).iss;
  if (claimed !== undefined && holder !== undefined && !sameId(textOf(claimed), holder))
    return holderFailed(context, holder, `The claim "iss" of the JWT names another than ${holder}.`);
  const results = await proofs();
  if (results.length === 0) {
    const detail = 'It is not signed, so nothing shows who presents it.';
    return {
      outcome: 'notApplicable',
      ...(holder !== undefined && { source: holder }),
      problem: problems('unsigned', detail),
    };
  }
  // Without a name there is nobody whom the key would have to belong to.
  if (holder === undefined) return { outcome: 'notApplicable' };
  if (results.some(({ outcome, controller }) => outcome === 'passed' && sameId(controller, holder)))
    return { outcome: 'passed', source: holder };
  if (results.some(({ outcome, controller }) => outcome === 'passed' && controller !== undefined))
    return holderFailed(context, holder, `No signature is made with a key of ${holder}.`);
  const detail = `Whether ${holder} signed it could not be found out.`;
  return { outcome: 'unknown', source: holder, problem: problems('check-failed', detail) };
}

const holderFailed = ({ tools }: VerificationContext, holder: string, detail: string): CheckResult => ({
  outcome: 'failed',
  source: holder,
  problem: tools.problems('holder-mismatch', detail),
});

/** What is asked of a presentation itself. */
export const presentationChecks: Readonly<
  Record<PresentationCheckName, (presented: Presented) => CheckResult | Promise<CheckResult>>
> = {
  format: checkFormat,
  holder: checkHolder,
  proof: checkSignature,
  period: ({ context }) => checkPeriod(context),
};
