import { isUrl, momentOf, objectsOf, textOf } from '../../document/values.ts';
import { claimsIn, dateOf, documentIn, type Jws } from './jws.ts';

/** RFC 7519 §4.1.4 to §4.1.6. */
const dateClaimFault = (jws: Jws): string | undefined => {
  const claims = claimsIn(jws);
  const wrong = (['exp', 'nbf', 'iat'] as const).find((name) => claims[name] !== undefined && !dateOf(claims[name]));
  return wrong && `The claim "${wrong}" is a number of seconds.`;
};

/** VC-JOSE-COSE §3.1.1 and §3.1.2: the payload is the document itself. */
export function claimsFault(jws: Jws): string | undefined {
  const wrapped = ['vc', 'vp'].find((name) => Object.hasOwn(jws.payload, name));
  if (wrapped)
    return `The claim "${wrapped}" has no place here: the payload is the document itself (VC-JOSE-COSE §3.1).`;
  return dateClaimFault(jws);
}

const seconds = (moment: Date | undefined): number | undefined => moment && Math.floor(moment.getTime() / 1000);

/** Version 1.1 of the data model calls them otherwise. */
const periodOf = (document: Readonly<Record<string, unknown>>) => ({
  from: momentOf(document['validFrom'] ?? document['issuanceDate']),
  until: momentOf(document['validUntil'] ?? document['expirationDate']),
});

/** Open Badges 3.0 §8.2: each claim says the same as a member of the credential. `iss` is the issuer check's. */
export function openBadgeClaimsFault(jws: Jws): string | undefined {
  const shape = dateClaimFault(jws);
  if (shape) return shape;
  const { iss, sub, jti, nbf, exp } = claimsIn(jws);
  const document = documentIn(jws);
  const subjects = objectsOf(document['credentialSubject']);
  const { from, until } = periodOf(document);
  if (!isUrl(iss)) return 'The claim "iss" names the issuer (Open Badges 3.0 §8.2).';
  if (textOf(jti) === undefined || jti !== document['id']) return 'The claim "jti" is the id of the credential.';
  if (textOf(sub) === undefined || subjects.length !== 1 || sub !== subjects[0]?.['id'])
    return 'The claim "sub" is the id of the one subject.';
  if (!from || seconds(dateOf(nbf)) !== seconds(from)) return 'The claim "nbf" is when the credential begins to hold.';
  return seconds(dateOf(exp)) === seconds(until) ? undefined : 'The claim "exp" is when the credential ends.';
}
