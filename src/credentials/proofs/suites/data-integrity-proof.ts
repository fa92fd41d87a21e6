import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import type { KeyAlgorithm } from '../../keys/algorithms/index.ts';
import { signatureForm } from './signature-form.ts';
import type { Comparing, Signing, Suite } from './suite.ts';

// The only file that knows the Data Integrity library: it mutates what it is given, so it gets copies, and it knows
// neither proof chains nor purposes nor whose key it is, which verification/checks/proofs.ts checks.

export const type = 'DataIntegrityProof';

/** What a cryptosuite does without us. */
export const withCryptosuite = (cryptosuite: LibraryCryptosuite | SelectiveCryptosuite) =>
  new DataIntegrityProof({ cryptosuite });

/** A proof of the library that compares signatures with our key. */
export function comparingWith(cryptosuite: LibraryCryptosuite, { algorithm, compare }: Comparing): LibraryProof {
  const verifier: LibraryVerifier = { algorithm, verify: ({ data, signature }) => compare(signature, data) };
  return withCryptosuite({ ...cryptosuite, createVerifier: () => Promise.resolve(verifier) });
}

export const signingWith = (cryptosuite: LibraryCryptosuite, { signer, date }: Signing): LibraryProof =>
  new DataIntegrityProof({ cryptosuite, signer, date });

type Row = Readonly<{ keys: readonly KeyAlgorithm[]; clause: string }>;

const simple = { type, takesChains: true, isCostly: false };

/** A suite whose one signature covers canonical RDF. */
export const overRdf = (cryptosuite: LibraryCryptosuite, { keys, clause }: Row): Suite => ({
  ...simple,
  id: cryptosuite.name,
  signs: 'rdf',
  keys,
  clause,
  formOf: signatureForm(keys),
  verifying: (parts) => comparingWith({ ...cryptosuite, canonize: parts.canonize }, parts),
  signing: (parts) => signingWith({ ...cryptosuite, canonize: parts.canonize }, parts),
});

type JsonSuites = Readonly<{
  createSignCryptosuite(): LibraryCryptosuite;
  createVerifyCryptosuite(): LibraryCryptosuite;
}>;

/** A suite whose one signature covers canonical JSON (RFC 8785). Each half of its package refuses the other's work. */
export const overJson = (suites: JsonSuites, { keys, clause }: Row): Suite => ({
  ...simple,
  id: suites.createVerifyCryptosuite().name,
  signs: 'json',
  keys,
  clause,
  formOf: signatureForm(keys),
  verifying: (parts) => comparingWith(suites.createVerifyCryptosuite(), parts),
  signing: (parts) => signingWith(suites.createSignCryptosuite(), parts),
});
