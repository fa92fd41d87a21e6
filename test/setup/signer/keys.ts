import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';

type Ecdsa = Readonly<{ curve: 'P-256' | 'P-384'; of: typeof p256; length: number; hash: string }>;

const ecdsa: Readonly<Record<string, Ecdsa>> = {
  'ecdsa-p256': { curve: 'P-256', of: p256, length: 32, hash: 'sha2-256' },
  'ecdsa-p384': { curve: 'P-384', of: p384, length: 48, hash: 'sha2-384' },
};

export type HeldKey = Readonly<{ type: string; versions: KeyObject[] }>;

const rawOf = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

function newPrivateKey(type: string): KeyObject {
  const curve = ecdsa[type]?.curve;
  if (curve) return generateKeyPairSync('ec', { namedCurve: curve }).privateKey;
  if (type === 'ed25519') return generateKeyPairSync('ed25519').privateKey;
  throw new Error(`no key type ${type}`);
}

export const newKey = (type: string): HeldKey => ({ type, versions: [newPrivateKey(type)] });
export const rotate = ({ type, versions }: HeldKey): unknown => versions.push(newPrivateKey(type));

/** As the API shows a public key: PEM, and for Ed25519 the bare bytes. */
const shown = ({ type }: HeldKey, key: KeyObject): string =>
  type === 'ed25519'
    ? rawOf(key).toString('base64')
    : createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

export const describeKey = (name: string, held: HeldKey) => ({
  name,
  type: held.type,
  latest_version: held.versions.length,
  min_available_version: 0,
  supports_signing: true,
  keys: Object.fromEntries(
    held.versions.map((key, index) => [
      String(index + 1),
      { name: held.type, creation_time: '2026-01-01T00:00:00Z', public_key: shown(held, key) },
    ]),
  ),
});

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const hashed = (...parts: Uint8Array[]) => createHash('sha512').update(Buffer.concat(parts)).digest();

/** RFC 8032 §5.1.6 with a nonce that is drawn, as hardware does it: any two signatures of the same differ. */
function drawnEd25519(key: KeyObject, message: Uint8Array): Buffer {
  const { BASE, Fn } = ed25519.Point;
  const seed = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const { scalar } = ed25519.utils.getExtendedPublicKey(seed);
  const nonce = Fn.create(littleEndian(randomBytes(64)));
  const point = BASE.multiply(nonce).toBytes();
  const challenge = Fn.create(littleEndian(hashed(point, rawOf(key), message)));
  const s = Buffer.from(
    Fn.create(nonce + challenge * scalar)
      .toString(16)
      .padStart(64, '0'),
    'hex',
  ).reverse();
  return Buffer.concat([point, s]);
}

export type Body = Readonly<{
  input: string;
  key_version: number;
  prehashed?: boolean;
  hash_algorithm?: string;
  marshaling_algorithm?: string;
}>;

/** Draws anew until r has a high bit, where the form needs a zero before it. */
function drawn(of: typeof p256, digest: Uint8Array, secret: Uint8Array, needsHighBit: boolean): Uint8Array {
  for (;;) {
    const options = { prehash: false, lowS: false, extraEntropy: true, format: 'der' } as const;
    const der = of.sign(digest, secret, options);
    if (!needsHighBit || der[4] === 0) return der;
  }
}

/** Every signature is drawn anew. Throws for what is asked for wrongly. */
export function signatureOf({ type, versions }: HeldKey, body: Body, needsHighBit = false): string {
  const key = versions[body.key_version - 1];
  if (!key) throw new Error('no such version');
  const input = Buffer.from(body.input, 'base64');
  const { of, length, hash } = ecdsa[type] ?? {};
  if (!of || !length) return drawnEd25519(key, input).toString('base64');
  if (!body.prehashed || body.hash_algorithm !== hash || input.length !== length)
    throw new Error('this fake takes digests of the right length alone');
  const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const der = drawn(of, input, secret, needsHighBit);
  if (body.marshaling_algorithm !== 'jws') return Buffer.from(der).toString('base64');
  return Buffer.from(of.Signature.fromBytes(der, 'der').toBytes('compact')).toString('base64url');
}
