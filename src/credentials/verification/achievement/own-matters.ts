import { sameId } from '../../document/identifiers.ts';
import type { CheckResult } from '../../document/problems.ts';
import type { Claim } from './claims.ts';
import { foreignCourseOf } from './owner.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import type { VerificationContext } from '../context.ts';
import { flat, idOf, objectsOf, typesOf } from '../../document/values.ts';

/** Each node and those that it is said to be part of, once: a document may make a circle of them. */
function withParents(profiles: readonly unknown[], nodes: Nodes): readonly string[] {
  const found = new Set<string>();
  const waiting = profiles.flatMap((one) => nodes.all(one));
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const id = idOf(node);
    if (id !== undefined && found.has(id)) continue;
    if (id !== undefined) found.add(id);
    waiting.push(...nodes.all(node['parentOrg']));
  }
  return [...found];
}

/**
 * In whose name it is: who issued it, described the achievement, awards or assessed it, and what they are part of.
 * `url` of any of them, `evidence`, `related` and `alignment` are links, which anybody may have to anything.
 */
function institutionsIn({ document, nodes }: VerificationContext, claims: readonly Claim[]): readonly string[] {
  const profiles = claims.flatMap(({ achievement, subject }) => [achievement['creator'], subject['source']]);
  return withParents([document['issuer'], ...profiles], nodes());
}

/** Who awards it beside its issuer, and who assures its quality: an institution of ours may name another of ours. */
function bodiesIn({ nodes }: VerificationContext, claims: readonly Claim[]): readonly string[] {
  const named = claims.flatMap(({ achievement, subject, nodes: of }) => [
    achievement['awardingBody'],
    subject['awardingBody'],
    subject['providedBy'],
    subject['courseOwner'],
    ...of.all(achievement['qualityAssurance']).map(({ assurer }) => assurer),
  ]);
  // Also one that is an id alone, and described nowhere.
  const ids = named.flatMap(flat).map(idOf);
  return [...ids.filter((id) => id !== undefined), ...withParents(named, nodes())];
}

/** What had to be met: the id of the criteria says whose they are. */
const criteriaIn = (claims: readonly Claim[]): readonly (string | undefined)[] =>
  claims.flatMap(({ achievement, nodes }) => nodes.all(achievement['criteria']).map(idOf));

/** Every address by which a document says that it, or what it is about, is of a service: not what it merely mentions. */
function addressesIn(context: VerificationContext, claims: readonly Claim[]): readonly string[] {
  const { document, tools } = context;
  // Anybody may endorse what is another's (Open Badges 3.0, EndorsementSubject).
  const subjects = objectsOf(document['credentialSubject']).filter(
    (one) => !typesOf(one).includes('EndorsementSubject'),
  );
  const resources = objectsOf(document['relatedResource']).map(idOf);
  return [
    idOf(document['id']),
    ...subjects.map(idOf),
    ...claims.map(({ id }) => id),
    ...institutionsIn(context, claims),
    ...criteriaIn(claims),
    ...resources.filter((id) => id !== undefined && !tools.loader.knows(id)),
  ].filter((id) => id !== undefined);
}

/** A document that has to do with an address of ours comes from the institution of that address, or at least from ours. */
export function strangerFault(
  context: VerificationContext,
  claims: readonly Claim[],
  issuer: string,
): CheckResult | undefined {
  const { own, problems } = context.tools;
  // Publication has seen to it that the other agreed; from elsewhere nobody speaks for either.
  const named = own.isOurIssuer(issuer) ? [] : bodiesIn(context, claims);
  // Each of these courses has been checked to be awarded by agreement with its owner.
  const courses = claims.flatMap((claim) => foreignCourseOf(claim, issuer, own) ?? []);
  const owners = courses.filter(({ isSaid }) => isSaid).map(({ owner }) => owner);
  for (const source of [...addressesIn(context, claims), ...named].filter((address) => own.isOurs(address))) {
    const owner = own.ownerOf(source);
    const isTheirs =
      owner === undefined ? own.isOurIssuer(issuer) : [issuer, ...owners].some((one) => sameId(one, owner));
    if (isTheirs) continue;
    const why = `${source} is an address of this service, and ${issuer} does not speak for it.`;
    return { outcome: 'failed', source, problem: problems('issuer-mismatch', why) };
  }
  return undefined;
}
