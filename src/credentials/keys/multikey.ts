import * as base58 from 'base58-universal';
import { fromBase64url, type Bytes } from '../document/encoding.ts';

/** Multicodec header of an Ed25519 public key (Multikey, Controlled Identifiers 1.0 §2.2.2). */
const header = [0xed, 0x01];

export const encodeMultikey = (publicKey: Uint8Array): string =>
  `z${base58.encode(Uint8Array.from([...header, ...publicKey]))}`;

/** Multicodec header of an X25519 public key. */
const agreementHeader = [0xec, 0x01];

/** The 32 bytes of a key behind this header; undefined for another kind of key or a broken text. */
function decode(text: unknown, [first, second]: readonly number[]): Bytes | undefined {
  if (typeof text !== 'string' || !text.startsWith('z') || text.length > 100) return undefined;
  try {
    const bytes = base58.decode(text.slice(1));
    if (bytes.length !== 34 || bytes[0] !== first || bytes[1] !== second) return undefined;
    return new Uint8Array(bytes.subarray(2));
  } catch {
    return undefined;
  }
}

/** An Ed25519 public key. */
export const decodeMultikey = (text: unknown): Bytes | undefined => decode(text, header);

/** Whether it is an X25519 key, which agrees on secrets and signs nothing. */
export const isAgreementMultikey = (text: unknown): boolean => decode(text, agreementHeader) !== undefined;

type Jwk = Readonly<{ kty?: unknown; crv?: unknown; x?: unknown; d?: unknown }>;

/** As `decodeMultikey`, for `publicKeyJwk`. One that holds a private member is refused. */
export function decodeJwk(jwk: unknown): Bytes | undefined {
  const { kty, crv, x, d } = (jwk ?? {}) as Jwk;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || d !== undefined) return undefined;
  try {
    const bytes = fromBase64url(x);
    return bytes.length === 32 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

export const isAgreementJwk = (jwk: unknown): boolean => ['X25519', 'X448'].includes(String((jwk as Jwk | null)?.crv));
