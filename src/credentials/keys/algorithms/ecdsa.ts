import { p256 as curve256, p384 as curve384 } from '@noble/curves/nist.js';
import { base64url, type Bytes, fromBase64url } from '../../document/encoding.ts';
import type { KeyAlgorithm, PublicJwk } from './algorithm.ts';

type Curve = Readonly<{
  /** As JOSE, WebCrypto and signing keys name it. */
  name: 'P-256' | 'P-384';
  multicodec: readonly [number, number];
  /** Bytes of a coordinate. */
  length: number;
  jose: string;
  hash: 'SHA-256' | 'SHA-384';
  points: typeof curve256;
}>;

/**
 * A point as a Multikey has it is x with the parity of y; WebCrypto and JOSE want both. Not every WebCrypto takes the
 * short form, and none works the point out without being waited for, so the library for curves does it. It throws
 * where there is no such point.
 */
const uncompressed = ({ points }: Curve, publicKey: Bytes): Bytes =>
  new Uint8Array(points.Point.fromBytes(publicKey).toBytes(false));
const compressed = ({ points }: Curve, point: Bytes): Bytes =>
  new Uint8Array(points.Point.fromBytes(point).toBytes(true));

function toJwk(curve: Curve, publicKey: Bytes): PublicJwk | undefined {
  try {
    const point = uncompressed(curve, publicKey);
    const [x, y] = [point.subarray(1, 1 + curve.length), point.subarray(1 + curve.length)];
    return { kty: 'EC', crv: curve.name, x: base64url(x), y: base64url(y) };
  } catch {
    return undefined;
  }
}

function fromJwk(curve: Curve, { x, y }: Readonly<{ x?: unknown; y?: unknown }>): Bytes | undefined {
  if (typeof x !== 'string' || typeof y !== 'string') return undefined;
  try {
    // RFC 7518 §6.2.1.2: always as many bytes as the curve has.
    const [across, up] = [fromBase64url(x), fromBase64url(y)];
    if (across.length !== curve.length || up.length !== curve.length) return undefined;
    return compressed(curve, Uint8Array.from([4, ...across, ...up]));
  } catch {
    return undefined;
  }
}

function ecdsa(curve: Curve): KeyAlgorithm {
  const { name, multicodec, length, jose, hash } = curve;
  const key = { name: 'ECDSA', namedCurve: name };
  const signing = { name: 'ECDSA', hash };
  return {
    id: name,
    multicodec,
    publicKeyLength: length + 1,
    signatureLength: 2 * length,
    jose,
    hash,
    jwk: { kty: 'EC', crv: name },
    toJwk: (publicKey) => toJwk(curve, publicKey),
    fromJwk: (members) => fromJwk(curve, members),
    generate: () => crypto.subtle.generateKey(key, true, ['sign', 'verify']),
    importPrivateKey: (pkcs8) => crypto.subtle.importKey('pkcs8', pkcs8, key, false, ['sign']),
    importPublicKey: async (publicKey) =>
      crypto.subtle.importKey('raw', uncompressed(curve, publicKey), key, false, ['verify']),
    exportPublicKey: async (publicKey) =>
      compressed(curve, new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
    sign: async (privateKey, data) => new Uint8Array(await crypto.subtle.sign(signing, privateKey, data)),
    verify: (publicKey, signature, data) => crypto.subtle.verify(signing, publicKey, signature, data),
  };
}

/** ECDSA over NIST P-256 with SHA-256: what EU wallets take. Each signature differs from the one before. */
export const p256 = ecdsa({
  name: 'P-256',
  multicodec: [0x80, 0x24],
  length: 32,
  jose: 'ES256',
  hash: 'SHA-256',
  points: curve256,
});

/** ECDSA over NIST P-384 with SHA-384. */
export const p384 = ecdsa({
  name: 'P-384',
  multicodec: [0x81, 0x24],
  length: 48,
  jose: 'ES384',
  hash: 'SHA-384',
  points: curve384,
});
