import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsaRdfc from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as eddsaRdfc from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalcredentials/vc';
import { describe, expect, test } from 'vitest';
import { contextUrls, createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import { addProof } from '../../../src/credentials/proofs/add-proof.ts';
import { deriveDocument } from '../../../src/credentials/proofs/derive.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, keyEncryptionKey } from '../fixture.ts';

const loader = createDocumentLoader(addresses);
const created = new Date('2026-03-10T09:00:00Z');

/** A credential of ours, issued by a did:key so that no one has to be asked. */
async function signedBy(algorithm: string, cryptosuite: string) {
  const ring = createKeyRing(keyEncryptionKey);
  const key = await ring.createKey('i', 'k', algorithm, created);
  const issuer = `did:key:${key.publicKey}`;
  const document = copy((await createFixture()).unsigned);
  Object.assign(document.issuer, { id: issuer });
  document.validFrom = '2026-03-10T09:00:00Z';
  const signer = {
    algorithm,
    verificationMethod: `${issuer}#${key.publicKey}`,
    sign: (data: Uint8Array<ArrayBuffer>) => ring.sign(key, data, new AbortController().signal),
  };
  const pointers = cryptosuite === 'ecdsa-sd-2023' ? { mandatoryPointers: ['/issuer', '/validFrom'] } : {};
  const options = { cryptosuite, created, ...pointers };
  return { issuer, credential: await addProof(document as JsonObject, signer, options, loader) };
}

/** Another team's verifier, which looks keys up in its own way. */
function verifyElsewhere(
  issuer: string,
  credential: JsonObject,
  cryptosuite: LibraryCryptosuite | SelectiveCryptosuite,
) {
  const id = `${issuer}#${issuer.slice('did:key:'.length)}`;
  const method = { id, type: 'Multikey', controller: issuer, publicKeyMultibase: id.split('#')[1] };
  const documents: Readonly<Record<string, object>> = {
    [id]: { '@context': contextUrls.multikey, ...method },
    [issuer]: {
      '@context': [contextUrls.did, contextUrls.multikey],
      id: issuer,
      verificationMethod: [method],
      assertionMethod: [id],
    },
  };
  return verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: (url) =>
      url in documents
        ? Promise.resolve({ contextUrl: null, documentUrl: url, document: documents[url] })
        : loader(url),
    checkStatus: () => Promise.resolve({ verified: true }),
  });
}

describe('@digitalcredentials/vc verifies what we sign, and refuses it changed:', () => {
  test.each([
    ['Ed25519', eddsaRdfc.cryptosuite],
    ['Ed25519', eddsaJcs.createVerifyCryptosuite()],
    ['P-256', ecdsaRdfc.cryptosuite],
    ['P-384', ecdsaRdfc.cryptosuite],
    ['P-256', ecdsaJcs.createVerifyCryptosuite()],
    ['P-384', ecdsaJcs.createVerifyCryptosuite()],
    ['P-256', ecdsaSd.createVerifyCryptosuite()],
  ])('%s with $name', async (algorithm, cryptosuite) => {
    const { issuer, credential } = await signedBy(algorithm, cryptosuite.name);
    const shown =
      cryptosuite.name === 'ecdsa-sd-2023'
        ? await deriveDocument(credential, { selectivePointers: ['/credentialSubject'] }, loader)
        : credential;
    const { verified, error } = await verifyElsewhere(issuer, shown, cryptosuite);
    expect([verified, error?.errors ?? error]).toEqual([true, undefined]);
    const changed = copy(shown);
    changed.credentialSubject.learnerName = 'Någon Annan';
    expect(await verifyElsewhere(issuer, changed, cryptosuite)).toMatchObject({ verified: false });
  });
});
