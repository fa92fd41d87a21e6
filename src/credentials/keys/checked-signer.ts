import type { Signer, SigningKey } from '../../services/ports/index.ts';
import type { Bytes } from '../document/encoding.ts';
import { isSignedWith } from './held-keys.ts';
import { decodeMultikey } from './multikey.ts';

/** The signer gave something that the registered public key does not confirm: another key, or a fault on the way. */
export class FalseSignature extends Error {
  constructor(keyId: string) {
    super(`The signer returned a signature that key ${keyId} does not verify.`);
    this.name = 'FalseSignature';
  }
}

/**
 * Signs, and checks the signature with the public key that everyone will check it with before anybody gets it. Costs
 * one verification of the signed bytes, a digest of 64 bytes for a data integrity proof: no document is read again.
 */
export async function signChecked(signer: Signer, key: SigningKey, data: Bytes, signal: AbortSignal): Promise<Bytes> {
  const signature = await signer.sign(key, data, signal);
  const publicKey = decodeMultikey(key.publicKey);
  if (publicKey && (await isSignedWith(publicKey, signature, data))) return signature;
  throw new FalseSignature(key.id);
}
