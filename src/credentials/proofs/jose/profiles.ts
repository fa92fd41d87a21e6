import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { asList, idOf, typesOf } from '../../document/values.ts';
import type { KeyPurpose } from '../../keys/controller.ts';
import type { Jws } from './jws.ts';
import { claimsFault, openBadgeClaimsFault } from './claims.ts';

/** A way to put a document into a JWT: what its header and claims have to be. */
export type JwtProfile = Readonly<{
  id: 'vc+jwt' | 'vp+jwt' | 'open-badge';
  /** `typ` of what is signed here. */
  typ: string;
  cty?: string;
  /** What the signing key must be listed for. */
  purpose: KeyPurpose;
  /** The member that names who signs. */
  signer: 'issuer' | 'holder';
  /** Whether `jwk` in the header is read. */
  readsJwk: boolean;
  /** What may stand in a header; undefined for anything. */
  header?: readonly string[];
  /** What its claims break, if anything. */
  fault(jws: Jws): string | undefined;
}>;

/** Securing Verifiable Credentials using JOSE and COSE §3.1.1: the payload is the document. */
const vcJwt: JwtProfile = {
  id: 'vc+jwt',
  typ: 'vc+jwt',
  cty: 'vc',
  purpose: 'assertionMethod',
  signer: 'issuer',
  readsJwk: false,
  fault: claimsFault,
};

/** The same for presentations, §3.1.2. */
const vpJwt: JwtProfile = {
  ...vcJwt,
  id: 'vp+jwt',
  typ: 'vp+jwt',
  cty: 'vp',
  purpose: 'authentication',
  signer: 'holder',
};

/** Open Badges 3.0 §8.2, JSON Web Token Proof Format: a closed header, and claims that repeat the credential. */
const openBadge: JwtProfile = {
  id: 'open-badge',
  typ: 'JWT',
  purpose: 'assertionMethod',
  signer: 'issuer',
  readsJwk: true,
  header: ['alg', 'kid', 'jwk', 'typ'],
  fault: openBadgeClaimsFault,
};

/** Every profile that is signed and checked; nothing else lists them. */
export const jwtProfiles = { 'vc+jwt': vcJwt, 'vp+jwt': vpJwt, 'open-badge': openBadge } as const satisfies Readonly<
  Record<JwtProfile['id'], JwtProfile>
>;

/** Media types have no case, and those of `typ` may leave "application/" out (RFC 7515 §4.1.9). */
export const shortMediaType = (type: string): string => type.toLowerCase().replace(/^application\/(?=[^/]*$)/, '');

const isOpenBadge = (document: JsonObject): boolean =>
  asList(document['@context']).some((url) => /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\//.test(String(url)));

/** They are there in the Open Badges profile alone; where `typ` is left out they tell the two apart. */
const repeatsCredential = ({ jti, nbf, sub }: JsonObject): boolean =>
  [jti, nbf, sub].some((claim) => claim !== undefined);

function profileByContent(payload: JsonObject, isJwt: boolean): JwtProfile | undefined {
  const types = typesOf(payload);
  if (types.includes('VerifiablePresentation')) return isJwt ? undefined : vpJwt;
  if (isOpenBadge(payload) && (isJwt || repeatsCredential(payload))) return openBadge;
  return types.includes('VerifiableCredential') && !isJwt ? vcJwt : undefined;
}

/** Which profile a JWS follows: its `typ` says so (RFC 8725 §3.11), or what it holds where it has none. */
export function profileOf({ header: { typ }, payload }: Jws): JwtProfile | undefined {
  if (typ === undefined) return profileByContent(payload, false);
  if (typeof typ !== 'string') return undefined;
  const named = Object.values(jwtProfiles).find((profile) => profile.typ.toLowerCase() === shortMediaType(typ));
  return named === openBadge ? profileByContent(payload, true) : named;
}

/** A credential or presentation of VC Data Model 1.1 in a claim of its own (VCDM 1.1 §6.3.1). */
export const claimOf1 = ({ payload }: Jws): 'vc' | 'vp' | undefined =>
  (['vc', 'vp'] as const).find((name) => isObject(payload[name]));

export const signerNamed = (profile: JwtProfile, document: JsonObject): string | undefined =>
  idOf(document[profile.signer]);
