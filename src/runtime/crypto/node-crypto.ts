import { createHash, createPrivateKey, type Hash, sign } from 'node:crypto';
import type { HashState, NativeCrypto } from '../../credentials/index.ts';

const hashOf: Readonly<Record<string, string | null>> = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384' };
const nameOf = { 'SHA-256': 'sha256', 'SHA-384': 'sha384' } as const;

/** How node:crypto is told of a key of this algorithm. Throws for one that it is not asked for here. */
function digestFor(algorithm: string): string | null {
  const name = hashOf[algorithm];
  if (name === undefined) throw new Error(`Keys of ${algorithm} are not opened here.`);
  return name;
}

const stateOf = (hash: Hash): HashState => {
  const state: HashState = {
    update(text) {
      hash.update(text);
      return state;
    },
    copy: () => stateOf(hash.copy()),
    digest: () => new Uint8Array(hash.digest()),
  };
  return state;
};

/** Signatures of ECDSA as r and s beside one another, as WebCrypto has them. */
export const nodeCrypto: NativeCrypto = {
  hash: (name) => stateOf(createHash(nameOf[name])),
  openPrivateKey(algorithm, pkcs8) {
    const digest = digestFor(algorithm);
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    if (digest === null) return (data) => new Uint8Array(sign(null, data, key));
    return (data) => new Uint8Array(sign(digest, data, { key, dsaEncoding: 'ieee-p1363' }));
  },
};
