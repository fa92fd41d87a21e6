import type { Bytes } from '../document/encoding.ts';
import type { KeyAlgorithm } from '../keys/algorithms/index.ts';

export type HashName = KeyAlgorithm['hash'];

export interface HashState {
  update(text: string): HashState;
  copy(): HashState;
  digest(): Bytes;
}

/**
 * Crypto of the runtime that gives its answer at once: with it a signature costs a third of what WebCrypto's costs with its
 * threads. Not there in browsers and Workers, which use WebCrypto.
 */
export type NativeCrypto = Readonly<{
  hash(name: HashName): HashState;
  /** A private key that is held open; what it signs is in the form that its algorithm has elsewhere here. */
  openPrivateKey(algorithm: string, pkcs8: ArrayBuffer): (data: Bytes) => Bytes;
}>;
