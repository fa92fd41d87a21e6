import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { fromBase64url } from '../../document/encoding.ts';
import { keyAlgorithms } from '../../keys/algorithms/index.ts';

/** The members of a public key that say which key it is (RFC 7638 §3.2), in one order, and nothing else. */
export type PublicJoseKey = Readonly<{ alg: string; jwk: Readonly<Record<string, string>> }>;

/** One value of `alg` (RFC 7518 §3.1, RFC 8037 §3.1) that is checked here. */
type JoseAlgorithm = Readonly<{
  alg: string;
  /** How a JSON Web Key says that it is for this algorithm. */
  isFor(jwk: JsonObject): boolean;
  /** The key itself; undefined for what is none, or one that is not taken. */
  read(jwk: JsonObject): PublicJoseKey['jwk'] | undefined;
}>;

const ofKeys = keyAlgorithms.map((algorithm): JoseAlgorithm => ({
  alg: algorithm.jose,
  isFor: ({ kty, crv }) => kty === algorithm.jwk.kty && crv === algorithm.jwk.crv,
  read(jwk) {
    const bytes = algorithm.fromJwk(jwk);
    const own = bytes && algorithm.toJwk(bytes);
    return own && { ...own };
  },
}));

/** RFC 7518 §3.3 wants 2048 bits at least; nobody has a use for more than 8192, and checking takes long with those. */
const rsaBytes = { least: 256, most: 1024 } as const;
const longestExponent = 4;

function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || value.length > 2 * rsaBytes.most) return undefined;
  try {
    const bytes = fromBase64url(value);
    // RFC 7518 §2, Base64urlUInt: no leading zeros.
    return bytes.length > 0 && bytes[0] !== 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Open Badges 3.0 §8.2 names it as what everyone takes. Its keys are those of others: nothing here signs with one. */
const rs256: JoseAlgorithm = {
  alg: 'RS256',
  isFor: ({ kty }) => kty === 'RSA',
  read({ n, e }) {
    const [modulus, exponent] = [bytesOf(n), bytesOf(e)];
    if (!modulus || !exponent || exponent.length > longestExponent) return undefined;
    const bits = 8 * modulus.length - Math.clz32(modulus[0] ?? 0) + 24;
    const fits = bits >= 8 * rsaBytes.least && modulus.length <= rsaBytes.most;
    return fits ? { kty: 'RSA', n: String(n), e: String(e) } : undefined;
  },
};

/** Every signature algorithm that is read in a JWS; nothing else lists them. */
export const joseAlgorithms: readonly JoseAlgorithm[] = [...ofKeys, rs256];

export const isReadAlgorithm = (alg: string): boolean => joseAlgorithms.some((algorithm) => algorithm.alg === alg);

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** RFC 7517 §4: what a key says that it is for. */
const isForChecking = ({ use, key_ops: operations, alg }: JsonObject, wanted: string): boolean =>
  (use === undefined || use === 'sig') &&
  (operations === undefined || (Array.isArray(operations) && operations.includes('verify'))) &&
  (alg === undefined || alg === wanted);

/** Why it is none, in words that continue "The key …". `isUnread`: of a kind that says nothing against whoever names it. */
export type NoJoseKey = Readonly<{ why: string; isUnread: boolean }>;

const none = (why: string): NoJoseKey => ({ why, isUnread: false });

/**
 * A public JSON Web Key that signatures of its kind can be checked with. A key with a private half in it is refused: it is
 * nobody's any more.
 */
export function readJoseKey(jwk: unknown): PublicJoseKey | NoJoseKey {
  if (!isObject(jwk)) return none('is no JSON Web Key.');
  if (privateMembers.some((name) => jwk[name] !== undefined)) return none('tells its secret half.');
  const algorithm = joseAlgorithms.find(({ isFor }) => isFor(jwk));
  if (!algorithm) return { why: 'is of a kind that is not read here.', isUnread: true };
  if (!isForChecking(jwk, algorithm.alg)) return none(`is not one to check signatures of ${algorithm.alg} with.`);
  const read = algorithm.read(jwk);
  return read ? { alg: algorithm.alg, jwk: read } : none(`is no ${algorithm.alg} key that is taken here.`);
}

export const isSameKey = (one: PublicJoseKey, other: PublicJoseKey): boolean =>
  one.alg === other.alg && JSON.stringify(one.jwk) === JSON.stringify(other.jwk);
