import { sameId } from '../../document/identifiers.ts';
import type { CheckResult } from '../../document/problems.ts';
import type { Claim } from './claims.ts';
import type { VerificationContext } from '../context.ts';
import { asList, idOf, objectsOf, typesOf } from '../../document/values.ts';

/** Those who described an achievement, and those who award it: in whose name it is. */
const institutionsIn = (claims: readonly Claim[]): readonly (string | undefined)[] =>
  claims.flatMap(({ achievement }) =>
    ['creator', 'awardingBody'].flatMap((name) => asList(achievement[name]).map(idOf)),
  );

/** Every address by which a document says that it, or what it is about, is of a service: not what it merely mentions. */
function addressesIn({ document, tools }: VerificationContext, claims: readonly Claim[]): readonly string[] {
  // Anybody may endorse what is another's (Open Badges 3.0, EndorsementSubject).
  const subjects = objectsOf(document['credentialSubject']).filter(
    (one) => !typesOf(one).includes('EndorsementSubject'),
  );
  const resources = objectsOf(document['relatedResource']).map(idOf);
  return [
    idOf(document['id']),
    ...subjects.map(idOf),
    ...claims.map(({ id }) => id),
    ...institutionsIn(claims),
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
  for (const source of addressesIn(context, claims).filter((address) => own.isOurs(address))) {
    const owner = own.ownerOf(source);
    const isTheirs = owner === undefined ? own.isOurIssuer(issuer) : sameId(issuer, owner);
    if (isTheirs) continue;
    const why = `${source} is an address of this service, and ${issuer} does not speak for it.`;
    return { outcome: 'failed', source, problem: problems('issuer-mismatch', why) };
  }
  return undefined;
}
