import { createDocumentLoader } from '../../../../src/credentials/contexts/document-loader.ts';
import { createControllers } from '../../../../src/credentials/keys/controller.ts';
import { createKeyRing } from '../../../../src/credentials/keys/key-ring.ts';
import { addProof, type ProofOptions, type ProofSigner } from '../../../../src/credentials/proofs/add-proof.ts';
import { withoutProofs } from '../../../../src/credentials/proofs/data-integrity.ts';
import { deriveDocument } from '../../../../src/credentials/proofs/derive.ts';
import type { Demands } from '../../../../src/credentials/proofs/demands.ts';
import { checkProofs } from '../../../../src/credentials/verification/checks/proofs.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, fetcherTo, keyEncryptionKey } from '../../fixture.ts';

export const loader = createDocumentLoader(addresses);
export const created = new Date('2026-03-10T09:00:00Z');
const ring = createKeyRing(keyEncryptionKey);

/** A new key under a did:key, so that no one has to be asked for it. */
export async function newSigner(algorithm: string): Promise<ProofSigner & { issuer: string }> {
  const key = await ring.createKey('i', 'k', algorithm, created);
  const issuer = `did:key:${key.publicKey}`;
  return {
    issuer,
    algorithm,
    verificationMethod: `${issuer}#${key.publicKey}`,
    sign: (data) => ring.sign(key, data, new AbortController().signal),
  };
}

/** A credential of ours by this issuer, in force since before the real time. */
export async function unsignedBy(issuer: string): Promise<JsonObject> {
  const document = copy((await createFixture()).unsigned);
  document.issuer.id = issuer;
  document.validFrom = '2026-03-10T09:00:00Z';
  return document;
}

export async function signedBy(algorithm: string, cryptosuite: string, more: Partial<ProofOptions> = {}) {
  const signer = await newSigner(algorithm);
  const pointers = cryptosuite === 'ecdsa-sd-2023' ? { mandatoryPointers: ['/issuer', '/validFrom'] } : {};
  const options = { cryptosuite, created, ...pointers, ...more };
  const unsigned = await unsignedBy(signer.issuer);
  return { signer, issuer: signer.issuer, credential: await addProof(unsigned, signer, options, loader) };
}

/** As `signedBy`, in the form in which it would be handed over for a check. */
export async function presentedBy(algorithm: string, cryptosuite: string, more: Partial<ProofOptions> = {}) {
  const signed = await signedBy(algorithm, cryptosuite, more);
  if (cryptosuite !== 'ecdsa-sd-2023') return signed;
  const selectivePointers = ['/credentialSubject', '/name'];
  return { ...signed, credential: await deriveDocument(signed.credential, { selectivePointers }, loader) };
}

export const proofsOf = (document: JsonObject) => [document['proof']].flat() as JsonObject[];

export const resultsOf = (document: JsonObject, demands: Demands = { purpose: 'assertionMethod' }) =>
  checkProofs(withoutProofs(document, loader), document['proof'], demands, {
    controllers: createControllers(addresses, fetcherTo(new Map())),
    loader,
  });
export const outcomes = async (document: JsonObject, demands?: Demands) =>
  (await resultsOf(document, demands)).map(({ outcome }) => outcome);
