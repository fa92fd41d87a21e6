import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationTable } from '../../../src/generated/operations.ts';
import { createLimits, defaultRates } from '../../../src/http/middleware/rate-limit.ts';
import { composeApp } from '../../../src/runtime/compose.ts';
import type { Received } from '../../../src/services/ports/index.ts';
import { type Client, origin } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectProblem, expectRefused } from '../setup/refusals.ts';
import { type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };
const tooLarge = { status: 413, code: 'body-too-large', says: /over 1 MB/ };
const tooDeep = { status: 400, code: 'nested-too-deep', says: /deeper than 64 levels/ };
const utf8 = (text: string) => new TextEncoder().encode(text);
const tenMegabytes = 10_000_000;
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** A body that comes in pieces and says no length; counts what was taken of it. */
function pieces(each: string, most: number) {
  const taken = { bytes: 0 };
  const piece = utf8(each);
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (taken.bytes >= most) return stream.close();
      taken.bytes += piece.length;
      stream.enqueue(piece);
    },
  });
  return { body, taken };
}

/** A body, and why nobody can read it. */
const unreadable: readonly (readonly [string, () => BodyInit, typeof malformed & { says?: RegExp; at?: string }])[] = [
  ['nothing', () => '', { ...malformed, says: /empty/ }],
  ['white space', () => ' \n\t ', { ...malformed, says: /empty/ }],
  ['half an object', () => '{"slug":', { ...malformed, says: /is not JSON/ }],
  ['a comma too many', () => '{"slug":"a",}', { ...malformed, says: /is not JSON/ }],
  ['two documents', () => '{}{}', { ...malformed, says: /is not JSON/ }],
  ['a form', () => 'slug=a&content=b', { ...malformed, says: /is not JSON/ }],
  ['NaN', () => '{"content":NaN}', { ...malformed, says: /is not JSON/ }],
  ['bytes that are no UTF-8', () => new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), { ...malformed, says: /UTF-8/ }],
  ['UTF-16', () => new Uint8Array(Buffer.from('\ufeff{"slug":"a"}', 'utf16le')), { ...malformed, says: /UTF-8/ }],
  ['65 arrays in one another', () => nested(65), tooDeep],
  ['65 levels of both kinds', () => '{"a":['.repeat(33) + ']}'.repeat(33), tooDeep],
  ['a million opening brackets', () => '['.repeat(999_999), tooDeep],
  ['one byte over 1 MB', () => `"${'x'.repeat(999_999)}"`, tooLarge],
  ['10 MB at once', () => 'x'.repeat(tenMegabytes), tooLarge],
  ['10 MB in pieces, without Content-Length', () => pieces('{"a":"b"},', tenMegabytes).body, tooLarge],
  ['an object with a member twice', () => '{"slug":"a","slug":"b"}', { ...malformed, at: '#/slug' }],
  ['a member twice in other letters', () => '{"slug":"a","\\u0073lug":"b"}', { ...malformed, at: '#/slug' }],
  [
    'a member twice, deep within',
    () => '{"a":[{},{"b/c":{"d":1,"e":[],"d":1}}]}',
    { ...malformed, at: '#/a/1/b~1c/d' },
  ],
  ['two byte order marks', () => '\ufeff\ufeff{"slug":"a"}', { ...malformed, says: /is not JSON/ }],
  ['null', () => 'null', { ...malformed, at: '#' }],
  ['a list', () => '[]', { ...malformed, at: '#' }],
  ['a text', () => '"slug"', { ...malformed, at: '#' }],
];

type Reader = readonly [title: string, client: () => Client, path: () => string];
const readers: readonly Reader[] = [
  ['a draft', () => harness.south.as.editor, () => `${harness.south.base}/microcredentials`],
  ['a batch', () => harness.south.as.registrar, () => `${harness.south.base}/results/batch`],
  ['a credential to check', () => harness.anyone, () => '/api/v1/verify'],
];
describe.each(readers)('%s that is', (_, client, path) => {
  test.each(unreadable)('%s is refused', async (__, body, refusal) => {
    await expectRefused(harness, () => client().send('POST', path(), { body: body() }), refusal);
  });
});

const withBody = Object.entries(operationTable).filter(([, { hasBody }]) => hasBody);
describe.each(withBody)('%s', (id, { method, path }) => {
  const client = () => (id === 'verifyCredential' ? harness.anyone : harness.south.as.confidential);
  const filled = () =>
    path
      .replace(':institution', 'sydskar')
      .replace(':microcredential', 'klippor')
      .replace(':offering', story.offering.id)
      .replace(':learner', story.registration.learnerId)
      .replace(':award', story.award.id);
  const send = (body: BodyInit) => client().send(method.toUpperCase(), filled(), { body });

  test('refuses what is no JSON, is no object, or has a member that nobody knows', async () => {
    await expectRefused(harness, () => send('{'), malformed);
    await expectRefused(harness, () => send('[{}]'), { ...malformed, at: '#' });
    await expectRefused(harness, () => send('{"surplus":1}'), { ...malformed, at: '#/surplus' });
  });

  test('refuses an object that lacks everything', async () => {
    await expectRefused(harness, () => send('{}'), {
      ...malformed,
      says: /This member is missing\.|At least 1 member\./,
    });
  });
});

describe('what is to be checked', () => {
  test.each([
    [{ link: 5 }, '#/link', 'Write text here, in quotation marks.'],
    [{ link: 'https://x.example/', credential: {} }, '#', 'Only one member.'],
    [{}, '#', 'At least 1 member.'],
  ])('%j is told in one line', async (body, pointer, detail) => {
    const { status, body: problem } = await harness.anyone.post('/api/v1/verify', body);
    expect([status, problem.errors]).toEqual([400, [{ pointer, detail }]]);
  });

  test.each([[[]], [[{}]], [5], [null], [true]])('%j is JSON of another kind, as in a file', async (credential) => {
    const { status, body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect([status, body.kind, body.verdict]).toEqual([200, 'json', 'undetermined']);
  });
});

describe('a body that never ends', () => {
  test('is not read for ever', async () => {
    const { body, taken } = pieces(' '.repeat(65_536), Infinity);
    expectProblem(await harness.anyone.send('POST', '/api/v1/verify', { body }), tooLarge);
    expect(taken.bytes).toBeLessThan(25_000_000);
  });

  test('is not read at all where it says that it is too long', async () => {
    const { body, taken } = pieces(' '.repeat(65_536), Infinity);
    const headers = { 'Content-Length': String(tenMegabytes) };
    expectProblem(await harness.anyone.send('POST', '/api/v1/verify', { body, headers }), tooLarge);
    expect(taken.bytes).toBeLessThanOrEqual(65_536);
  });

  test('is refused also where it lies about its length', async () => {
    const { body } = pieces('x'.repeat(65_536), tenMegabytes);
    const answer = await harness.anyone.send('POST', '/api/v1/verify', { body, headers: { 'Content-Length': '2' } });
    expectProblem(answer, tooLarge);
  });
});

describe('what can just be read', () => {
  const check = (body: BodyInit) => harness.anyone.send('POST', '/api/v1/verify', { body });

  test('is 64 levels deep', async () => {
    expect((await check(`{"credential":{"a":${nested(62)}}}`)).status).toBe(200);
  });

  test('is 1 MB long', async () => {
    const body = `{"credential":{"a":"${'x'.repeat(999_977)}"}}`;
    expect([body.length, (await check(body)).status]).toEqual([1_000_000, 200]);
  });

  test('begins with a byte order mark, or has brackets inside text', async () => {
    expect((await check('\ufeff{"credential":{}}')).status).toBe(200);
    expect((await check(JSON.stringify({ credential: { a: '['.repeat(100) + '\\"[' } }))).status).toBe(200);
  });

  test('comes in pieces that cut a letter in two', async () => {
    const bytes = utf8('{"credential":{"name":"Åsa"}}');
    const cut = bytes.indexOf(0xc3) + 1;
    const parts = [bytes.slice(0, cut), bytes.slice(cut)];
    const body = new ReadableStream({
      pull(stream) {
        const part = parts.shift();
        return part ? stream.enqueue(part) : stream.close();
      },
    });
    expect((await check(body)).body.summary).toMatchObject({ title: { und: 'Åsa' } });
  });
});

describe('a member that stands twice in a document to check', () => {
  const received: unknown[] = [];
  const app = composeApp();
  const ask = async (body: string) => {
    const verifying = {
      ...harness.services.verifying,
      verifyReceived: (given: Received, now: Date) => {
        received.push(given);
        return harness.services.verifying.verifyReceived(given, now);
      },
    };
    const limits = createLimits(defaultRates, () => 0);
    const request = new Request(`${origin}/api/v1/verify`, { method: 'POST', body });
    const services = { ...harness.services, verifying };
    return app.fetch(request, { services, limits, clientAddress: body });
  };

  test('is for the report to say, with its place in the document', async () => {
    expect((await ask('{"credential":{"a":{"b":1,"b":2}}}')).status).toBe(200);
    expect(received).toEqual([{ json: { a: { b: 2 } }, duplicate: '/a/b' }]);
  });

  test.each([
    ['{"credential":{},"credential":{}}', '#/credential'],
    ['{"link":"https://wallet.example/1","link":"https://wallet.example/2"}', '#/link'],
  ])('and around it is refused: %s', async (body, pointer) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ type: '/problems/malformed-request', errors: [{ pointer }] });
  });

  test('is handed on as text where a text is sent, which is read by the rules of files', async () => {
    received.length = 0;
    expect((await ask(JSON.stringify({ credential: '{"a":1,"a":2}' }))).status).toBe(200);
    expect((await ask(JSON.stringify({ link: 'https://wallet.example/1' }))).status).toBe(200);
    expect(received).toEqual([{ text: '{"a":1,"a":2}' }, { link: 'https://wallet.example/1' }]);
    expect((await ask(JSON.stringify({ credential: nested(65) }))).status).toBe(400);
    expect((await ask(JSON.stringify({ credential: ' ' }))).status).toBe(400);
  });
});

describe('text that cannot be kept as it was sent', () => {
  const learner = { nameAsAwarded: 'Åsa', email: 'asa@epost.invalid' };
  const alone = String.fromCharCode(0xd800);
  const registration = (changed: object) => ({ category: 'other', learner: { ...learner, ...changed } });
  const send = (body: unknown) =>
    harness.south.as.registrar.post(`${harness.south.base}/offerings/${story.offering.id}/registrations`, body);

  test.each([
    ['a surrogate that stands alone, in a name', { nameAsAwarded: `Å${alone}sa` }, '#/learner/nameAsAwarded'],
    [
      'a surrogate that stands alone, in an identifier',
      { identifiers: [{ kind: 'other', value: alone }] },
      '#/learner/identifiers/0/value',
    ],
    ['U+0000, in a name', { nameAsAwarded: 'Å\u0000sa' }, '#/learner/nameAsAwarded'],
    [
      'U+0000, in an identifier',
      { identifiers: [{ kind: 'other', value: '\u0000' }] },
      '#/learner/identifiers/0/value',
    ],
  ])('%s, is refused', async (_, changed, at) => {
    await expectRefused(harness, () => send(registration(changed)), { ...malformed, at });
  });

  test('is refused in a draft, with its place', async () => {
    const content = { title: { sv: 'a', fi: `b${alone}` } };
    const sent = () =>
      harness.south.as.editor.post(`${harness.south.base}/microcredentials`, { slug: 'halv', content });
    await expectRefused(harness, sent, { ...malformed, at: '#/content/title/fi' });
  });

  test('is refused beside an Idempotency-Key, which is over a digest of the body', async () => {
    const decision = { ground: 'examination', caseNumber: alone };
    const { id: examinerId } = (await harness.south.as.bystander.get('/api/v1/me')).body;
    const body = { registrationId: story.registration.id, grade: 'G', date: '2026-10-01', examinerId, decision };
    const sent = () =>
      harness.south.as.registrar.post(`${harness.south.base}/results`, body, { 'Idempotency-Key': '1' });
    await expectRefused(harness, sent, { ...malformed, at: '#/decision/caseNumber' });
  });

  test('is only reported on in a credential to check, which nobody keeps', async () => {
    const { status, body } = await harness.anyone.post('/api/v1/verify', { credential: { name: alone } });
    expect([status, body.verdict, body.kind]).toEqual([200, 'undetermined', 'json']);
  });
});

everyAnswer(() => harness);
