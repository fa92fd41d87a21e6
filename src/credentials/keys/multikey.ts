import * as base58 from 'base58-universal';
import { keyAlgorithms, type PublicKey } from './algorithms/index.ts';

export const encodeMultikey = ({ algorithm, bytes }: PublicKey): string =>
  `z${base58.encode(Uint8Array.from([...algorithm.multicodec, ...bytes]))}`;

/** X25519, X448: keys that agree on secrets and sign nothing. */
const agreementCurves = ['X25519', 'X448'];
/** Multicodec header of an X25519 public key, and its length with it. */
const agreement = { multicodec: [0xec, 0x01], length: 34 } as const;

/** What a multikey says, its header included; undefined for a broken text. */
function decode(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !text.startsWith('z') || text.length > 100) return undefined;
  try {
    return base58.decode(text.slice(1));
  } catch {
    return undefined;
  }
}

const startsWith = (bytes: Uint8Array, [first, second]: readonly [number, number]) =>
  bytes[0] === first && bytes[1] === second;

/** A public key that can sign; undefined for another kind of key or a broken text. */
export function decodeMultikey(text: unknown): PublicKey | undefined {
  const bytes = decode(text);
  const algorithm =
    bytes &&
    keyAlgorithms.find(
      ({ multicodec, publicKeyLength }) => startsWith(bytes, multicodec) && bytes.length === publicKeyLength + 2,
    );
  if (!algorithm) return undefined;
  const key = { algorithm, bytes: new Uint8Array(bytes.subarray(2)) };
  // Bytes of the right length may still be no point of the curve.
  return algorithm.toJwk(key.bytes) && key;
}

export function isAgreementMultikey(text: unknown): boolean {
  const bytes = decode(text);
  return bytes !== undefined && bytes.length === agreement.length && startsWith(bytes, agreement.multicodec);
}

type Jwk = Readonly<{ kty?: unknown; crv?: unknown; x?: unknown; y?: unknown; d?: unknown }>;

/** As `decodeMultikey`, for `publicKeyJwk`. One that holds a private member is refused. */
export function decodeJwk(jwk: unknown): PublicKey | undefined {
  const { kty, crv, x, y, d } = (jwk ?? {}) as Jwk;
  const algorithm = keyAlgorithms.find((one) => one.jwk.kty === kty && one.jwk.crv === crv);
  if (!algorithm || d !== undefined) return undefined;
  const bytes = algorithm.fromJwk({ x, y });
  return bytes && { algorithm, bytes };
}

export const isAgreementJwk = (jwk: unknown): boolean => agreementCurves.includes(String((jwk as Jwk | null)?.crv));
