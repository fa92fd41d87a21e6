import * as cryptosuites from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { p256, p384 } from '../../keys/algorithms/ecdsa.ts';
import { overJson } from './data-integrity-proof.ts';

export const ecdsaJcs2019 = overJson(cryptosuites, {
  keys: [p256, p384],
  clause: 'Data Integrity ECDSA Cryptosuites 1.0 §2.1.1',
});
