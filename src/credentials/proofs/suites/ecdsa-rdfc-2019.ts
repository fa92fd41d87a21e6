import { cryptosuite } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { p256, p384 } from '../../keys/algorithms/ecdsa.ts';
import { overRdf } from './data-integrity-proof.ts';

/** The key says which hash is taken, within canonicalization too. */
export const ecdsaRdfc2019 = overRdf(cryptosuite, {
  keys: [p256, p384],
  clause: 'Data Integrity ECDSA Cryptosuites 1.0 §2.1.1',
});
