import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { createJwtFixture } from './fixture.ts';
import { envelope } from './presented.ts';

describe('a credential in an envelope', () => {
  test.each<[string, (jwt: string) => JsonObject, string]>([
    ['is checked', (jwt) => envelope(jwt), 'valid'],
    ['as any JWT', (jwt) => envelope(jwt, undefined, 'application/jwt'), 'valid'],
    ['in other letters', (jwt) => envelope(jwt, undefined, 'Application/VC+JWT'), 'valid'],
    [
      'of two types',
      (jwt) => ({ ...envelope(jwt), type: ['EnvelopedVerifiableCredential', 'VerifiableCredential'] }),
      'malformed',
    ],
    ['without a context', (jwt) => ({ ...envelope(jwt), '@context': undefined }), 'malformed'],
    ['without a data: URL', (jwt) => ({ ...envelope(jwt), id: `https://a.example/${jwt}` }), 'malformed'],
    ['with nothing in it', () => envelope(''), 'malformed'],
    ['with words in it', () => envelope('hello'), 'malformed'],
    ['of the media type of a presentation', (jwt) => envelope(jwt, undefined, 'application/vp+jwt'), 'malformed'],
    ['as a presentation', (jwt) => envelope(jwt, 'EnvelopedVerifiablePresentation', 'application/vp+jwt'), 'malformed'],
    ['of a media type that is not read', (jwt) => envelope(jwt, undefined, 'application/vc+cose'), 'undetermined'],
    ['with a parameter', (jwt) => envelope(jwt, undefined, 'application/vc+jwt;base64'), 'undetermined'],
    ['changed', (jwt) => envelope(`${jwt.slice(0, -8)}AAAAAAAA`), 'invalid'],
  ])('%s', async (_, make, verdict) => {
    const { sign, receive } = await createJwtFixture();
    const report = await receive({ json: make(await sign()) });
    expect(report.verdict).toBe(verdict);
    expect(report.kind).toBe('enveloped-credential');
  });

  test('whose JWT has another type than its media type', async () => {
    const { signAs, unsigned, receive } = await createJwtFixture();
    const jwt = await signAs({ typ: 'JWT' }, unsigned);
    expect((await receive({ json: envelope(jwt) })).verdict).toBe('malformed');
  });
});
