import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { keyAlgorithms } from '../../../src/credentials/keys/algorithms/index.ts';
import { createControllers } from '../../../src/credentials/keys/controller.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { addresses, fetcherTo, keyEncryptionKey, slug, writer } from '../fixture.ts';

const loader = createDocumentLoader(addresses);
/** What the context of DIDs, which is not held here, says of the members of a document (DID Core 1.0 §B.1). */
const didTerms = {
  '@protected': true,
  id: '@id',
  type: '@type',
  verificationMethod: { '@id': 'https://w3id.org/security#verificationMethod', '@type': '@id' },
  assertionMethod: { '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id', '@container': '@set' },
};

describe('a DID document', () => {
  test.each(keyAlgorithms.map(({ id }) => id))('has each key of %s in two forms, which are read as one', async (id) => {
    const key = await createKeyRing(keyEncryptionKey).createKey('i', 'k', id, new Date(0));
    const revoked = { ...key, retiredAt: new Date(2), revokedAt: new Date(1) };
    const document = writer.composeDidDocument(slug, [revoked]);
    const outside = new Map([[addresses.didDocument(slug), JSON.stringify(document)]]);
    const controllers = createControllers(addresses, fetcherTo(outside));
    const found = await Promise.all(
      (document['assertionMethod'] as string[]).map((method) => controllers.findKey(method, 'assertionMethod')),
    );
    expect(found).toHaveLength(2);
    for (const one of found)
      expect(one).toMatchObject({
        publicKey: { algorithm: { id } },
        expires: new Date(300_000),
        revoked: new Date('1970-01-01T00:00:00Z'),
      });
  });

  test('is JSON-LD in which every member means something, and no seal stands in it', async () => {
    const ring = createKeyRing(keyEncryptionKey);
    const made = await Promise.all(
      keyAlgorithms.map(({ id }, index) => ring.createKey('i', `k${index}`, id, new Date(0))),
    );
    const seal = { ...(await ring.createKey('i', 'seal', 'P-256', new Date(0), 'seal')), certificates: 'PEM' };
    const ended = made.map((key) => ({ ...key, retiredAt: new Date(2), revokedAt: new Date(1) }));
    const document = writer.composeDidDocument(slug, [...ended, seal]);
    expect(JSON.stringify(document)).not.toContain(seal.publicKey);
    const { '@context': context, ...rest } = document;
    const quads = await canonical({ ...rest, '@context': [didTerms, ...(context as string[]).slice(1)] }, loader);
    for (const name of ['publicKeyMultibase', 'publicKeyJwk', 'controller', 'expiration', 'revoked'])
      expect(quads.split(`security#${name}>`)).toHaveLength(name.startsWith('publicKey') ? 4 : 7);
  });
});
