import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import { addProof, type ProofOptions } from '../../../src/credentials/proofs/add-proof.ts';
import type { JsonObject, Received } from '../../../src/services/ports/index.ts';
import { addresses, copy, keyEncryptionKey, now, writer } from '../fixture.ts';
import { createJwtFixture } from './fixture.ts';
import { envelope, outcomesOf, presentationOf, whole } from './presented.ts';

describe('a presentation with a proof', () => {
  const loader = createDocumentLoader(addresses);
  const signed = async (options: Partial<ProofOptions> = {}, more: JsonObject = {}, other: JsonObject = {}) => {
    const fixture = await createJwtFixture();
    const { publicKey, ...pair } = await writer.createKey('i', 'k', new Date(0));
    const holder = `did:key:${publicKey}`;
    const signer = {
      algorithm: 'Ed25519',
      verificationMethod: `${holder}#${publicKey}`,
      sign: (data: Uint8Array<ArrayBuffer>) =>
        createKeyRing(keyEncryptionKey).sign({ publicKey, ...pair }, data, signal),
    };
    const jwt = await fixture.sign();
    const document = { ...presentationOf([fixture.credential, envelope(jwt)], { holder, ...more }), ...other };
    const all = { purpose: 'authentication', created: now, ...options } as const;
    return { ...fixture, holder, document: await addProof(document, signer, all, loader) };
  };
  const { signal } = new AbortController();

  test.each<[string, Partial<ProofOptions>, NonNullable<Received['options']>, string, string]>([
    ['that nobody asked for', {}, {}, 'valid', ''],
    ['for what was asked', { challenge: 'c', domain: 'a' }, { challenge: 'c', domain: 'a' }, 'valid', ''],
    ['for a set of domains', { domain: ['a', 'b'] }, { domain: ['b', 'a'] }, 'valid', ''],
    ['for another challenge', { challenge: 'd' }, { challenge: 'c' }, 'invalid', 'INVALID_CHALLENGE_ERROR'],
    ['for another domain', { domain: 'b' }, { domain: 'a' }, 'invalid', 'INVALID_DOMAIN_ERROR'],
    ['to assert a credential', { purpose: 'assertionMethod' }, {}, 'invalid', 'PROOF_VERIFICATION_ERROR'],
    ['that is over', { expires: new Date(now.getTime() - 600_000) }, {}, 'expired', ''],
  ])('%s', async (_, made, options, verdict, problem) => {
    const { document, receive } = await signed(made);
    const report = await receive({ json: document, options });
    expect(report.verdict, JSON.stringify(report.checks)).toBe(verdict);
    expect(report.checks[2]?.problem?.type ?? '').toContain(problem);
    expect(report.credentials?.map((one) => one.verdict)).toEqual(['valid', 'valid']);
  });

  test('shows who presents it', async () => {
    const { document, receive, holder } = await signed();
    const report = await receive({ json: document });
    expect(outcomesOf(report)).toEqual(whole);
    expect(report.checks[1]?.source).toBe(holder);
  });

  test.each<[string, (document: any) => void, string]>([
    ['with another holder', (document) => (document.holder = 'did:web:other.example'), 'invalid'],
    ['without its holder', (document) => delete document.holder, 'invalid'],
    ['with a credential less', (document) => document.verifiableCredential.pop(), 'invalid'],
    ['with one twice', (document) => document.verifiableCredential.push(document.verifiableCredential[0]), 'invalid'],
    ['with an id', (document) => (document.id = 'urn:x:1'), 'invalid'],
    [
      'with a credential under another name',
      (document) => {
        document['https://www.w3.org/2018/credentials#verifiableCredential'] = document.verifiableCredential.pop();
      },
      'undetermined',
    ],
    ['without its proof', (document) => delete document.proof, 'valid'],
  ])('changed afterwards: %s', async (_, change, verdict) => {
    const { document, receive } = await signed();
    const changed = copy(document);
    change(changed);
    expect((await receive({ json: changed })).verdict).toBe(verdict);
  });

  test('signed by another than the holder that it names', async () => {
    const { document, receive } = await signed({}, { holder: 'did:web:other.example' });
    const report = await receive({ json: document });
    expect(outcomesOf(report)).toEqual({ ...whole, holder: 'failed' });
    expect(report.checks[1]?.problem?.type).toMatch(/holder-mismatch$/);
  });
});
