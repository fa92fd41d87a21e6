import type { Signer, SigningKey } from '../../services/ports/index.ts';
import { SignerError } from '../../services/ports/remote-signing.ts';
import type { Bytes } from '../document/encoding.ts';
import { isSignedWith } from './held-keys.ts';
import { decodeMultikey } from './multikey.ts';

/**
 * Signs, and checks the signature with the public key that everyone will check it with before anybody gets it. Costs
 * one verification of the signed bytes, a digest of 64 bytes for a data integrity proof: no document is read again.
 */
export async function signChecked(
  signer: Pick<Signer, 'sign'>,
  key: SigningKey,
  data: Bytes,
  signal: AbortSignal,
): Promise<Bytes> {
  const signature = await signer.sign(key, data, signal);
  const publicKey = decodeMultikey(key.publicKey);
  if (publicKey && (await isSignedWith(publicKey, signature, data))) return signature;
  throw new SignerError('false-signature', { key });
}
