import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { didWebUrl } from '../../src/credentials/keys/did-web.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { everyAnswer } from './setup/every-answer.ts';
import { type Harness, origin, startHarness } from './setup/harness.ts';
import { must, publishDraft, type Story, wholeStory } from './setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const place = '/institutions/provsjo';
const course = `${place}/microcredentials/vatten`;
const json = 'application/json';
const linked = 'application/ld+json';

describe('a DID', () => {
  test('resolves, by the rules of did:web, to the document that names it and holds its keys', async () => {
    const { issuer, proof } = story.credential;
    const url = didWebUrl(issuer.id, createAddresses(origin)) ?? '';
    const { body } = await harness.anyone.get(new URL(url).pathname);
    expect([url, body.id]).toEqual([`${origin}${place}/did.json`, issuer.id]);
    expect(body.verificationMethod).toContainEqual({
      id: proof.verificationMethod,
      type: 'Multikey',
      controller: issuer.id,
      publicKeyMultibase: proof.verificationMethod.split('#')[1],
    });
    expect(body.assertionMethod).toContain(proof.verificationMethod);
  });

  test('keeps its old keys when it gets a new one, so that what they signed stays valid', async () => {
    const document = async () => (await harness.anyone.get(`${place}/did.json`)).body;
    const keys = async () => (await document()).assertionMethod as string[];
    const before = await keys();
    await harness.services.institutions.rotateSigningKey('provsjo');
    const after = await keys();
    expect(after).toEqual([...before, expect.any(String), expect.any(String)]);
    const ends = (await document()).verificationMethod.map(
      ({ expires }: { expires?: string }) => expires !== undefined,
    );
    expect(ends).toEqual([...before.map(() => true), false, false]);
    const { body } = await harness.anyone.post('/api/v1/verify', { credential: story.credential });
    expect(body.verdict).toBe('valid');
    const next = await wholeStory(harness.north, 'ny-nyckel');
    expect(next.credential.proof.verificationMethod).toBe(after.at(-2));
  });
});

describe('a JSON Web Key Set', () => {
  const methods = async () =>
    (await harness.anyone.get(`${place}/did.json`)).body.verificationMethod as Record<string, unknown>[];
  const keys = async () => (await harness.anyone.get(`${place}/jwks.json`)).body.keys as Record<string, unknown>[];

  test('has the keys of the DID document under the same names, for signatures, and nothing private', async () => {
    await harness.services.institutions.addSigningKey('provsjo', 'P-256');
    await harness.services.institutions.addSigningKey('provsjo', 'P-384');
    await harness.services.institutions.addSigningKey('provsjo', 'P-256', 'seal');
    const found = await keys();
    const inDocument = (await methods()).filter(({ type }) => type === 'JsonWebKey');
    expect(found.map(({ kid }) => kid)).toEqual(inDocument.map(({ id }) => id));
    expect(found.map(({ kid: _, ...jwk }) => jwk)).toEqual(inDocument.map(({ publicKeyJwk }) => publicKeyJwk));
    expect(new Set(found.map(({ alg, use }) => `${String(alg)} ${String(use)}`))).toEqual(
      new Set(['EdDSA sig', 'ES256 sig', 'ES384 sig']),
    );
    for (const jwk of found) {
      expect(jwk).not.toHaveProperty('d');
      await expect(importJWK(jwk)).resolves.toMatchObject({ type: 'public' });
    }
  });

  test('leaves out what was revoked, which the DID document tells of', async () => {
    const { id, publicKey } = await harness.services.institutions.addSigningKey('provsjo', 'P-256');
    await harness.services.institutions.revokeSigningKey('provsjo', id);
    expect(JSON.stringify(await keys())).not.toContain(publicKey);
    const told = (await methods()).filter(({ id }) => String(id).endsWith(publicKey));
    expect(told.map(({ revoked }) => typeof revoked)).toEqual(['string', 'string']);
  });

  test('of an institution that is not there is not there', async () => {
    expect((await harness.anyone.get('/institutions/nirgends/jwks.json')).status).toBe(404);
  });
});

describe('the document of a version', () => {
  const read = () => harness.anyone.get(`${course}/versions/1`);
  const digestOf = (bytes: string) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

  test('is the bytes that its digest is over, and these are canonical', async () => {
    const { text: bytes, body } = await read();
    expect(bytes).toBe(canonicalize(body));
    expect(digestOf(bytes)).toBe(story.version.digest);
    expect(story.credential.relatedResource).toEqual([
      { id: origin + `${course}/versions/1`, mediaType: json, digestSRI: digestOf(bytes) },
    ]);
    expect((await harness.anyone.get(`${harness.north.base}/microcredentials/vatten/versions/1`)).body.digest).toBe(
      digestOf(bytes),
    );
  });

  test('is the same for ever, whatever becomes of the course', async () => {
    const [before, credential] = [await read(), story.credential];
    const editor = harness.north.as.editor;
    const work = `${harness.north.base}/microcredentials/vatten`;
    must(await editor.post(`${work}/draft`));
    const { headers } = await editor.get(work);
    const content = { ...story.version.content, title: { sv: 'Något helt annat' } };
    must(await editor.put(`${work}/draft`, { content }, { 'If-Match': headers.get('ETag') ?? '' }));
    await publishDraft(harness.north, 'vatten');
    must(await editor.post(`${work}/withdraw`));
    const after = await read();
    expect([after.status, after.text, after.headers.get('ETag')]).toEqual([
      200,
      before.text,
      before.headers.get('ETag'),
    ]);
    expect((await harness.anyone.get(course)).body.version.number).toBe(2);
    const { body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect([body.verdict, body.summary.title.sv]).toEqual(['valid', 'Vattenrening']);
  });
});

test('linked data says what the credential says, about the same things', async () => {
  const { body } = await harness.anyone.get(`${place}/microcredentials/ny-nyckel/versions/1`, { Accept: linked });
  const { items } = must(await harness.north.as.issuer.get(`${harness.north.base}/awards?limit=1`));
  const signed = must(await harness.north.as.issuer.get(`${harness.north.base}/awards/${items[0].id}/credential`));
  const { '@context': context, ...achievement } = body;
  expect(achievement).toEqual(signed.credentialSubject.achievement);
  expect(signed['@context']).toEqual(expect.arrayContaining(context));
  const profile = await harness.anyone.get(place, { Accept: linked });
  expect(profile.body).toMatchObject(signed.issuer);
});

test('an award tells a stranger that it is one, and nothing of whom', async () => {
  const { body } = await harness.anyone.get(`/records/${story.award.id}`);
  expect(body).toEqual({
    id: story.credential.id,
    issuer: story.credential.issuer.id,
    achievement: `${origin}${course}/versions/1`,
  });
});

everyAnswer(() => harness);
