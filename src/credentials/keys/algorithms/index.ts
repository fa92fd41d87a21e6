import type { KeyAlgorithm } from './algorithm.ts';
import { p256, p384 } from './ecdsa.ts';
import { ed25519 } from './ed25519.ts';

export type { KeyAlgorithm, PublicJwk, PublicKey } from './algorithm.ts';

/** Every kind of key that signs and is read here; nothing else lists them. */
export const keyAlgorithms: readonly KeyAlgorithm[] = [ed25519, p256, p384];

/** Throws for one that is in no row: what is stored is never signed with a key that this version does not know. */
export function keyAlgorithm(id: string): KeyAlgorithm {
  const found = keyAlgorithms.find((algorithm) => algorithm.id === id);
  if (found) return found;
  throw new Error(`This version knows no key algorithm ${id}.`);
}
