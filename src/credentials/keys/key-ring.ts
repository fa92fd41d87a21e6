import { LRUCache } from 'lru-cache';
import type { Signer, SigningKey } from '../../services/ports/index.ts';
import { SignerError } from '../../services/ports/remote-signing.ts';
import { base64url, fromBase64url, utf8, type Bytes } from '../document/encoding.ts';
import type { NativeCrypto } from '../canonical/native-crypto.ts';
import { keyAlgorithm } from './algorithms/index.ts';
import { isSignedWith } from './held-keys.ts';
import { decodeMultikey, encodeMultikey } from './multikey.ts';

const cacheSize = 64;
const nonceLength = 12;

/** Ties the encrypted key to its owner: a row copied to another institution or id does not open. */
const boundTo = (institutionId: string, id: string): Bytes => utf8(JSON.stringify([institutionId, id]));

/** A private key that is open: signs at once where the runtime can, and without telling anybody the key. */
type Held = (data: Bytes) => Bytes | Promise<Bytes>;

async function openPrivateKey(key: SigningKey, pkcs8: ArrayBuffer, native: NativeCrypto | undefined): Promise<Held> {
  if (native) return native.openPrivateKey(key.algorithm, pkcs8);
  const algorithm = keyAlgorithm(key.algorithm);
  const opened = await algorithm.importPrivateKey(pkcs8);
  return (data) => algorithm.sign(opened, data);
}

const anything = utf8('Whether the two halves of a key belong together.');

/** What is stored beside one another may not belong together; whoever signs with a held key trusts that it does. */
async function compare(key: SigningKey, held: Held): Promise<void> {
  const publicKey = decodeMultikey(key.publicKey);
  if (publicKey && (await isSignedWith(publicKey, await held(anything), anything))) return;
  throw new SignerError('false-signature', { key });
}

/**
 * The signer at hand: creates keys and signs with them. Private keys leave it only encrypted (AES-256-GCM).
 * `keyEncryptionKey` is 32 bytes; throws for any other length.
 */
export function createKeyRing(keyEncryptionKey: Uint8Array, native?: NativeCrypto): Signer {
  if (keyEncryptionKey.length !== 32) throw new Error('The key-encryption key must be 32 bytes long.');
  const raw = new Uint8Array(keyEncryptionKey);
  // Keys are held and not promises of them: in a Worker what one request began never ends for another where it is cut off.
  let imported: CryptoKey | undefined;
  const wrappingKey = async () =>
    (imported ??= await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']));
  const opened = new LRUCache<string, Held>({ max: cacheSize });

  const wrap = async (institutionId: string, id: string, privateKey: ArrayBuffer): Promise<string> => {
    const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
    const parameters = { name: 'AES-GCM', iv, additionalData: boundTo(institutionId, id) };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, await wrappingKey(), privateKey));
    return `v1.${base64url(iv)}.${base64url(sealed)}`;
  };

  const unwrap = async (key: SigningKey): Promise<Held> => {
    const [version, iv, sealed] = key.wrapped.split('.');
    if (version !== 'v1' || !iv || !sealed)
      throw new Error(`Signing key ${key.id} is stored in a form this version does not know.`);
    const parameters = { name: 'AES-GCM', iv: fromBase64url(iv), additionalData: boundTo(key.institutionId, key.id) };
    const privateKey = await crypto.subtle.decrypt(parameters, await wrappingKey(), fromBase64url(sealed)).catch(() => {
      // The cause says nothing more, and nothing of it should reach a log.
      throw new Error(
        `Signing key ${key.id} cannot be opened: the key-encryption key is not the one it was stored with.`,
      );
    });
    const held = await openPrivateKey(key, privateKey, native);
    await compare(key, held);
    return held;
  };

  /** Importing costs more than signing, and an issuing run uses one key for thousands of signatures. */
  const open = async (key: SigningKey): Promise<Held> => {
    // All that `unwrap` goes by: bound to another owner it does not open, and another public half is not its own.
    const name = JSON.stringify([key.institutionId, key.id, key.algorithm, key.publicKey, key.wrapped]);
    const known = opened.get(name);
    if (known) return known;
    const found = await unwrap({ ...key });
    opened.set(name, found);
    return found;
  };

  return {
    async createKey(institutionId, id, algorithmId, createdAt, purpose = 'credentials') {
      const algorithm = keyAlgorithm(algorithmId);
      const pair = await algorithm.generate();
      const bytes = await algorithm.exportPublicKey(pair.publicKey);
      const wrapped = await wrap(institutionId, id, await crypto.subtle.exportKey('pkcs8', pair.privateKey));
      return {
        id,
        institutionId,
        algorithm: algorithm.id,
        purpose,
        signer: 'local',
        publicKey: encodeMultikey({ algorithm, bytes }),
        wrapped,
        createdAt,
      };
    },
    async importKey(institutionId, id, { algorithm, publicKey, pkcs8 }, createdAt) {
      const wrapped = await wrap(institutionId, id, pkcs8);
      return { id, institutionId, algorithm, purpose: 'seal', signer: 'local', publicKey, wrapped, createdAt };
    },
    opens: (key) =>
      open(key).then(
        () => true,
        () => false,
      ),
    sign: async (key, data) => (await open(key))(data),
    signHeld: async (key, data) => (await open(key))(data),
  };
}
