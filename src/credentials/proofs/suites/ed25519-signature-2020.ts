import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { ed25519 } from '../../keys/algorithms/ed25519.ts';
import { signatureForm } from './signature-form.ts';
import { type Comparing, type Suite, UnsupportedBySuite } from './suite.ts';

const id = 'Ed25519Signature2020';

/** It says nothing of the direction of text, so no two libraries agree on what a document with one says. */
const direction = '<https://www.w3.org/ns/i18n#';

function verifying({ canonize, compare, algorithm }: Comparing): LibraryProof {
  const proof = new Ed25519Signature2020({
    verifier: { id, algorithm, verify: ({ data, signature }) => compare(signature, data) },
  });
  proof.canonize = async (input, options) => {
    const text = await canonize(input, { documentLoader: options.documentLoader });
    if (text.includes(direction)) throw new UnsupportedBySuite(`${id} does not cover the direction of text.`);
    return text;
  };
  return proof;
}

/** Data Integrity says nothing of proofs of this type, so one that has no signature is not refused by form. */
const isNoSignature = signatureForm([ed25519]);

/** Before Data Integrity; some wallets present with it. Never made here. */
export const ed25519Signature2020: Suite = {
  type: id,
  id,
  signs: 'rdf',
  keys: [ed25519],
  clause: 'Data Integrity EdDSA Cryptosuites 1.0 §2.1.1',
  takesChains: true,
  isCostly: false,
  formOf: (value) =>
    isNoSignature(value) && { unsupported: `A proof of the type ${id} without a signature is not checked.` },
  verifying,
};
