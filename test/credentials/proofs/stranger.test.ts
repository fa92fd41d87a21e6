import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { addresses, copy, createFixture, did, now, slug, type Fixture } from '../fixture.ts';

/** Someone else's verifier, which knows of us only what anyone can fetch. */
const verifyElsewhere = (fixture: Fixture, credential: unknown) => {
  const bundled = createDocumentLoader(addresses);
  const documentLoader = (url: string) => {
    const document = fixture.outside.get(url.startsWith(did) ? addresses.didDocument(slug) : url);
    if (document === undefined) return bundled(url);
    const json = JSON.parse(document) as { '@context': unknown; verificationMethod?: { id: string }[] };
    const method = json.verificationMethod?.find(({ id }) => id === url);
    return Promise.resolve({
      documentUrl: url,
      document: method ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : json,
    });
  };
  return vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    checkStatus: () => ({ verified: true }),
    now,
  });
};

test('@digitalbazaar/vc verifies what we sign, and refuses it changed', async () => {
  const fixture = await createFixture();
  expect(await verifyElsewhere(fixture, copy(fixture.credential))).toMatchObject({ verified: true });
  const changed = copy(fixture.credential);
  changed.credentialSubject.achievement.eqfLevel = 'http://data.europa.eu/snb/eqf/8';
  expect(await verifyElsewhere(fixture, changed)).toMatchObject({ verified: false });
});

test('@digitalbazaar/vc verifies our status lists', async () => {
  const fixture = await createFixture();
  for (const [url, text] of fixture.outside) {
    if (url.includes('/status/'))
      expect(await verifyElsewhere(fixture, JSON.parse(text))).toMatchObject({ verified: true });
  }
});
