import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsaRdfc from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as eddsaRdfc from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalcredentials/vc';
import { describe, expect, test } from 'vitest';
import { contextUrls } from '../../../../src/credentials/contexts/document-loader.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { copy } from '../../fixture.ts';
import { loader, presentedBy } from './signed-by.ts';

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
    const { issuer, credential: shown } = await presentedBy(algorithm, cryptosuite.name);
    const { verified, error } = await verifyElsewhere(issuer, shown, cryptosuite);
    expect([verified, error?.errors ?? error]).toEqual([true, undefined]);
    const changed = copy(shown);
    changed.credentialSubject.learnerName = 'Någon Annan';
    expect(await verifyElsewhere(issuer, changed, cryptosuite)).toMatchObject({ verified: false });
  });
});
