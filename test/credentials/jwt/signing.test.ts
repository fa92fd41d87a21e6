import fc from 'fast-check';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { secureJwt } from '../../../src/credentials/forms/secured-jwt.ts';
import { keyAlgorithms } from '../../../src/credentials/keys/algorithms/index.ts';
import { encodeMultikey } from '../../../src/credentials/keys/multikey.ts';
import { jwtProfiles } from '../../../src/credentials/proofs/jose/profiles.ts';
import { signJwt } from '../../../src/credentials/proofs/jose/sign.ts';
import { addresses, copy, createFixture, did, now, slug } from '../fixture.ts';
import { withKey } from './fixture.ts';

/** Keys of ours, with all that signing is given, and how others see them. */
async function signerWith(id: string) {
  const algorithm = keyAlgorithms.find((one) => one.id === id)!;
  const pair = await algorithm.generate();
  const publicKey = { algorithm, bytes: await algorithm.exportPublicKey(pair.publicKey) };
  const verificationMethod = `${did}#${encodeMultikey(publicKey)}`;
  const sign = (data: Uint8Array<ArrayBuffer>) => algorithm.sign(pair.privateKey, data);
  const signer = { algorithm: id, verificationMethod, sign };
  const loader = createDocumentLoader(addresses);
  return {
    parts: { signer, publicKey, issuer: did, created: now, loader },
    jwk: { ...algorithm.toJwk(publicKey.bytes)! },
  };
}

const ids = keyAlgorithms.map(({ id }) => id);
const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes);

describe.each(ids)('a JWT that is made here with %s', (id) => {
  test.each(['vc+jwt', 'open-badge'] as const)('is verified by plain jose, and by us: %s', async (profile) => {
    const { parts, jwk } = await signerWith(id);
    const { unsigned, put, receive, outside } = await createFixture();
    const jwt = await text(secureJwt(profile, unsigned, parts));
    const alg = parts.publicKey.algorithm.jose;
    const { payload } = await compactVerify(jwt, await importJWK(jwk, alg), { algorithms: [alg] });
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject(unsigned);
    const { typ, cty } = jwtProfiles[profile] as { typ: string; cty?: string };
    const kid = parts.signer.verificationMethod;
    expect(decodeProtectedHeader(jwt)).toEqual({ alg, kid, typ, ...(cty && { cty }) });
    const keys = JSON.parse(outside.get(addresses.didDocument(slug))!);
    put(addresses.didDocument(slug), withKey(keys, jwk, kid));
    expect((await receive({ text: jwt })).verdict).toBe('valid');
    const other = await signerWith(id);
    await expect(compactVerify(jwt, await importJWK(other.jwk, alg))).rejects.toThrow();
  });
});

test('a presentation answers what it was asked', async () => {
  const { parts } = await signerWith('P-256');
  const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: 'VerifiablePresentation' };
  const jwt = await signJwt(jwtProfiles['vp+jwt'], document, { ...parts, challenge: 'c', domain: 'a.example' });
  expect(decodeProtectedHeader(jwt)).toMatchObject({ typ: 'vp+jwt', cty: 'vp' });
  const payload = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString());
  expect(payload).toMatchObject({ nonce: 'c', aud: 'a.example', iat: Math.floor(now.getTime() / 1000) });
});

test.each<[string, 'vc+jwt' | 'open-badge', (document: any) => void, RegExp]>([
  ['of another issuer', 'vc+jwt', (d) => (d.issuer.id = 'did:web:other.example'), /does not name/],
  ['with a proof', 'vc+jwt', (d) => (d.proof = {}), /signed already/],
  ['that is no credential', 'vc+jwt', (d) => delete d.credentialSubject, /credentialSubject/],
  ['with a member without meaning', 'vc+jwt', (d) => (d.favourite = 'x'), /./],
  ['without an id for its subject', 'open-badge', (d) => delete d.credentialSubject.id, /"sub"/],
  ['without an id', 'open-badge', (d) => delete d.id, /"jti"/],
])('a document %s is not signed', async (_, profile, change, why) => {
  const { parts } = await signerWith('P-256');
  let asked = 0;
  const signer = { ...parts.signer, sign: () => ((asked += 1), Promise.reject(new Error('asked'))) };
  const document = copy((await createFixture()).unsigned);
  change(document);
  await expect(secureJwt(profile, document, { ...parts, signer })).rejects.toThrow(why);
  expect(asked).toBe(0);
});

test('a member that would be taken for a claim is not signed', async () => {
  const { parts } = await signerWith('P-256');
  const document = { ...(await createFixture()).unsigned, iss: 'x' };
  await expect(signJwt(jwtProfiles['vc+jwt'], document, parts)).rejects.toThrow(/"iss"/);
});

test('a signature of another key is not handed out', async () => {
  const [one, other] = [await signerWith('P-256'), await signerWith('P-256')];
  const parts = { ...one.parts, signer: { ...one.parts.signer, sign: other.parts.signer.sign } };
  const { unsigned } = await createFixture();
  await expect(secureJwt('vc+jwt', unsigned, parts)).rejects.toThrow(/does not verify/);
});

test('any one letter of a JWT that is changed is noticed', async () => {
  const { parts, jwk } = await signerWith('Ed25519');
  const { unsigned, put, receive, outside } = await createFixture();
  const jwt = await text(secureJwt('vc+jwt', unsigned, parts));
  const keys = JSON.parse(outside.get(addresses.didDocument(slug))!);
  put(addresses.didDocument(slug), withKey(keys, jwk, parts.signer.verificationMethod));
  // The last letter of a part may hold bits that say nothing.
  const ends = jwt.split('.').map((part) => part.length);
  const last = [ends[0]! - 1, ends[0]! + ends[1]!, jwt.length - 1];
  await fc.assert(
    fc.asyncProperty(fc.nat(jwt.length - 1), fc.constantFrom(...'ABab01-_.'), async (at, letter) => {
      fc.pre(jwt[at] !== letter && !last.includes(at));
      const { verdict } = await receive({ text: jwt.slice(0, at) + letter + jwt.slice(at + 1) });
      expect(verdict).not.toBe('valid');
    }),
    { numRuns: 60 },
  );
});
