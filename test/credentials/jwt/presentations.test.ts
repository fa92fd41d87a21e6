import { describe, expect, test } from 'vitest';
import type { JsonObject, Received } from '../../../src/services/ports/index.ts';
import { now } from '../fixture.ts';
import { createHolder, createJwtFixture } from './fixture.ts';
import { envelope, outcomesOf, plain, presentationOf, whole } from './presented.ts';

describe('a presentation that nobody signed', () => {
  test('has a report for each credential in it, and the worst verdict', async () => {
    const { credential, sign, unsigned, receive, publishList } = await createJwtFixture();
    const late = { ...unsigned, validUntil: '2027-03-19T00:00:00Z' };
    const jwts = [await sign(), await sign({}, late)];
    const good = await receive({ json: presentationOf([credential, envelope(jwts[0]!)]) });
    expect(outcomesOf(good)).toEqual(plain);
    expect(good.checks[2]?.problem?.type).toMatch(/\/unsigned$/);
    expect(good).toMatchObject({ verdict: 'valid', kind: 'presentation', summary: {} });
    expect(good.credentials?.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['credential', 'valid'],
      ['enveloped-credential', 'valid'],
    ]);
    const expired = await receive({ json: presentationOf([credential, envelope(jwts[1]!)]) });
    expect(expired.verdict).toBe('expired');
    await publishList('revocation', [4711]);
    const revoked = await receive({ json: presentationOf([credential, envelope(jwts[1]!)]) });
    expect([revoked.verdict, ...revoked.credentials!.map(({ verdict }) => verdict)]).toEqual([
      'revoked',
      'revoked',
      'revoked',
    ]);
  });

  test('of one says what that one says', async () => {
    const { credential, receive } = await createJwtFixture();
    const report = await receive({ json: presentationOf([credential]) });
    expect(report.summary).toEqual(report.credentials?.[0]?.summary);
    expect(report.credentials?.[0]).toEqual(expect.objectContaining({ kind: 'credential', verdict: 'valid' }));
    expect(report.credentials?.[0]?.checks).toHaveLength(6);
  });

  test.each<[string, (credential: JsonObject, jwt: string) => JsonObject, string]>([
    ['of none', () => presentationOf([]), 'undetermined'],
    ['with text in it', (credential, jwt) => presentationOf([credential, jwt]), 'malformed'],
    ['with an address in it', () => presentationOf(['https://a.example/1']), 'malformed'],
    ['with a presentation in it', (credential) => presentationOf([presentationOf([credential])]), 'malformed'],
    ['with an object in it', () => presentationOf([{ a: 1 }]), 'malformed'],
    ['with a holder that is no address', (credential) => presentationOf([credential], { holder: 'me' }), 'malformed'],
    ['with terms without a type', (credential) => presentationOf([credential], { termsOfUse: {} }), 'malformed'],
    ['whose envelope was renamed', (_, jwt) => ({ ...envelope(jwt), type: 'VerifiablePresentation' }), 'malformed'],
    ['with a member without meaning', (credential) => presentationOf([credential], { favourite: 'x' }), 'malformed'],
    [
      'of version 1.1 with text in it',
      (_, jwt) => ({ ...presentationOf([jwt]), '@context': ['https://www.w3.org/2018/credentials/v1'] }),
      'valid',
    ],
    ['of twenty-one', (credential) => presentationOf(Array.from({ length: 21 }, () => credential)), 'undetermined'],
    [
      'of more values than are checked',
      (credential) =>
        presentationOf(
          Array.from({ length: 9 }, () => ({ ...credential, evidence: Array.from({ length: 2500 }, () => ({})) })),
        ),
      'undetermined',
    ],
  ])('%s', async (_, make, verdict) => {
    const { credential, sign, receive } = await createJwtFixture();
    const report = await receive({ json: make(credential, await sign()) });
    expect([report.kind, report.verdict]).toEqual(['presentation', verdict]);
  });

  test('answers nothing that was asked', async () => {
    const { credential, receive } = await createJwtFixture();
    for (const options of [{ challenge: 'c' }, { domain: 'a.example' }])
      expect((await receive({ json: presentationOf([credential]), options })).verdict).toBe('invalid');
    expect((await receive({ json: presentationOf([credential]), options: {} })).verdict).toBe('valid');
  });
});

describe('a presentation in a JWT', () => {
  const shown = async (more: JsonObject = {}, header: JsonObject = {}) => {
    const fixture = await createJwtFixture();
    const { holder, kid, sign } = await createHolder();
    const payload = { ...presentationOf([fixture.credential], { holder }), ...more };
    const jwt = await sign({ typ: 'vp+jwt', kid, ...header }, payload);
    return { ...fixture, holder, kid, jwt, payload, signAsHolder: sign };
  };

  test('shows who presents it', async () => {
    const { jwt, receive, kid } = await shown();
    const report = await receive({ text: jwt });
    expect(outcomesOf(report)).toEqual(whole);
    expect(report.checks[2]?.source).toBe(kid);
    expect(report).toMatchObject({ verdict: 'valid', kind: 'presentation' });
    const enveloped = envelope(jwt, 'EnvelopedVerifiablePresentation', 'application/vp+jwt');
    expect((await receive({ json: enveloped })).verdict).toBe('valid');
  });

  test.each<[string, JsonObject, NonNullable<Received['options']>, string, string]>([
    ['what was asked', { nonce: 'c', aud: 'a.example' }, { challenge: 'c', domain: 'a.example' }, 'valid', ''],
    ['several domains in any order', { aud: ['b', 'a'] }, { domain: ['a', 'b'] }, 'valid', ''],
    ['another challenge', { nonce: 'd' }, { challenge: 'c' }, 'invalid', 'INVALID_CHALLENGE_ERROR'],
    ['no challenge', {}, { challenge: 'c' }, 'invalid', 'INVALID_CHALLENGE_ERROR'],
    ['for another domain', { aud: 'b' }, { domain: 'a' }, 'invalid', 'INVALID_DOMAIN_ERROR'],
    ['for one more domain', { aud: ['a', 'b'] }, { domain: 'a' }, 'invalid', 'INVALID_DOMAIN_ERROR'],
    ['what nobody asked', { nonce: 'c' }, {}, 'valid', ''],
  ])('answers %s', async (_, claims, options, verdict, problem) => {
    const { jwt, receive } = await shown(claims);
    const report = await receive({ text: jwt, options });
    expect(report.verdict).toBe(verdict);
    expect(report.checks[2]?.problem?.type ?? '').toContain(problem);
  });

  test.each<[string, JsonObject, string, string]>([
    ['another holder', { holder: 'did:web:other.example' }, 'failed', 'invalid'],
    ['iss of another', { iss: 'did:web:other.example' }, 'failed', 'invalid'],
    ['nobody', { holder: undefined }, 'notApplicable', 'valid'],
  ])('naming %s', async (_, more, outcome, verdict) => {
    const { jwt, receive } = await shown(more);
    const report = await receive({ text: jwt });
    expect(outcomesOf(report)['holder']).toBe(outcome);
    expect(report.verdict).toBe(verdict);
  });

  test('changed, or over', async () => {
    const { jwt, receive, payload, signAsHolder, kid } = await shown();
    const [header, , signature] = jwt.split('.');
    const changed = Buffer.from(JSON.stringify({ ...payload, id: 'urn:x:1' })).toString('base64url');
    const report = await receive({ text: `${header}.${changed}.${signature}` });
    expect([report.verdict, outcomesOf(report)['proof'], outcomesOf(report)['holder']]).toEqual([
      'invalid',
      'failed',
      'unknown',
    ]);
    const exp = Math.floor(now.getTime() / 1000) - 600;
    const over = await signAsHolder({ typ: 'vp+jwt', kid }, { ...payload, exp });
    expect((await receive({ text: over })).verdict).toBe('expired');
  });

  test('by a key that may sign credentials alone', async () => {
    const { sign, unsigned, receive, outside, put } = await createJwtFixture();
    const [address = ''] = outside.keys();
    const keys = JSON.parse(outside.get(address)!);
    put(address, { ...keys, authentication: undefined });
    const report = await receive({ text: await sign({ typ: 'vp+jwt' }, presentationOf([], { holder: keys.id })) });
    expect(unsigned).toBeDefined();
    expect(report.checks[2]?.problem?.detail).toMatch(/does not let the key .* sign presentations/);
  });
});
