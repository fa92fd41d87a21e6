import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, did, now, slug } from '../fixture.ts';
import { claimsOf, createJoseKey, createJwtFixture, kid, withKey } from './fixture.ts';

describe('a credential in a JWT', () => {
  test.each(['ES256', 'ES384', 'EdDSA', 'RS256'])('is checked: %s', async (alg) => {
    const { sign, receive } = await createJwtFixture(alg);
    const report = await receive({ text: await sign() });
    expect(report).toMatchObject({ verdict: 'valid', kind: 'jwt' });
    expect(report.checks[2]).toMatchObject({ name: 'proof', outcome: 'passed', source: kid });
    expect(report.summary.issuer?.id).toBe(did);
  });

  test.each<[string, JsonObject]>([
    ['its whole media type', { typ: 'application/vc+jwt', cty: 'application/vc' }],
    ['capitals in it', { typ: 'VC+JWT', cty: 'vc' }],
    ['no type', { typ: undefined }],
    ['its key within the document of the issuer', { kid: '#jwt-key' }],
    ['more than is read', { x5t: 'AAAA', iat: 5 }],
  ])('with %s in its header', async (_, header) => {
    const { sign, receive } = await createJwtFixture();
    expect((await receive({ text: await sign(header) })).verdict).toBe('valid');
  });

  test('with claims of its own, which are no part of the document', async () => {
    const { sign, receive, unsigned } = await createJwtFixture();
    const seconds = Math.floor(now.getTime() / 1000);
    const claims = { iss: did, iat: seconds - 5, exp: seconds + 500, aud: 'https://a.example', jti: 'x', sub: 'y' };
    const report = await receive({ text: await sign({}, { ...unsigned, ...claims }) });
    expect(report.verdict).toBe('valid');
  });

  test('is refused changed', async () => {
    const { sign, receive, unsigned } = await createJwtFixture();
    const [header, , signature] = (await sign()).split('.');
    const changed = copy(unsigned);
    changed.credentialSubject.achievement.eqfLevel = 'http://data.europa.eu/snb/eqf/8';
    const payload = Buffer.from(JSON.stringify(changed)).toString('base64url');
    const report = await receive({ text: `${header}.${payload}.${signature}` });
    expect(report.checks[2]).toMatchObject({ name: 'proof', outcome: 'failed' });
    expect(report.verdict).toBe('invalid');
  });

  test('with a key as a Multikey, which is the same key', async () => {
    const { signAs, receive, unsigned, key } = await createJwtFixture();
    const report = await receive({ text: await signAs({ kid: `${did}#${key.publicKey}`, typ: 'vc+jwt' }, unsigned) });
    // Another key than it names.
    expect(report.checks[2]).toMatchObject({ outcome: 'failed' });
    expect(report.checks[2]?.problem?.detail).toContain('is one for EdDSA');
  });

  test.each([
    ['exp', -301, 'expired'],
    ['nbf', 301, 'notYetValid'],
    ['iat', 301, 'notYetValid'],
    ['exp', -299, 'valid'],
    ['nbf', 299, 'valid'],
  ])('is looked at for its claim %s (%d s from now): %s', async (claim, after, verdict) => {
    const { sign, receive, unsigned } = await createJwtFixture();
    const payload = { ...unsigned, [claim]: Math.floor(now.getTime() / 1000) + after };
    expect((await receive({ text: await sign({}, payload) })).verdict).toBe(verdict);
  });

  test.each([
    ['expires', '2027-03-01T00:00:00Z', '2027-03-02T00:00:00Z', 'invalid'],
    ['revoked', '2027-03-01T00:00:00Z', '2027-03-02T00:00:00Z', 'invalid'],
    ['revoked', '2027-03-03T00:00:00Z', '2027-03-02T00:00:00Z', 'valid'],
  ])('by a key with "%s" %s, signed %s: %s', async (member, end, signed, verdict) => {
    const { sign, receive, unsigned, keys, jwk, put } = await createJwtFixture();
    const changed = copy(withKey(keys, jwk));
    changed.verificationMethod.at(-1)[member] = end;
    put(addresses.didDocument(slug), changed);
    const iat = Math.floor(Date.parse(signed) / 1000);
    expect((await receive({ text: await sign({}, { ...unsigned, iat }) })).verdict).toBe(verdict);
  });

  test('with proofs inside, each of which is checked too', async () => {
    const { sign, receive, credential } = await createJwtFixture();
    expect((await receive({ text: await sign({}, credential) })).verdict).toBe('valid');
    const changed = copy(credential);
    changed.proof.created = '2027-03-11T00:00:00Z';
    const report = await receive({ text: await sign({}, changed) });
    expect(report.verdict).toBe('invalid');
  });

  test('by an issuer who is a key: did:jwk', async () => {
    const { receive, unsigned } = await createJwtFixture();
    const { jwk, sign } = await createJoseKey('ES256');
    const issuer = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    const document = copy(unsigned);
    document.issuer.id = issuer;
    for (const header of [{}, { kid: `${issuer}#0` }]) {
      const report = await receive({ text: await sign({ typ: 'vc+jwt', ...header }, document) });
      expect(report.checks.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    }
  });
});

describe('an Open Badge in a JWT', () => {
  const badge = async () => {
    const fixture = await createJwtFixture('RS256');
    const payload = { ...fixture.unsigned, ...claimsOf(fixture.unsigned) };
    const signBadge = (header: JsonObject = { kid }, changed: JsonObject = payload) =>
      fixture.signAs({ typ: 'JWT', ...header }, changed);
    return { ...fixture, payload, signBadge };
  };

  test.each([
    ['with its key by name', (_: object) => ({ kid })],
    ['with the key itself', (jwk: object) => ({ jwk })],
    ['with both', (jwk: object) => ({ kid, jwk })],
    ['without a type', (_: object) => ({ kid, typ: undefined })],
  ])('is checked %s', async (_, header) => {
    const { signBadge, receive, jwk } = await badge();
    const report = await receive({ text: await signBadge(header(jwk)) });
    expect(report).toMatchObject({ verdict: 'valid', kind: 'jwt' });
  });

  test.each<[string, (payload: any) => void, string]>([
    ['no iss', (payload) => delete payload.iss, '"iss"'],
    ['another jti', (payload) => (payload.jti = 'urn:uuid:9'), '"jti"'],
    ['another sub', (payload) => (payload.sub = 'urn:uuid:9'), '"sub"'],
    ['no nbf', (payload) => delete payload.nbf, '"nbf"'],
    ['nbf a second later', (payload) => (payload.nbf += 1), '"nbf"'],
    ['exp where the credential has no end', (payload) => (payload.exp = 4_000_000_000), '"exp"'],
    ['no exp where it has one', (payload) => (payload.validUntil = '2028-01-01T00:00:00Z'), '"exp"'],
    ['nbf as text', (payload) => (payload.nbf = String(payload.nbf)), '"nbf"'],
  ])('is malformed with %s', async (_, change, claim) => {
    const { signBadge, receive, payload } = await badge();
    const changed = copy(payload);
    change(changed);
    const report = await receive({ text: await signBadge({ kid }, changed) });
    expect(report.verdict).toBe('malformed');
    expect(report.checks[0]?.problem?.detail).toContain(claim);
  });

  test('is malformed with more in its header than the profile has', async () => {
    const { signBadge, receive } = await badge();
    const report = await receive({ text: await signBadge({ kid, x5t: 'AAAA' }) });
    expect(report.verdict).toBe('malformed');
    expect(report.checks[0]?.problem?.detail).toContain('"x5t"');
  });

  test('whose key stands below the address of its issuer', async () => {
    const { signBadge, receive, put, jwk, keys } = await badge();
    // Published there alone, and not in the document of keys.
    put(addresses.didDocument(slug), keys);
    const at = addresses.didDocument(slug).replace('did.json', 'keys/1');
    put(at, jwk);
    expect((await receive({ text: await signBadge({ kid: at }) })).verdict).toBe('valid');
    put(at, {
      keys: [
        { ...jwk, kid: at },
        { ...jwk, kid: 'another' },
      ],
    });
    expect((await receive({ text: await signBadge({ kid: at }) })).verdict).toBe('valid');
  });

  test('whose key stands in the set of its issuer', async () => {
    const { signBadge, receive, put, jwk, keys } = await badge();
    put(addresses.didDocument(slug), keys);
    expect((await receive({ text: await signBadge({ jwk }) })).verdict).toBe('invalid');
    put(addresses.didDocument(slug).replace('did.json', 'jwks.json'), { keys: [jwk] });
    expect((await receive({ text: await signBadge({ jwk }) })).verdict).toBe('valid');
  });
});
