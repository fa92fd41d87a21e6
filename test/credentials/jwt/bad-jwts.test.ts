import { CompactSign } from 'jose';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, did, slug } from '../fixture.ts';
import { base64url, claimsOf, createHolder, createJoseKey, createJwtFixture, kid, withKey } from './fixture.ts';

type Made = Awaited<ReturnType<typeof createJwtFixture>>;
type Row = readonly [what: string, make: (made: Made) => Promise<string> | string, verdict: string, says: RegExp];

/** One part of a signed one in place of another: the signature does not hold then, which nobody gets to look at. */
const withPart = (at: 0 | 1 | 2, part: string) => async (made: Made) =>
  (await made.sign()).split('.').with(at, part).join('.');
const header = (members: JsonObject) => (made: Made) => made.sign(members);
const claims = (members: JsonObject) => (made: Made) => made.sign({}, { ...made.unsigned, ...members });
const badge = (more: JsonObject) => async (made: Made) =>
  made.signAs({ typ: 'JWT', ...more }, { ...made.unsigned, ...claimsOf(made.unsigned) });

const rows: readonly Row[] = [
  ['alg none', withPart(0, base64url({ alg: 'none', typ: 'vc+jwt', kid })), 'invalid', /no signature/],
  [
    'alg NONE without a signature',
    ({ unsigned }) => `${base64url({ alg: 'NONE', typ: 'vc+jwt' })}.${base64url(unsigned)}.`,
    'invalid',
    /no signature/,
  ],
  [
    'HS256 with the public key for a secret',
    ({ unsigned, jwk }) =>
      new CompactSign(Buffer.from(JSON.stringify(unsigned)))
        .setProtectedHeader({ alg: 'HS256', kid, typ: 'vc+jwt' })
        .sign(Buffer.from(JSON.stringify(jwk))),
    'invalid',
    /secret that whoever checks it would have to share/,
  ],
  [
    'an unknown alg',
    withPart(0, base64url({ alg: 'ES256K', typ: 'vc+jwt', kid })),
    'undetermined',
    /ES256K are not checked/,
  ],
  [
    'another alg than its key',
    withPart(0, base64url({ alg: 'ES384', typ: 'vc+jwt', kid })),
    'invalid',
    /one for ES256/,
  ],
  ['no alg', withPart(0, base64url({ typ: 'vc+jwt', kid })), 'malformed', /names no algorithm/],
  [
    'an alg that is a number',
    withPart(0, base64url({ alg: 5, typ: 'vc+jwt', kid })),
    'malformed',
    /"alg" that is no text/,
  ],
  ['jku', header({ jku: 'https://evil.example/jwks' }), 'invalid', /\(jku\)/],
  ['x5u', header({ x5u: 'https://evil.example/chain' }), 'invalid', /\(x5u\)/],
  ['crit', withPart(0, base64url({ alg: 'ES256', kid, typ: 'vc+jwt', crit: ['exp'], exp: 5 })), 'invalid', /\(crit/],
  ['b64', withPart(0, base64url({ alg: 'ES256', kid, typ: 'vc+jwt', b64: false })), 'malformed', /RFC 7797/],
  [
    'a key of its own',
    async (made) => {
      const other = await createJoseKey('ES256');
      return other.sign({ kid, typ: 'vc+jwt', jwk: other.jwk }, made.unsigned);
    },
    'invalid',
    /\(jwk\)/,
  ],
  [
    'an Open Badge with a foreign key',
    async ({ unsigned }) => {
      const other = await createJoseKey('ES256');
      return other.sign({ typ: 'JWT', jwk: other.jwk }, { ...unsigned, ...claimsOf(unsigned) });
    },
    'invalid',
    /none of those that .* publishes/,
  ],
  [
    'an Open Badge with a name and a foreign key',
    async ({ unsigned }) => {
      const other = await createJoseKey('ES256');
      return other.sign({ typ: 'JWT', kid, jwk: other.jwk }, { ...unsigned, ...claimsOf(unsigned) });
    },
    'invalid',
    /another than/,
  ],
  [
    'an Open Badge whose key tells its secret half',
    badge({ jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), d: 'A'.repeat(43) } }),
    'invalid',
    /tells its secret half/,
  ],
  ['an Open Badge with a secret for a key', badge({ jwk: { kty: 'oct', k: 'AAAA' } }), 'invalid', /secret half/],
  [
    'an Open Badge with a key for encryption',
    async (made) => badge({ jwk: { ...made.jwk, use: 'enc' } })(made),
    'invalid',
    /not one to check signatures/,
  ],
  ['no kid', header({ kid: undefined }), 'undetermined', /names no key/],
  ['the kid of nobody', header({ kid: `${did}#none` }), 'invalid', /has no key/],
  [
    'the kid of another issuer',
    async (made) => {
      const { kid: theirs, sign } = await createHolder('ES256');
      return sign({ kid: theirs, typ: 'vc+jwt' }, made.unsigned);
    },
    'invalid',
    /No signature is made with a key of/,
  ],
  ['iss of another', claims({ iss: 'https://other.example' }), 'invalid', /"iss"/],
  ['iss that is no text', claims({ iss: 5 }), 'invalid', /"iss"/],
  ['exp as text', claims({ exp: '4000000000' }), 'malformed', /"exp" is a number/],
  ['exp that no calendar has', claims({ exp: 1e300 }), 'malformed', /"exp" is a number/],
  ['iat as a date', claims({ iat: '2027-01-01T00:00:00Z' }), 'malformed', /"iat" is a number/],
  ['a claim vc', claims({ vc: {} }), 'malformed', /"vc" has no place/],
  ['a claim vp', claims({ vp: {} }), 'malformed', /"vp" has no place/],
  ['a member without a meaning', claims({ favourite: 'x' }), 'malformed', /favourite/],
  ['cty of something else', header({ cty: 'vp' }), 'malformed', /"cty": "vp"/],
  ['typ of a presentation', header({ typ: 'vp+jwt' }), 'malformed', /VerifiablePresentation/],
  [
    'typ JWT where it is no Open Badge',
    (made) =>
      made.signAs({ kid, typ: 'JWT' }, { ...made.unsigned, '@context': ['https://www.w3.org/ns/credentials/v2'] }),
    'undetermined',
    /not one of the kinds/,
  ],
  ['typ of another token', header({ typ: 'at+jwt' }), 'undetermined', /not one of the kinds/],
  [
    'a credential of version 1.1 in vc',
    (made) => made.signAs({ kid, typ: 'JWT' }, { iss: did, vc: made.unsigned }),
    'undetermined',
    /version 1\.1/,
  ],
  ['two parts more', async (made) => `${await made.sign()}.AA.AA`, 'malformed', /5 parts/],
  ['one part more', async (made) => `${await made.sign()}.AA`, 'malformed', /4 parts/],
  ['a part less', async (made) => (await made.sign()).split('.').slice(0, 2).join('.'), 'malformed', /2 parts/],
  ['a dot at its end', async (made) => `${await made.sign()}.`, 'malformed', /4 parts/],
  ['padding', async (made) => `${await made.sign()}==`, 'malformed', /without padding/],
  ['letters of base64', withPart(2, 'ab+/'), 'malformed', /without padding/],
  ['a signature of an impossible length', withPart(2, 'abcde'), 'malformed', /without padding/],
  [
    'a signature in DER',
    withPart(2, Buffer.from([0x30, 6, 2, 1, 5, 2, 1, 5]).toString('base64url')),
    'invalid',
    /not what was signed/,
  ],
  ['no signature', withPart(2, ''), 'invalid', /not what was signed/],
  [
    'a payload that is not UTF-8',
    withPart(1, Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')),
    'malformed',
    /not UTF-8/,
  ],
  [
    'a header that is not UTF-8',
    withPart(0, Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')),
    'undetermined',
    /not a certificate/,
  ],
  [
    'a member twice in its header',
    withPart(0, base64url('{"alg":"ES256","alg":"none"}')),
    'malformed',
    /In its header: \/alg is there twice/,
  ],
  [
    'a member twice in its payload',
    withPart(1, base64url('{"issuer":"a","issuer":"b"}')),
    'malformed',
    /In its payload: \/issuer is there twice/,
  ],
  ['half a payload', withPart(1, base64url('{"issuer":"a"')), 'malformed', /In its payload: It is not JSON/],
  ['a list for a payload', (made) => made.sign({}, [1]), 'malformed', /payload is no JSON object/],
  ['text for a payload', (made) => made.sign({}, '"x"'), 'malformed', /payload is no JSON object/],
  ['a number for a payload', (made) => made.sign({}, '5'), 'malformed', /payload is no JSON object/],
  ['no payload', withPart(1, ''), 'malformed', /In its payload: It is not JSON/],
  ['a JWT in it', async (made) => made.sign({ cty: 'JWT' }, await made.sign()), 'undetermined', /JWT in a JWT/],
  [
    'a JWT in it that nobody tells of',
    async (made) => made.sign({}, await made.sign()),
    'undetermined',
    /JWT in a JWT/,
  ],
  [
    'a header of forty thousand characters',
    withPart(0, base64url({ alg: 'ES256', x5c: ['A'.repeat(30_000)] })),
    'undetermined',
    /header has more than/,
  ],
  ['an encrypted one', () => `${base64url({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`, 'undetermined', /encrypted/],
];

describe('a JWT that is not as it should be', () => {
  test.each(rows)('%s', async (_, make, verdict, says) => {
    const made = await createJwtFixture();
    const report = await made.receive({ text: await make(made) });
    const told = report.checks.map(({ problem }) => problem?.detail ?? '');
    expect(
      told.some((detail) => says.test(detail)),
      told.join('\n'),
    ).toBe(true);
    expect(report.verdict).toBe(verdict);
  });

  test('is not read in its JSON serialisation', async () => {
    const { sign, receive } = await createJwtFixture();
    const [protected_, payload, signature] = (await sign()).split('.');
    for (const json of [
      { payload, protected: protected_, signature },
      { payload, signatures: [{ protected: protected_, signature }] },
    ])
      expect(await receive({ json })).toMatchObject({ verdict: 'undetermined', kind: 'jwt' });
  });

  test('whose RSA key is short', async () => {
    const { receive, unsigned, keys, put } = await createJwtFixture();
    const pair = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: Uint8Array.from([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const { kty, n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    put(addresses.didDocument(slug), withKey(keys, { kty, n, e } as { kty: string }));
    const signed = `${base64url({ alg: 'RS256', kid, typ: 'vc+jwt' })}.${base64url(unsigned)}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, Buffer.from(signed));
    const report = await receive({ text: `${signed}.${Buffer.from(signature).toString('base64url')}` });
    expect(report.verdict).toBe('invalid');
    expect(report.checks[2]?.problem?.detail).toMatch(/is no RS256 key that is taken here/);
  });

  test('whose issuer does not answer is not called false', async () => {
    const { sign, receive, outside } = await createJwtFixture();
    outside.delete(addresses.didDocument(slug));
    expect((await receive({ text: await sign() })).verdict).toBe('undetermined');
  });

  test('whose key its issuer lists for another purpose', async () => {
    const { sign, receive, keys, jwk, put } = await createJwtFixture();
    const changed = copy(withKey(keys, jwk));
    changed.assertionMethod.pop();
    put(addresses.didDocument(slug), changed);
    expect((await receive({ text: await sign() })).verdict).toBe('invalid');
  });
});
