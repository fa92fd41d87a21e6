import { InheritedName } from '../../proofs/poison.ts';
import { modelFaults } from '../../document/model.ts';
import { modelFaults1 } from '../../document/model-1.ts';
import type { CheckResult } from '../../document/problems.ts';
import { proofsFault } from '../../proofs/proof-form.ts';
import { contextDigestFault } from './related-resources.ts';
import { entriesFault } from './status-entry.ts';
import { jwtFormFault } from '../jwt/form.ts';
import type { VerificationContext } from '../context.ts';
import { isObject } from '../../../domain/shared/json.ts';

/** What the standards refuse by form: those of the document, of its status and of its proofs. */
function breachOf({ document, version, jwt }: VerificationContext): string | undefined {
  const [fault] = version === 1 ? modelFaults1(document) : modelFaults(document);
  return fault ?? entriesFault(document['credentialStatus']) ?? proofsFault(document) ?? (jwt && jwtFormFault(jwt));
}

/**
 * The data model (VCDM 2.0, or 1.1), and safe mode: every member has a meaning, so the signature covers it. The members
 * of a proof are canonicalized where it is checked.
 */
export const checkFormat = (context: VerificationContext): Promise<CheckResult> => checkFormatBy(breachOf, context);

/** The same for another kind of document, of which `breachOf` says what the data model refuses. */
export async function checkFormatBy(
  breachOf: (context: VerificationContext) => string | undefined,
  context: VerificationContext,
): Promise<CheckResult> {
  const { form, unsecured, tools } = context;
  const { problems } = tools;
  // Where what is not read here is also refused by the data model, that is the better answer.
  const breach = form && form.problem !== 'unsupported-json-ld' ? undefined : breachOf(context);
  if (breach !== undefined) return { outcome: 'failed', problem: problems('malformed', breach), byForm: true };
  if (form) {
    const { outcome, problem, detail } = form;
    return { outcome, problem: problems(problem, detail), ...(outcome === 'failed' && { byForm: true }) };
  }
  try {
    await unsecured.text();
  } catch (error) {
    const lost = lostIn(error);
    if (lost !== undefined) return { outcome: 'failed', problem: problems('dataLoss', lost), byForm: true };
    if (error instanceof InheritedName)
      return { outcome: 'unknown', problem: problems('unsupported-json-ld', error.message) };
    // rdf-canonize gives up on documents made to keep it busy; that proves nothing about them.
    return { outcome: 'unknown', problem: problems('too-complex') };
  }
  return (await contextDigestFault(context)) ?? { outcome: 'passed' };
}

/** The JSON-LD library's word for what is wrong, without its stack; undefined where the error is not of that kind. */
function lostIn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.name.startsWith('jsonld.')) return undefined;
  const { details } = error as { details?: unknown };
  const event = isObject(details) && isObject(details['event']) ? details['event'] : {};
  const about = isObject(event['details']) ? event['details'] : {};
  const named = about['property'] ?? about['type'] ?? about['id'];
  const code = typeof event['code'] === 'string' ? event['code'] : 'The document is no JSON-LD';
  return typeof named === 'string' ? `${code}: ${named}` : `${code}.`;
}
