import * as cryptosuites from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { ed25519 } from '../../keys/algorithms/ed25519.ts';
import { overJson } from './data-integrity-proof.ts';

export const eddsaJcs2022 = overJson(cryptosuites, {
  keys: [ed25519],
  clause: 'Data Integrity EdDSA Cryptosuites 1.0 §2.1.1',
});
