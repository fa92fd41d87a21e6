import * as base58 from 'base58-universal';
import type { KeyAlgorithm } from '../../keys/algorithms/index.ts';
import type { ProofForm } from './suite.ts';

/** Base58-btc with its prefix. Looked at before it is decoded: decoding takes time that grows with the square of the length. */
const multibase = /^z[1-9A-HJ-NP-Za-km-z]{64,132}$/;

/** `proofValue` where it is one signature: base58-btc, and as long as one by a key of these kinds. */
export const signatureForm =
  (keys: readonly KeyAlgorithm[]) =>
  (value: unknown): ProofForm | undefined => {
    const length = typeof value === 'string' && multibase.test(value) ? base58.decode(value.slice(1)).length : 0;
    return keys.some(({ signatureLength }) => signatureLength === length)
      ? undefined
      : { fault: 'it has no base58 proofValue of the length of a signature.' };
  };
