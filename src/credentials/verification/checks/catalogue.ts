import { createAddresses } from '../../../domain/addresses/addresses.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { failed, type Fault } from '../../document/fault.ts';
import { sameId } from '../../document/identifiers.ts';
import { didWebFolder } from '../../keys/did-web.ts';
import { claimsIn, type Claim } from '../achievement/claims.ts';
import { strangerFault } from '../achievement/own-matters.ts';
import type { CheckResult } from '../../document/problems.ts';
import { type ForeignCourse, foreignCourseOf } from '../achievement/owner.ts';
import { checkAgreement, checkParties } from './agreement.ts';
import { checkPublished } from './published-version.ts';
import type { VerificationContext } from '../context.ts';
import { asList, idOf, isUrl } from '../../document/values.ts';

const mismatch = (why: string): Fault => failed('catalogue-mismatch', why);

const nameOf = (url: URL): string => url.hostname.replace(/\.$/, '');

/** Whether the address, in any spelling, is of the service that this folder is at, which issued the document. */
const isOfService = (id: string | undefined, folder: URL, document: JsonObject): id is string =>
  isUrl(id) &&
  URL.canParse(id) &&
  nameOf(new URL(id)) === nameOf(folder) &&
  asList(document['@context'])[2] === createAddresses(folder.origin).context;

/**
 * Whether the issuer may speak for the address of the achievement; only what a publisher says can pass, or what is
 * awarded by agreement with one. Here we know what there is: an institution awards what it published here, and nobody
 * else does without an agreement. Elsewhere a did:web speaks for the folder its document stands in.
 */
function standingOf(
  claim: Claim | undefined,
  issuer: string,
  { document, tools }: VerificationContext,
): 'publisher' | 'stranger' | ForeignCourse | Fault {
  const { own } = tools;
  const id = claim?.id;
  const foreign = claim && foreignCourseOf(claim, issuer, own);
  if (foreign?.isSaid) return foreign;
  // What this software writes says whose course it is.
  if (foreign && isUrl(id) && asList(document['@context'])[2] === createAddresses(new URL(id).origin).context)
    return failed('issuer-mismatch', `What ${id} describes is awarded by ${foreign.owner} alone.`);
  if (id === undefined || !own.isOurs(id)) {
    if (own.isOurIssuer(issuer)) return mismatch('It does not name a version that was published here.');
    const folder = didWebFolder(issuer, own.addresses);
    const isTheirs = isUrl(id) && folder !== undefined && URL.canParse(id) && new URL(id).href.startsWith(folder);
    if (isTheirs) return 'publisher';
    return folder !== undefined && isOfService(id, new URL(folder), document)
      ? failed('issuer-mismatch', `What ${id} describes is not for ${issuer} to award.`)
      : 'stranger';
  }
  const owner = own.ownerOf(id);
  if (owner === undefined) return mismatch(`Nothing is published at ${id}.`);
  const why = `What ${id} describes is awarded by ${owner} alone.`;
  return sameId(issuer, owner) ? 'publisher' : failed('issuer-mismatch', why);
}

/** What was published says nothing of the parties of an award, so both are asked. */
async function checkAwarded(
  context: VerificationContext,
  claim: Claim,
  [issuer, publisher]: readonly [string, string],
) {
  const published = await checkPublished(context, claim, publisher);
  return published.outcome === 'failed' ? published : ((await checkParties(context, claim, issuer)) ?? published);
}

/** The owner lets the issuer award it, and it is what the owner published. */
async function checkForeign(
  context: VerificationContext,
  claim: Claim,
  issuer: string,
  course: ForeignCourse,
): Promise<CheckResult> {
  const agreement = await checkAgreement(context, issuer, course);
  return agreement.outcome === 'passed' ? checkAwarded(context, claim, [issuer, course.owner]) : agreement;
}

/** Without a claim: of a subject that stands beside an achievement's and has none of its own. */
async function checkClaim(
  context: VerificationContext,
  claim: Claim | undefined,
  issuer: string,
): Promise<CheckResult> {
  const standing = standingOf(claim, issuer, context);
  if (claim && standing === 'publisher') return checkAwarded(context, claim, [issuer, issuer]);
  if (typeof standing === 'string') return { outcome: 'notApplicable' };
  if ('owner' in standing) return claim ? checkForeign(context, claim, issuer, standing) : { outcome: 'notApplicable' };
  const problem = context.tools.problems(standing.problem, standing.detail);
  return { outcome: standing.outcome, ...(claim?.id !== undefined && { source: claim.id }), problem };
}

/** A member that is not read here may say in other words what was found missing, so this is no contradiction. */
function unlessUnread({ form, tools }: VerificationContext, found: CheckResult): CheckResult {
  if (!form) return found;
  const { source } = found;
  const problem = tools.problems(form.problem, form.detail);
  return { outcome: 'unknown', ...(source !== undefined && { source }), problem };
}

/**
 * VCDM 2.0 §5.3: what the issuer publishes about the achievement is, byte for byte, what it signed, and what the
 * document says about the achievement is what was published. Passed only where that holds for all of them. A document
 * about no achievement (a status list, an endorsement) has nothing that could be compared.
 */
export async function checkCatalogue(context: VerificationContext): Promise<CheckResult> {
  const issuer = idOf(context.document['issuer']) ?? '';
  const { claims, withoutAchievement } = claimsIn(context);
  const results = await Promise.all(claims.map((claim) => checkClaim(context, claim, issuer)));
  if (withoutAchievement && claims.length > 0) results.push(await checkClaim(context, undefined, issuer));
  const found = results.find(({ outcome }) => outcome === 'failed') ?? strangerFault(context, claims, issuer);
  if (found) return unlessUnread(context, found);
  const order = ['unknown', 'notApplicable', 'passed'] as const;
  const worst = order.map((wanted) => results.find(({ outcome }) => outcome === wanted)).find((result) => result);
  return worst ?? { outcome: 'notApplicable' };
}
