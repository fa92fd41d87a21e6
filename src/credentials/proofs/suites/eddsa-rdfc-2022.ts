import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { ed25519 } from '../../keys/algorithms/ed25519.ts';
import { overRdf } from './data-integrity-proof.ts';

/** RDFC-1.0 of the library, which every suite over RDF works with. Only for `guarded.ts`. */
export const unguardedCanonize: typeof cryptosuite.canonize = (input, options) => cryptosuite.canonize(input, options);

export const eddsaRdfc2022 = overRdf(cryptosuite, {
  keys: [ed25519],
  clause: 'Data Integrity EdDSA Cryptosuites 1.0 §2.1.1',
});
