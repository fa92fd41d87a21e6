import { describe, expect, test } from 'vitest';
import { createControllers } from '../../../src/credentials/keys/controller.ts';
import { signDocument } from '../../../src/credentials/proofs/data-integrity.ts';
import { createDocumentLoader, contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, did, fetcherTo, keyEncryptionKey, now, slug, writer } from '../fixture.ts';

const outcomesOf = (checks: readonly { name: string; outcome: string }[]) =>
  Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]));

describe('what Data Integrity refuses by form makes a document malformed, and nothing says that it was changed', () => {
  test.each<[string, (proof: any) => unknown]>([
    ['no type', (p) => delete p.type],
    ['a list of types', (p) => (p.type = ['DataIntegrityProof'])],
    ['no cryptosuite', (p) => delete p.cryptosuite],
    ['no purpose', (p) => delete p.proofPurpose],
    ['no key', (p) => delete p.verificationMethod],
    ['a key that is no address', (p) => (p.verificationMethod = 'my key')],
    ['a relative key', (p) => (p.verificationMethod = '#key-1')],
    ['a key that is an object', (p) => (p.verificationMethod = { id: p.verificationMethod })],
    ['no value', (p) => delete p.proofValue],
    ['a value in another base', (p) => (p.proofValue = `u${String(p.proofValue).slice(1)}`)],
    ['a value that is too short', (p) => (p.proofValue = 'z2222')],
    ['a value of another length', (p) => (p.proofValue = `z${'2'.repeat(70)}`)],
    ['an id that is no address', (p) => (p.id = 'one')],
    ['a day of creation', (p) => (p.created = '2027-03-10')],
    ['an end that is no date', (p) => (p.expires = 'never')],
    ['a number for its predecessor', (p) => (p.previousProof = 5)],
  ])('%s', async (_, change) => {
    const { credential, verify } = await createFixture();
    const document = copy(credential);
    change(document.proof);
    const { verdict, checks } = await verify(document);
    expect(verdict).toBe('malformed');
    expect(outcomesOf(checks)).toMatchObject({ format: 'failed', proof: 'unknown' });
    expect(checks[0]?.problem?.detail).toMatch(/^\/proof: /);
  });

  test.each(['text', 5, ['text'], [null]])('a proof that is %j', async (proof) => {
    const { credential, verify } = await createFixture();
    const { verdict, checks } = await verify({ ...credential, proof });
    expect([verdict, outcomesOf(checks)['proof']]).toEqual(['malformed', 'unknown']);
  });

  test.each<[string, (proof: any) => void]>([
    ['an unknown type', (p) => Object.assign(p, { type: 'SomeProof2030', proofValue: 5, verificationMethod: 5 })],
    [
      'an unknown cryptosuite',
      (p) => Object.assign(p, { cryptosuite: 'x-2030', proofValue: 5, verificationMethod: 5 }),
    ],
  ])('of %s nothing else is looked at', async (_, change) => {
    const { credential, verify } = await createFixture();
    const document = copy(credential);
    change(document.proof);
    const { verdict, checks } = await verify(document);
    expect([verdict, outcomesOf(checks)['format'], outcomesOf(checks)['proof']]).toEqual([
      'undetermined',
      'passed',
      'unknown',
    ]);
  });
});

describe('a signature that was not compared has not failed', () => {
  test('where the document cannot be canonicalized', async () => {
    const { credential, verify } = await createFixture();
    // A chain of nodes without ids is more than the library works out.
    const document = copy(credential);
    document.evidence = [{ type: ['Evidence'], ...[...Array(50)].reduce((inner) => ({ learningOutcome: inner }), {}) }];
    const { verdict, checks } = await verify(document);
    expect(outcomesOf(checks)).toMatchObject({ format: 'unknown', proof: 'unknown' });
    expect(verdict).toBe('undetermined');
    expect(JSON.stringify(checks)).not.toContain('not what was signed');
  });

  test('where a proof has a member without meaning', async () => {
    const { credential, verify } = await createFixture();
    const document = copy(credential);
    document.proof.surplus = 1;
    const { verdict, checks } = await verify(document);
    expect([verdict, outcomesOf(checks)['proof']]).toEqual(['undetermined', 'unknown']);
  });
});

describe('a context of its own', () => {
  const withProof = async (change: (proof: any) => void) => {
    const { credential, verify } = await createFixture();
    const document = copy(credential);
    change(document.proof);
    const { verdict, checks } = await verify(document);
    return [verdict, outcomesOf(checks)['format'], outcomesOf(checks)['proof']];
  };

  test.each([
    ['the document’s', (p: any, d: JsonObject) => (p['@context'] = d['@context']), ['valid', 'passed', 'passed']],
    ['one that says the same', (p: any) => (p['@context'] = contextUrls.credentials), ['valid', 'passed', 'passed']],
    [
      'one without its terms',
      (p: any) => (p['@context'] = contextUrls.multikey),
      ['undetermined', 'passed', 'unknown'],
    ],
    [
      'one that is not held',
      (p: any) => (p['@context'] = 'https://x.example/'),
      ['undetermined', 'unknown', 'unknown'],
    ],
    ['terms of its own', (p: any) => (p['@context'] = { a: 'urn:a' }), ['undetermined', 'unknown', 'unknown']],
  ] as const)('of a proof: %s', async (_, change, expected) => {
    const { credential } = await createFixture();
    expect(await withProof((proof) => change(proof, credential))).toEqual(expected);
  });

  test.each([
    ['one that is held', [contextUrls.credentials, contextUrls.openBadges], 'passed'],
    ['the own context of the document', [contextUrls.credentials, contextUrls.openBadges, addresses.context], 'passed'],
    ['one with other words', [contextUrls.credentials, contextUrls.europeanCredentials], 'unknown'],
    ['another service’s', ['https://other.example/contexts/mikromerit/v1'], 'unknown'],
    ['one that is not held', ['https://x.example/'], 'unknown'],
    ['terms of its own', [contextUrls.credentials, { a: 'urn:a' }], 'unknown'],
    ['none', [], 'unknown'],
    ['null', null, 'unknown'],
  ] as const)('of a node: %s', async (_, context, outcome) => {
    const { unsigned, verify } = await createFixture();
    const endorsement = { '@context': context, id: 'urn:uuid:1', type: ['VerifiableCredential'] };
    const { checks } = await verify({ ...copy(unsigned), endorsement: [endorsement] } as JsonObject);
    expect(checks[0]?.outcome).toBe(outcome);
  });
});

describe('a signature from the future', () => {
  const signedAt = async (created: Date) => {
    const fixture = await createFixture();
    const ring = createKeyRing(keyEncryptionKey);
    const signer = {
      algorithm: fixture.key.algorithm,
      verificationMethod: `${did}#${fixture.key.publicKey}`,
      sign: (data: Uint8Array<ArrayBuffer>) => ring.sign(fixture.key, data, new AbortController().signal),
    };
    const document = await signDocument(fixture.unsigned, signer, created, createDocumentLoader(addresses));
    return fixture.verify(document);
  };

  test('is not valid yet', async () => {
    const { verdict, checks } = await signedAt(new Date(now.getTime() + 301_000));
    expect(verdict).toBe('notYetValid');
    expect(checks.find(({ name }) => name === 'period')?.problem?.detail).toContain('has not come yet');
  });

  test('by less than clocks differ is', async () => {
    expect((await signedAt(new Date(now.getTime() + 299_000))).verdict).toBe('valid');
  });
});

describe('a key under assertionMethod', () => {
  const agreementKey = 'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc';
  const find = async (change: (method: any) => void, more: (document: any) => void = () => undefined) => {
    const { outside, key } = await createFixture();
    const url = addresses.didDocument(slug);
    const document = JSON.parse(outside.get(url)!);
    change(document.verificationMethod[0]);
    more(document);
    outside.set(url, JSON.stringify(document));
    return (
      await createControllers(addresses, fetcherTo(outside)).findKey(`${did}#${key.publicKey}`, 'assertionMethod')
    ).outcome;
  };

  test.each<[string, (method: any) => void, string]>([
    ['a Multikey', () => undefined, 'found'],
    ['an Ed25519VerificationKey2020', (m) => (m.type = 'Ed25519VerificationKey2020'), 'found'],
    ['an X25519 type with an Ed25519 key', (m) => (m.type = 'X25519KeyAgreementKey2020'), 'failed'],
    ['an older X25519 type', (m) => (m.type = 'X25519KeyAgreementKey2019'), 'failed'],
    ['an X25519 Multikey', (m) => (m.publicKeyMultibase = agreementKey), 'failed'],
    [
      'an X25519 JWK',
      (m) => Object.assign(m, { type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'X25519', x: 'AA' } }),
      'failed',
    ],
    [
      'a P-256 JWK',
      (m) => Object.assign(m, { type: 'JsonWebKey', publicKeyJwk: { kty: 'EC', crv: 'P-256' } }),
      'unknown',
    ],
    ['an unknown type', (m) => (m.type = 'SomeKey2030'), 'unknown'],
    ['a type that every object has', (m) => (m.type = 'constructor'), 'unknown'],
    ['no type', (m) => delete m.type, 'unknown'],
    ['a list of types', (m) => (m.type = ['Multikey']), 'unknown'],
  ])('%s: %s', async (_, change, outcome) => {
    expect(await find(change)).toBe(outcome);
  });

  test('that is written twice with its members in another order is one', async () => {
    const twice = (document: any) =>
      (document.assertionMethod = [Object.fromEntries(Object.entries(document.verificationMethod[0]).reverse())]);
    expect(await find(() => undefined, twice)).toBe('found');
  });
});

describe('version 1.1 of the data model', () => {
  const of1 = (change: (document: any) => void) => {
    const document: any = {
      '@context': [contextUrls.credentials1, contextUrls.openBadges],
      id: 'urn:uuid:1',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuanceDate: '2027-01-01T00:00:00Z',
      credentialSubject: { id: 'urn:uuid:2', type: ['AchievementSubject'] },
    };
    change(document);
    return document as JsonObject;
  };
  const report = async (change: (document: any) => void) => {
    const { verify } = await createFixture();
    const key = await writer.createKey('x', 'y', new Date(0));
    const issuer = `did:key:${key.publicKey}`;
    const ring = createKeyRing(keyEncryptionKey);
    const signer = {
      algorithm: key.algorithm,
      verificationMethod: `${issuer}#${key.publicKey}`,
      sign: (data: Uint8Array<ArrayBuffer>) => ring.sign(key, data, new AbortController().signal),
    };
    const context = (document: any) => document['@context'].push(contextUrls.dataIntegrity);
    const unsigned = of1((document) => (context(document), (document.issuer = issuer), change(document)));
    const document = await signDocument(
      unsigned,
      signer,
      new Date('2027-01-01T00:00:00Z'),
      createDocumentLoader(addresses),
    );
    return (await verify(document)).verdict;
  };

  test.each<[string, (document: any) => void, string]>([
    ['as it is', () => undefined, 'valid'],
    ['with an end to come', (d) => (d.expirationDate = '2028-01-01T00:00:00Z'), 'valid'],
    ['with an end that has passed', (d) => (d.expirationDate = '2027-02-01T00:00:00Z'), 'expired'],
    ['issued in the future', (d) => (d.issuanceDate = '2028-02-01T00:00:00Z'), 'notYetValid'],
    ['without a date', (d) => delete d.issuanceDate, 'malformed'],
    ['with a day', (d) => (d.issuanceDate = '2027-01-01'), 'malformed'],
    ['with a day as its end', (d) => (d.expirationDate = '2028-01-01'), 'malformed'],
    ['with an empty subject', (d) => (d.credentialSubject = {}), 'malformed'],
  ])('%s: %s', async (_, change, verdict) => {
    expect(await report(change)).toBe(verdict);
  });

  test('is not signed here', async () => {
    const { sign } = await createFixture();
    await expect(sign(of1((document) => (document.issuer = did)))).rejects.toThrow('another version');
  });
});
