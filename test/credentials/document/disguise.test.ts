import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical, holds, withoutProofs } from '../../../src/credentials/proofs/data-integrity.ts';
import { decodeMultikey } from '../../../src/credentials/keys/multikey.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, slug } from '../fixture.ts';

const cred = 'https://www.w3.org/2018/credentials#';
const status = 'https://www.w3.org/ns/credentials/status#';
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';

/**
 * A holder rewrites a revoked, expired credential: same RDF, so the signature still holds, but what a reader of JSON
 * looks for has another name. Each of these passed a verifier that reads JSON and trusts the signature.
 */

const disguises: readonly [string, (document: any) => void][] = [
  [
    'the end under its absolute IRI',
    (document) => {
      document[`${cred}validUntil`] = { '@value': document.validUntil, '@type': dateTime };
      delete document.validUntil;
    },
  ],
  ['the end in a list', (document) => (document.validUntil = [document.validUntil])],
  [
    'the end as a typed value',
    (document) => (document.validUntil = { '@value': document.validUntil, '@type': dateTime }),
  ],
  [
    'the end under an alias of an inline context',
    (document) => {
      document['@context'].push({ until: { '@id': `${cred}validUntil`, '@type': dateTime } });
      document.until = document.validUntil;
      delete document.validUntil;
    },
  ],
  [
    'the status under its absolute IRI',
    (document) => {
      document[`${cred}credentialStatus`] = document.credentialStatus;
      delete document.credentialStatus;
    },
  ],
  [
    'the status under an alias of an inline context',
    (document) => {
      document['@context'].push({ state: { '@id': `${cred}credentialStatus`, '@type': '@id' } });
      document.state = document.credentialStatus;
      delete document.credentialStatus;
    },
  ],
  [
    'the status under an alias with a prefix',
    (document) => {
      document['@context'].push({ c: { '@id': cred, '@prefix': true } });
      document['c:credentialStatus'] = document.credentialStatus;
      delete document.credentialStatus;
    },
  ],
  [
    'the status in an included block',
    (document) => {
      document['@included'] = [
        { id: document.id, type: 'VerifiableCredential', credentialStatus: document.credentialStatus },
      ];
      delete document.credentialStatus;
    },
  ],
  [
    'the purpose under its absolute IRI',
    (document) => {
      for (const entry of document.credentialStatus) {
        entry[`${status}statusPurpose`] = entry.statusPurpose;
        entry.statusPurpose = undefined;
        delete entry.statusPurpose;
      }
    },
  ],
  [
    'the purpose under a context of the entry’s own',
    (document) => {
      for (const entry of document.credentialStatus) {
        entry['@context'] = { reason: `${status}statusPurpose` };
        entry.reason = entry.statusPurpose;
        delete entry.statusPurpose;
      }
    },
  ],
  [
    'the purpose in a list',
    (document) =>
      document.credentialStatus.forEach(
        (entry: { statusPurpose: unknown }) => (entry.statusPurpose = [entry.statusPurpose]),
      ),
  ],
];

describe('an expired and revoked credential, rewritten without breaking its signature', () => {
  const loader = createDocumentLoader(addresses);
  const revoked = async () => {
    const fixture = await createFixture();
    await fixture.publishList('revocation', [4711]);
    await fixture.publishList('suspension', [4711]);
    return { fixture, document: copy(await fixture.sign({ ...fixture.unsigned, validUntil: '2027-03-15T00:00:00Z' })) };
  };

  test.each(disguises)('%s', async (_, disguise) => {
    const { fixture, document } = await revoked();
    disguise(document);
    const { verdict } = await fixture.verify(document);
    expect(['malformed', 'invalid', 'undetermined', 'revoked']).toContain(verdict);
    // The threat is real: the signature does hold over the rewritten document.
    const { proof } = document as JsonObject;
    expect(
      await holds(
        withoutProofs(document as JsonObject, loader),
        proof as JsonObject,
        [],
        decodeMultikey(fixture.key.publicKey)!,
        loader,
      ),
    ).toBe(true);
  });

  test('a proof that hides its own end', async () => {
    const { fixture, document } = await revoked();
    for (const change of [
      { '@context': { ends: 'https://w3id.org/security#expiration' } },
      { 'https://w3id.org/security#expiration': 'x' },
    ]) {
      const { verdict } = await fixture.verify({ ...document, proof: { ...document.proof, ...change } });
      expect(['malformed', 'invalid', 'undetermined', 'revoked']).toContain(verdict);
    }
  });
});

test('a second description of the credential inside itself is not read', async () => {
  const fixture = await createFixture();
  const document = copy(fixture.unsigned);
  document.credentialSubject.achievement.related = [{ id: document.id, type: ['Related'], name: 'Something else' }];
  await expect(fixture.sign(document)).rejects.toThrow('says more about the credential itself');
});

test('what is moved to another description of the same node is read there', async () => {
  const fixture = await createFixture();
  const document = copy(fixture.credential);
  const { achievement } = document.credentialSubject;
  document.relatedResource[0].supervision = achievement.supervision;
  delete achievement.supervision;
  const moved = await fixture.verify(document);
  expect(moved.verdict).toBe('valid');
  expect(moved.summary).toEqual((await fixture.verify(fixture.credential)).summary);
  document.relatedResource[0] = { ...achievement, ...document.relatedResource[0] };
  document.credentialSubject.achievement = { id: achievement.id };
  const referred = await fixture.verify(document);
  expect(referred.verdict).toBe('valid');
  expect(referred.summary).toEqual(moved.summary);
});

test('a language value object is a value, and not a keyword in disguise', async () => {
  const fixture = await createFixture();
  const document = await fixture.sign({
    ...fixture.unsigned,
    name: [
      { '@value': 'Batteri', '@language': 'sv' },
      { '@value': 'Battery', '@language': 'en', '@direction': 'ltr' },
    ],
  });
  expect((await fixture.verify(document)).verdict).toBe('valid');
});

test('a document nested too deeply, or too large, is not looked into before anything follows it', async () => {
  const { verify, unsigned } = await createFixture();
  let deep: object = {};
  for (let level = 0; level < 20_000; level += 1) deep = { a: deep };
  const wide = Array.from({ length: 30_000 }, () => 'x');
  for (const evil of [
    { ...unsigned, evidence: deep },
    { ...unsigned, evidence: wide },
  ]) {
    const started = performance.now();
    const { checks, verdict } = await verify(evil);
    expect(verdict).toBe('undetermined');
    expect(checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('unknown'));
    expect(checks[0]?.problem?.type).toBe('https://mikromerit.example/problems/too-complex');
    expect(performance.now() - started).toBeLessThan(5000);
  }
  expect(await canonical(unsigned, createDocumentLoader(addresses))).toContain(slug);
});
