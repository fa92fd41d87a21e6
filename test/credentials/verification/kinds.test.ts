import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentKind, Verdict } from '../../../src/domain/verification/verification.ts';
import type { JsonObject, Received } from '../../../src/services/ports/index.ts';
import { createFixture, type Fixture } from '../fixture.ts';

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../samples/found/${name}.json`), 'utf8');
const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const jwtOf = (payload: unknown): string => `${base64url({ alg: 'ES256' })}.${base64url(payload)}.${base64url('sig')}`;
const european = (JSON.parse(sample('jades-sealed-elm')) as { payload: string }).payload;
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const enveloped = (type: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: `data:application/vc+jwt,${jwtOf({})}`,
  type,
});
const presentationOf = (...verifiableCredential: unknown[]) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential,
});

type Row = readonly [what: string, received: (fixture: Fixture) => Received, kind: DocumentKind, verdict: Verdict];
const text = (what: string, value: string, kind: DocumentKind, verdict: Verdict = 'undetermined'): Row => [
  what,
  () => ({ text: value }),
  kind,
  verdict,
];
const json = (what: string, value: unknown, kind: DocumentKind, verdict: Verdict = 'undetermined'): Row => [
  what,
  () => ({ json: value }),
  kind,
  verdict,
];
const file = (what: string, value: Uint8Array, kind: DocumentKind, verdict: Verdict = 'undetermined'): Row => [
  what,
  () => ({ bytes: value }),
  kind,
  verdict,
];

const rows: readonly Row[] = [
  ['a credential', ({ credential }) => ({ json: credential }), 'credential', 'valid'],
  ['its text', ({ credential }) => ({ text: ` \n${JSON.stringify(credential, null, 2)}\n` }), 'credential', 'valid'],
  ['its file', ({ credential }) => ({ bytes: bytes(JSON.stringify(credential)) }), 'credential', 'valid'],
  [
    'its file with a mark',
    ({ credential }) => ({ bytes: bytes('\uFEFF', JSON.stringify(credential)) }),
    'credential',
    'valid',
  ],
  [
    'its text in quotes',
    ({ credential }) => ({ text: JSON.stringify(JSON.stringify(credential)) }),
    'credential',
    'valid',
  ],
  ['it in the wrapper of our API', ({ credential }) => ({ json: { credential } }), 'credential', 'valid'],
  ['the text of that', ({ credential }) => ({ text: JSON.stringify({ credential }) }), 'credential', 'valid'],
  [
    'its text in the wrapper',
    ({ credential }) => ({ json: { credential: JSON.stringify(credential) } }),
    'credential',
    'valid',
  ],
  ['a presentation of it', ({ credential }) => ({ json: presentationOf(credential) }), 'presentation', 'valid'],
  [
    'a presentation of two',
    ({ credential }) => ({ json: presentationOf(credential, credential) }),
    'presentation',
    'valid',
  ],
  json('a presentation of none', presentationOf(), 'presentation'),
  json(
    'a presentation of one in an envelope',
    presentationOf(enveloped('EnvelopedVerifiableCredential')),
    'presentation',
    'malformed',
  ),
  json('a credential in an envelope', enveloped('EnvelopedVerifiableCredential'), 'enveloped-credential', 'malformed'),
  json(
    'a presentation in an envelope',
    enveloped('EnvelopedVerifiablePresentation'),
    'enveloped-credential',
    'malformed',
  ),
  text('a JWT', jwtOf({ iss: 'x' }), 'jwt'),
  text('a JWT with space in its header', `${base64url('{ "alg": "ES256" }')}.${base64url({})}.sig`, 'jwt'),
  text('words with dots between', 'eyes.are.blue', 'text'),
  text('a version number', '1.2.3', 'text'),
  text('a JWT in quotes', JSON.stringify(jwtOf({})), 'jwt'),
  json('a JWT in the wrapper', { credential: jwtOf({}) }, 'jwt'),
  text('an encrypted JWT', `${base64url({ alg: 'dir', enc: 'A256GCM' })}..a.b.c`, 'jwt'),
  json('a JWS as JSON', { payload: base64url({}), signatures: [{}] }, 'jwt'),
  text('an SD-JWT', `${jwtOf({ vct: 'x' })}~${base64url(['salt', 'a', 'b'])}~`, 'sd-jwt'),
  text('an SD-JWT with nothing shown', `${jwtOf({})}~`, 'sd-jwt'),
  text('a sealed European document', sample('jades-sealed-elm'), 'sealed-european-credential'),
  json(
    'one whose payload is base64url',
    { payload: base64url(european), signature: 'AAAA' },
    'sealed-european-credential',
  ),
  text('a compact one', jwtOf(european), 'sealed-european-credential'),
  text('a compact one of VC 1.1', jwtOf({ vc: JSON.parse(european) as unknown }), 'sealed-european-credential'),
  text('Open Badges 2', sample('ob2-assertion'), 'open-badge-2'),
  json(
    'an Open Badge of version 1',
    { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion' },
    'open-badge-2',
  ),
  json('one in a list of contexts', { '@context': ['https://w3id.org/openbadges/v2/', {}] }, 'open-badge-2'),
  json('one by the context it leads to', { '@context': 'https://openbadgespec.org/v2/context.json' }, 'open-badge-2'),
  ['a DID document', ({ outside }) => ({ text: [...outside.values()][0]! }), 'did-document', 'undetermined'],
  file('a PDF', bytes('%PDF-1.7\n', [0xe2, 0xe3]), 'pdf'),
  file('a PNG', bytes([0x89], 'PNG\r\n'), 'image'),
  file('a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image'),
  file('a GIF', bytes('GIF89a'), 'image'),
  file('a WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'image'),
  text('an SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'image'),
  text('an SVG without a head', '<svg></svg>', 'image'),
  file('a ZIP', bytes('PK', [3, 4, 20, 0]), 'zip'),
  file('an empty ZIP', bytes('PK', [5, 6]), 'zip'),
  text('a web page', '<!DOCTYPE html>\n<html lang="sv"><title>Logga in</title>', 'web-page'),
  json('other JSON', { a: 1 }, 'json'),
  json('an empty object', {}, 'json'),
  json('a list', [1], 'json'),
  json('a number', 5, 'json'),
  json('null', null, 'json'),
  json('a wrapper in wrappers', { credential: { credential: { credential: { credential: {} } } } }, 'json'),
  text('text', 'Hej! Här är mitt intyg.', 'text'),
  text('nothing', '', 'text'),
  file('an empty file', new Uint8Array(), 'text'),
  file('Latin-1', bytes('{"name":"', [0xc5], '"}'), 'text', 'malformed'),
  file('UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'text', 'malformed'),
  file('UTF-16 without a mark', Buffer.from('{"a":"b"}', 'utf16le'), 'text', 'malformed'),
  file('two marks', bytes('\uFEFF\uFEFF\uFEFF{}'), 'json', 'malformed'),
  text('half a document', '{"@context":["https://www.w3.org/ns/credentials/v2"', 'json', 'malformed'),
  text('a member twice', '{"credentialSubject":{"id":"a"},"credentialSubject":{}}', 'json', 'malformed'),
  text('one twice in other letters', '{"a":{"b":1,"\\u0062":2}}', 'json', 'malformed'),
  ['a member twice in a request', ({ credential }) => ({ json: credential, duplicate: '/name' }), 'json', 'malformed'],
  text('sixty-five levels', '['.repeat(65) + ']'.repeat(65), 'json'),
];

describe('what was handed over is recognised', () => {
  test.each(rows)('%s', async (_, received, kind, verdict) => {
    const fixture = await createFixture();
    const report = await fixture.receive(received(fixture));
    expect([report.kind, report.verdict]).toEqual([kind, verdict]);
    if (verdict !== 'valid' && kind !== 'presentation') expect(report.checks[0]?.problem?.detail).toMatch(/\.$/);
    expect(report.checks).toHaveLength(report.credentials ? 4 : 6);
  });

  test.each<[string, Received, string | undefined]>([
    ['Latin-1', { bytes: bytes('{"name":"', [0xc5], '"}') }, 'not-utf8'],
    ['UTF-16 without a mark', { bytes: Buffer.from('{"a":"b"}', 'utf16le') }, 'not-utf8'],
    ['half a document', { text: '{"a":' }, 'not-json'],
    ['what only begins like JSON', { text: '{\\rtf1 Hej}' }, 'not-json'],
    ['a member twice', { text: '{"a":1,"a":2}' }, 'duplicate-member'],
    ['a member twice in a request', { json: { a: 1 }, duplicate: '/a' }, 'duplicate-member'],
    ['other JSON', { text: '{"a":1}' }, undefined],
  ])('and why it cannot be read is said in a word: %s', async (_, received, reason) => {
    const { receive } = await createFixture();
    expect((await receive(received)).checks[0]?.reason).toBe(reason);
  });

  test('and what can be read of a sealed document is read, unconfirmed', async () => {
    const { receive } = await createFixture();
    const { summary, verdict } = await receive({ text: sample('jades-sealed-elm') });
    expect(verdict).toBe('undetermined');
    expect(summary.title).toEqual({ en: 'C' });
  });

  test('the proof of a presentation and that of what is in it are reported on apart', async () => {
    const { receive, credential } = await createFixture();
    const report = await receive({ json: { ...presentationOf(credential), proof: { type: 'x' } } });
    expect(report).toMatchObject({ kind: 'presentation', verdict: 'undetermined' });
    const [inside] = report.credentials ?? [];
    expect(inside).toMatchObject({ kind: 'credential', verdict: 'valid' });
    expect(inside?.checks[2]?.source).toBe((credential['proof'] as JsonObject)['verificationMethod']);
  });
});
