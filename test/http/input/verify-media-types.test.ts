import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import { type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
let jwt: string;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'kuvert');
  jwt = await foreignJwt();
});
afterAll(() => harness.close());

/** A credential of an issuer who is a key, made by plain jose. */
async function foreignJwt(): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const did = `did:jwk:${Buffer.from(JSON.stringify(await exportJWK(publicKey))).toString('base64url')}`;
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: did,
    credentialSubject: { id: 'did:example:holder' },
  };
  return new CompactSign(Buffer.from(JSON.stringify(credential)))
    .setProtectedHeader({ alg: 'ES256', kid: `${did}#0`, typ: 'vc+jwt' })
    .sign(privateKey);
}

const presentationOf = (...verifiableCredential: unknown[]) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential,
});
const send = (body: string, type?: string) =>
  harness.anyone.send('POST', '/api/v1/verify', { body, headers: type === undefined ? {} : { 'Content-Type': type } });

describe('a document that is the body itself', () => {
  test.each<[string, () => string, string, string]>([
    ['application/vc', () => JSON.stringify(story.credential), 'credential', 'valid'],
    ['Application/VC; profile="x"', () => JSON.stringify(story.credential), 'credential', 'valid'],
    ['application/vp', () => JSON.stringify(presentationOf(story.credential)), 'presentation', 'valid'],
    ['application/vc+jwt', () => jwt, 'jwt', 'valid'],
    ['application/jwt', () => `${jwt}\n`, 'jwt', 'valid'],
    ['application/vc+jwt', () => `${jwt}AAAA`, 'jwt', 'invalid'],
    ['application/vc+jwt', () => `${jwt}.AAAA`, 'jwt', 'malformed'],
    ['application/vc', () => '{"name":"a","name":"b"}', 'json', 'malformed'],
  ])('is checked as %s', async (type, body, kind, verdict) => {
    const { status, body: report } = await send(body(), type);
    expect([status, (report as { kind: string }).kind, (report as { verdict: string }).verdict]).toEqual([
      200,
      kind,
      verdict,
    ]);
  });

  test.each<[string, string, string]>([
    ['application/vc', '{"a":', 'is not JSON'],
    ['application/vp', '', 'empty'],
    ['application/vc+jwt', '', 'empty'],
    ['application/jwt', 'https://a.example/1', 'no JWT'],
    ['application/jwt', '{"link":"https://a.example/1"}', 'no JWT'],
  ])('cannot be read: %s, %s', async (type, body, says) => {
    await expectRefused(harness, () => send(body, type), {
      status: 400,
      code: 'malformed-request',
      says: new RegExp(says),
    });
  });

  test.each(['text/html', 'application/xml', 'application/vc+sd-jwt', 'application/jose+json', 'x'])(
    'of the media type %s is not taken',
    async (type) => {
      const refusal = { status: 415, code: 'media-type-unsupported', says: /application\/vc\+jwt/ };
      await expectRefused(harness, () => send(jwt, type), refusal);
    },
  );
});

test.each([undefined, 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded'])(
  'a request in JSON is read where its sender did not say what it is: %s',
  async (type) => {
    expect((await send(JSON.stringify({ credential: story.credential }), type)).status).toBe(200);
  },
);

describe('the report on a presentation', () => {
  test('has one for each credential in it', async () => {
    const json = { credential: presentationOf(story.credential, story.credential) };
    const { body } = await harness.anyone.post('/api/v1/verify', json);
    expect(body).toMatchObject({
      verdict: 'valid',
      checks: [{ name: 'format' }, { name: 'holder' }, { name: 'proof' }, { name: 'period' }],
      credentials: [{ verdict: 'valid' }, { verdict: 'valid' }],
    });
  });

  test.each([{ challenge: 'c' }, { domain: 'a.example' }, { domain: ['a.example', 'b.example'] }])(
    'says that it does not answer %j',
    async (options) => {
      const { body } = await harness.anyone.post('/api/v1/verify', {
        credential: presentationOf(story.credential),
        options,
      });
      expect(body).toMatchObject({ verdict: 'invalid', credentials: [{ verdict: 'valid' }] });
    },
  );

  test.each<[object, string]>([
    [{ chalenge: 'c' }, '#/options/chalenge'],
    [{ challenge: '' }, '#/options/challenge'],
    [{ challenge: 5 }, '#/options/challenge'],
    [{ domain: [] }, '#/options/domain'],
  ])('is not made with options like %j', async (options, at) => {
    const ask = () => harness.anyone.post('/api/v1/verify', { credential: story.credential, options });
    await expectRefused(harness, ask, { status: 400, code: 'malformed-request', at });
  });

  test.each([{}, { credential: {}, link: 'https://a.example' }, { options: {} }])('is not made of %j', async (json) => {
    const { status } = await harness.anyone.post('/api/v1/verify', json);
    expect(status).toBe(400);
  });
});
