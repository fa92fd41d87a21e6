import { createAddresses } from '../../../domain/addresses/addresses.ts';
import { compareText, type Digest, readDigests } from '../../document/digests.ts';
import { sameId } from '../../document/identifiers.ts';
import { failed, type Fault, unknown } from '../../document/fault.ts';
import type { CheckResult } from '../../document/problems.ts';
import { asList, objectsOf, textOf } from '../../document/values.ts';
import type { Fetched } from '../../../services/ports/fetcher.ts';
import { claimFault } from '../achievement/claim-fault.ts';
import type { Claim } from '../achievement/claims.ts';
import { toResult } from './fault-result.ts';
import { readPublished } from '../achievement/published.ts';
import type { VerificationContext } from '../context.ts';
import { unfetched } from '../../document/unfetched.ts';

const mismatch = (why: string): Fault => failed('catalogue-mismatch', why);

/** What is claimed, and the DID of whoever published it. */
type Compared = Readonly<{ claim: Claim; publisher: string }>;

/** The digest says that the issuer signed this version; this says that the document claims what stands in it. */
function contentFault(
  { document, tools }: VerificationContext,
  { claim, publisher }: Compared,
  json: unknown,
): Fault | undefined {
  const { id = '' } = claim;
  const isOurs = tools.own.isOurs(id);
  const published = readPublished(json);
  // Other software describes its achievements in its own way: there the digest is all there is to compare.
  if (published === undefined) return isOurs ? mismatch(`${id} is no published version.`) : undefined;
  if (typeof published === 'string')
    return unknown('check-failed', `What stands at ${id} ${published}. So the description could not be compared.`);
  const { context } = isOurs ? tools.own.addresses : createAddresses(new URL(id).origin);
  if (published.id !== id || !sameId(published.institution, publisher))
    return mismatch(`${id} describes another version.`);
  if (asList(document['@context'])[2] !== context) return mismatch('Its terms are not those of the version.');
  const fault = claimFault(published, claim);
  return fault === undefined ? undefined : mismatch(fault);
}

async function fetchedFault(
  context: VerificationContext,
  compared: Compared,
  digests: readonly Digest[],
  { text, json }: Fetched,
): Promise<Fault | undefined> {
  const { id: source = '' } = compared.claim;
  const result = await compareText(digests, text);
  if (result === 'different') return mismatch(`What stands at ${source} is not what was signed.`);
  const fault = contentFault(context, compared, json);
  if (fault || result === 'same') return fault;
  return unknown('unknown-digest', `A digest of ${source} is of a kind that is not worked out here.`);
}

/** Fetches what stands at the achievement's address and compares it with what was signed. */
async function compareFetched(
  context: VerificationContext,
  compared: Compared,
  digests: readonly Digest[],
): Promise<CheckResult> {
  const { id: source = '' } = compared.claim;
  const fetched = await context.tools.fetcher.fetchJson(source).catch((error: unknown) => unfetched(error, source));
  if ('why' in fetched) {
    const why = `${fetched.why} So the description could not be compared.`;
    return toResult(context, source, unknown('catalogue-unreachable', why, fetched.reason));
  }
  const time = fetched.fetchedAt.toISOString();
  const fault = await fetchedFault(context, compared, digests, fetched);
  return fault ? { ...toResult(context, source, fault), time } : { outcome: 'passed', source, time };
}

/** What stands at the achievement's address is what the document names by its digests, and what it claims. */
export async function checkPublished(
  context: VerificationContext,
  claim: Claim,
  publisher: string,
): Promise<CheckResult> {
  const { id: source = '' } = claim;
  const resources = objectsOf(context.document['relatedResource']);
  const resource = resources.find((entry) => sameId(textOf(entry['id']), source));
  // Everything this service issues names the exact version; where it does not, someone else wrote it.
  if (!resource && !context.tools.own.isOurs(source)) return { outcome: 'notApplicable' };
  if (!resource) return toResult(context, source, mismatch('It does not name the version it was awarded for.'));
  const digests = readDigests(resource);
  if (digests) return compareFetched(context, { claim, publisher }, digests);
  return toResult(context, source, unknown('malformed', '/relatedResource has no digest that can be read.'));
}
