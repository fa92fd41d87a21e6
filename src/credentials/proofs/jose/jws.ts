import type { JsonObject } from '../../../services/ports/index.ts';

/** A JWS in its compact form (RFC 7515 §7.1), read and not yet checked. */
export type Jws = Readonly<{ text: string; header: JsonObject; payload: JsonObject }>;

/** RFC 7519 §4.1, with what presentations (`nonce`) and keys of holders (`cnf`) add: they speak of the signature. */
const claimNames = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'nonce', 'cnf'] as const;
type ClaimName = (typeof claimNames)[number];

export type Claims = Readonly<Partial<Record<ClaimName, unknown>>>;

const isClaim = (name: string): boolean => (claimNames as readonly string[]).includes(name);
const membersOf = (payload: JsonObject, wanted: boolean): JsonObject =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => isClaim(name) === wanted));

export const claimsIn = ({ payload }: Jws): Claims => membersOf(payload, true);

/** What the payload says beside its claims: the document. */
export const documentIn = ({ payload }: Jws): JsonObject => membersOf(payload, false);

/** A NumericDate (RFC 7519 §2); undefined for anything else. */
export function dateOf(claim: unknown): Date | undefined {
  const date = typeof claim === 'number' ? new Date(claim * 1000) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
