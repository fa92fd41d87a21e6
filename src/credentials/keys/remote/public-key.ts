import { isObject, type JsonObject } from '../../../domain/shared/json.ts';
import { type AskSigner, SignerError } from '../../../services/ports/remote-signing.ts';
import { type Bytes, fromBase64 } from '../../document/encoding.ts';
import { type KeyAlgorithm, keyAlgorithm } from '../algorithms/index.ts';
import { encodeMultikey } from '../multikey.ts';
import type { RemoteKey } from './remote-key.ts';
import { transitPath, transitTypes } from './transit.ts';

export type FoundKey = Readonly<{ key: RemoteKey; publicKey: string }>;

const pem = /^-----BEGIN PUBLIC KEY-----\s([A-Za-z0-9+/=\s]+)\s-----END PUBLIC KEY-----\s*$/;

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in PEM for elliptic curves, the bare bytes of an Ed25519 key. */
async function bytesOf(text: string, algorithm: KeyAlgorithm): Promise<Bytes> {
  const body = pem.exec(text)?.[1];
  if (body === undefined) return fromBase64(text);
  const { kty, crv } = algorithm.jwk;
  const parameters = kty === 'EC' ? { name: 'ECDSA', namedCurve: crv } : crv;
  const key = await crypto.subtle.importKey('spki', fromBase64(body.replace(/\s/g, '')), parameters, true, ['verify']);
  return algorithm.exportPublicKey(key);
}

async function multikeyOf(text: unknown, algorithm: KeyAlgorithm): Promise<string | undefined> {
  if (typeof text !== 'string' || text.length > 1_000) return undefined;
  const bytes = await bytesOf(text, algorithm).catch(() => undefined);
  const isKey = bytes?.length === algorithm.publicKeyLength && algorithm.toJwk(bytes) !== undefined;
  return isKey ? encodeMultikey({ algorithm, bytes }) : undefined;
}

const member = (value: unknown, name: string): JsonObject => {
  const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return isObject(found) ? found : {};
};

/**
 * The newest version of a key of the signer, or the one that is asked for. Undefined where it has no such key, or one
 * of another kind: a derived key too, which has no public key of its own.
 */
export async function askPublicKey(
  ask: AskSigner,
  { name, version, algorithm }: Readonly<{ name: string; version?: number; algorithm: string }>,
  signal: AbortSignal,
): Promise<FoundKey | undefined> {
  const wanted = transitTypes[algorithm]?.type;
  const answer = await ask({ method: 'GET', path: transitPath('keys', name) }, signal).catch((error: unknown) => {
    if (error instanceof SignerError && error.status === 404) return undefined;
    throw error;
  });
  if (answer === undefined) return undefined;
  const data = member(answer, 'data');
  const chosen = version ?? data['latest_version'];
  if (typeof chosen !== 'number' || !Number.isInteger(chosen) || chosen < 1) throw new SignerError('unreadable');
  if (data['type'] !== wanted) return undefined;
  const { public_key } = member(member(data, 'keys'), String(chosen));
  const publicKey = await multikeyOf(public_key, keyAlgorithm(algorithm));
  return publicKey === undefined ? undefined : { key: { name, version: chosen }, publicKey };
}
