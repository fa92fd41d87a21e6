import { expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import { decodeMultikey } from '../../../src/credentials/keys/multikey.ts';
import { issueCredential } from '../../../src/credentials/proofs/issue.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, createFixture, did, keyEncryptionKey, now } from '../fixture.ts';

const loader = createDocumentLoader(addresses);

async function partsFor(algorithm: string) {
  const ring = createKeyRing(keyEncryptionKey);
  const key = await ring.createKey('i', 'k', algorithm, now);
  const signer = {
    algorithm,
    verificationMethod: `${did}#${key.publicKey}`,
    sign: (data: Uint8Array<ArrayBuffer>) => ring.sign(key, data, new AbortController().signal),
  };
  return { signer, publicKey: decodeMultikey(key.publicKey)!, created: now, loader };
}

test.each([
  ['Ed25519', 'eddsa-rdfc-2022'],
  ['P-256', 'ecdsa-rdfc-2019'],
  ['P-384', 'ecdsa-rdfc-2019'],
])('a key of the kind %s signs with %s; the document given is not touched', async (algorithm, cryptosuite) => {
  const { unsigned } = await createFixture();
  const before = JSON.stringify(unsigned);
  const { proof, ...document } = JSON.parse(await issueCredential(unsigned, await partsFor(algorithm))) as JsonObject;
  expect(proof).toMatchObject({ type: 'DataIntegrityProof', cryptosuite, proofPurpose: 'assertionMethod' });
  expect(JSON.stringify(document)).toBe(before);
  expect(JSON.stringify(unsigned)).toBe(before);
});

test('what does not verify is not handed out', async () => {
  const { unsigned } = await createFixture();
  const parts = await partsFor('Ed25519');
  const other = await partsFor('Ed25519');
  await expect(issueCredential(unsigned, { ...parts, publicKey: other.publicKey })).rejects.toThrow('does not verify');
  const sign = (data: Uint8Array<ArrayBuffer>) => other.signer.sign(data);
  await expect(issueCredential(unsigned, { ...parts, signer: { ...parts.signer, sign } })).rejects.toThrow(
    'does not verify',
  );
});

test('what the library changes on its way is not handed out', async () => {
  const { unsigned } = await createFixture();
  // It gives a credential of version 1.1 a date of its own.
  const { '@context': context, ...members } = unsigned;
  const [, ...more] = context as string[];
  const older = { '@context': ['https://www.w3.org/2018/credentials/v1', ...more], ...members };
  await expect(issueCredential(older, await partsFor('Ed25519'))).rejects.toThrow();
});

test('a kind of key that no suite takes signs nothing', async () => {
  const { unsigned } = await createFixture();
  const parts = await partsFor('Ed25519');
  const signer = { ...parts.signer, algorithm: 'RSA' };
  await expect(issueCredential(unsigned, { ...parts, signer })).rejects.toThrow('RSA');
});
