import { isObject } from '../../../domain/shared/json.ts';
import { type AskSigner, type Marshaling, SignerError } from '../../../services/ports/remote-signing.ts';
import { base64, type Bytes, fromBase64, fromBase64url } from '../../document/encoding.ts';
import { type KeyAlgorithm, keyAlgorithm } from '../algorithms/index.ts';
import { fromDer } from './der-signature.ts';
import type { RemoteKey } from './remote-key.ts';

/**
 * The transit API of HashiCorp Vault and OpenBao, of which this much is taken: `GET transit/keys/NAME`, and
 * `POST transit/sign/NAME` with `input`, `key_version`, `marshaling_algorithm` and, for ECDSA, `hash_algorithm` and
 * `prehashed`. Not taken: batches, derived keys (`context`), RSA.
 */
export const transitPath = (verb: 'keys' | 'sign', name: string): string => `/v1/transit/${verb}/${name}`;

/** What the API calls the kinds of keys, and the hashes that it must be told of. */
export const transitTypes: Readonly<Record<KeyAlgorithm['id'], Readonly<{ type: string; hash?: string }>>> = {
  // It is given the whole message: Ed25519 has no form that takes a digest made beforehand (RFC 8032 §5.1).
  Ed25519: { type: 'ed25519' },
  'P-256': { type: 'ecdsa-p256', hash: 'sha2-256' },
  'P-384': { type: 'ecdsa-p384', hash: 'sha2-384' },
};

/** What to sign. Of ECDSA only the digest leaves this process, whatever the document says. */
async function inputOf(algorithm: KeyAlgorithm, data: Bytes): Promise<Readonly<Record<string, unknown>>> {
  const hash = transitTypes[algorithm.id]?.hash;
  if (hash === undefined) return { input: base64(data) };
  const digest = new Uint8Array(await crypto.subtle.digest(algorithm.hash, data));
  return { input: base64(digest), prehashed: true, hash_algorithm: hash };
}

/** `vault:v3:…`: which version signed, and its signature. */
const answered = /^vault:v([1-9]\d{0,8}):([A-Za-z0-9+/_=-]{1,400})$/;

function signatureIn(answer: unknown): Readonly<{ version: number; text: string }> {
  const data = isObject(answer) && isObject(answer['data']) ? answer['data'] : {};
  const [, version, text] = answered.exec(String(data['signature'])) ?? [];
  if (text === undefined) throw new SignerError('unreadable');
  return { version: Number(version), text };
}

/** As credentials have it (r and s beside one another for ECDSA); undefined for what is no signature of this kind. */
function decoded(text: string, algorithm: KeyAlgorithm, marshaling: Marshaling): Bytes | undefined {
  const isEcdsa = transitTypes[algorithm.id]?.hash !== undefined;
  try {
    if (isEcdsa && marshaling === 'asn1') return fromDer(fromBase64(text), algorithm.signatureLength);
    const raw = isEcdsa ? fromBase64url(text) : fromBase64(text);
    return raw.length === algorithm.signatureLength ? raw : undefined;
  } catch {
    return undefined;
  }
}

type Asked = Readonly<{ key: RemoteKey; algorithm: string; data: Bytes; marshaling: Marshaling }>;

/** One signature. Says nothing of whether it is right: that is for the public key to say. */
export async function askSignature(ask: AskSigner, asked: Asked, signal: AbortSignal): Promise<Bytes> {
  const { key, data, marshaling } = asked;
  const algorithm = keyAlgorithm(asked.algorithm);
  const input = await inputOf(algorithm, data);
  const body = { ...input, key_version: key.version, marshaling_algorithm: marshaling };
  const { version, text } = signatureIn(
    await ask({ method: 'POST', path: transitPath('sign', key.name), body }, signal),
  );
  if (version !== key.version) throw new SignerError('other-version');
  const signature = decoded(text, algorithm, marshaling);
  if (signature) return signature;
  throw new SignerError('unreadable');
}
