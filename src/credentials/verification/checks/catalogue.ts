import { createAddresses } from '../../../domain/shared/addresses.ts';
import { sameId } from '../../document/identifiers.ts';
import { didWebFolder } from '../../keys/did-web.ts';
import { claimsIn } from '../achievement/claims.ts';
import { compareText, readDigests } from '../../document/digests.ts';
import { unfetched } from '../../document/unfetched.ts';
import { strangerFault } from '../achievement/own-matters.ts';
import type { CheckResult } from '../../document/problems.ts';
import { claimFault, isVersionDocument, type Claim } from '../achievement/published.ts';
import type { VerificationContext } from '../context.ts';
import { asList, idOf, isUrl, objectsOf, textOf } from '../../document/values.ts';

type Fault = Readonly<{ problem: 'issuer-mismatch' | 'catalogue-mismatch'; why: string }>;
const mismatch = (why: string): Fault => ({ problem: 'catalogue-mismatch', why });

/**
 * Whether the issuer may speak for the address of the achievement; only what a publisher says can pass. Here we know
 * what there is: an institution awards what it published here, and nobody else does. Elsewhere a did:web speaks for
 * the folder its document stands in.
 */
function standingOf(
  id: string | undefined,
  issuer: string,
  { tools }: VerificationContext,
): 'publisher' | 'stranger' | Fault {
  const { own } = tools;
  if (id === undefined || !own.isOurs(id)) {
    if (own.isOurIssuer(issuer)) return mismatch('It does not name a version that was published here.');
    const folder = didWebFolder(issuer, own.addresses);
    const isTheirs = isUrl(id) && folder !== undefined && URL.canParse(id) && new URL(id).href.startsWith(folder);
    return isTheirs ? 'publisher' : 'stranger';
  }
  const owner = own.ownerOf(id);
  if (owner === undefined) return mismatch(`Nothing is published at ${id}.`);
  const why = `What ${id} describes is awarded by ${owner} alone.`;
  return sameId(issuer, owner) ? 'publisher' : { problem: 'issuer-mismatch', why };
}

const unreadable = Symbol('content that this software cannot have written');

/** The digest says that the issuer signed this version; this says that the document claims what stands in it. */
function contentFault(
  { document, tools }: VerificationContext,
  claim: Claim,
  json: unknown,
  isOurs: boolean,
): string | typeof unreadable | undefined {
  const { id = '' } = claim;
  // Other software describes its achievements in its own way: there the digest is all there is to compare.
  if (!isVersionDocument(json)) return isOurs ? `${id} is no published version.` : undefined;
  const addresses = isOurs ? tools.own.addresses : createAddresses(new URL(id).origin);
  if (json.id !== id || !sameId(json.institution.id, idOf(document['issuer'])))
    return `${id} describes another version.`;
  if (asList(document['@context'])[2] !== addresses.context) return 'Its terms are not those of the version.';
  try {
    return claimFault(addresses, json, claim);
  } catch {
    return unreadable;
  }
}

/** What stands at the achievement's address, and whether it is what the document names by its digests. */
async function checkPublished(context: VerificationContext, claim: Claim): Promise<CheckResult> {
  const { document, tools } = context;
  const { own, problems, fetcher } = tools;
  const { id: source = '' } = claim;
  const isOurs = own.isOurs(source);
  const failed = (why: string): CheckResult => ({
    outcome: 'failed',
    source,
    problem: problems('catalogue-mismatch', why),
  });
  const open = (name: 'check-failed' | 'unknown-digest' | 'malformed', why: string): CheckResult => ({
    outcome: 'unknown',
    source,
    problem: problems(name, why),
  });
  const resource = objectsOf(document['relatedResource']).find((entry) => sameId(textOf(entry['id']), source));
  // Everything this service issues names the exact version; where it does not, someone else wrote it.
  if (!resource)
    return isOurs ? failed('It does not name the version it was awarded for.') : { outcome: 'notApplicable' };
  const digests = readDigests(resource);
  if (!digests) return open('malformed', '/relatedResource has no digest that can be read.');
  const fetched = await fetcher.fetchJson(source).catch((error: unknown) => unfetched(error, source));
  if ('why' in fetched) {
    const { reason, why } = fetched;
    const problem = problems('catalogue-unreachable', `${why} So the description could not be compared.`);
    return { outcome: 'unknown', source, problem, reason };
  }
  const time = fetched.fetchedAt.toISOString();
  const result = await compareText(digests, fetched.text);
  if (result === 'different') return { ...failed(`What stands at ${source} is not what was signed.`), time };
  const fault = contentFault(context, claim, fetched.json, isOurs);
  if (fault === unreadable) return { ...open('check-failed', `The content of ${source} could not be read.`), time };
  if (fault !== undefined) return { ...failed(fault), time };
  if (result === 'unknown')
    return { ...open('unknown-digest', `A digest of ${source} is of a kind that is not worked out here.`), time };
  return { outcome: 'passed', source, time };
}

async function checkClaim(context: VerificationContext, claim: Claim, issuer: string): Promise<CheckResult> {
  const standing = standingOf(claim.id, issuer, context);
  if (standing === 'stranger') return { outcome: 'notApplicable' };
  if (standing === 'publisher') return checkPublished(context, claim);
  const problem = context.tools.problems(standing.problem, standing.why);
  return { outcome: 'failed', ...(claim.id === undefined ? {} : { source: claim.id }), problem };
}

/** What a subject claims that stands beside an achievement's and has none of its own. */
const nothing: Claim = { id: undefined, subject: {}, achievement: {}, results: [] };

/** What is not read here may say in other words the very thing that was missed, so it contradicts nobody. */
function unlessUnread({ form, tools }: VerificationContext, failed: CheckResult): CheckResult {
  if (!form) return failed;
  const { source } = failed;
  const problem = tools.problems(form.problem, form.detail);
  return { outcome: 'unknown', ...(source !== undefined && { source }), problem };
}

/**
 * VCDM 2.0 §5.3: what the issuer publishes about the achievement is, byte for byte, what it signed, and what the
 * document says about the achievement is what was published. Passed only where that holds for all of them. A document
 * about no achievement (a status list, an endorsement) is no matter of a catalogue.
 */
export async function checkCatalogue(context: VerificationContext): Promise<CheckResult> {
  const issuer = idOf(context.document['issuer']) ?? '';
  const { claims, withoutAchievement } = claimsIn(context);
  const results = await Promise.all(claims.map((claim) => checkClaim(context, claim, issuer)));
  if (withoutAchievement && claims.length > 0) results.push(await checkClaim(context, nothing, issuer));
  const failed = results.find(({ outcome }) => outcome === 'failed') ?? strangerFault(context, claims, issuer);
  if (failed) return unlessUnread(context, failed);
  const order = ['unknown', 'notApplicable', 'passed'] as const;
  const worst = order.map((wanted) => results.find(({ outcome }) => outcome === wanted)).find((result) => result);
  return worst ?? { outcome: 'notApplicable' };
}
