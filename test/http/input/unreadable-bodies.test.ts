import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationTable } from '../../../src/generated/operations.ts';
import type { Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectProblem, expectRefused } from '../setup/refusals.ts';
import { type Story, wholeStory } from '../setup/story.ts';
import { nested } from './odd-bodies.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
});
afterAll(() => harness.close());

/** What is asked for is read after the body is. */
const nowhere = '00000000-0000-4000-8000-000000000000';
const malformed = { status: 400, code: 'malformed-request' };
const tooLarge = { status: 413, code: 'body-too-large', says: /over 1 MB/ };
const tooDeep = { status: 400, code: 'nested-too-deep', says: /deeper than 64 levels/ };
const utf8 = (text: string) => new TextEncoder().encode(text);
const tenMegabytes = 10_000_000;

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

describe('a body in a coding', () => {
  const refusal = { status: 415, code: 'encoding-unsupported', says: /without Content-Encoding/ };
  const send = (client: Client, path: string, coding: string) =>
    client.send('POST', path, { body: gzipSync('{"credential":{}}'), headers: { 'Content-Encoding': coding } });

  test.each(['gzip', 'GZIP', 'br', 'deflate', 'x-unknown', 'identity, gzip', 'gzip, identity', '*'])(
    'is refused with Content-Encoding: %s, and told which would do',
    async (coding) => {
      for (const [, client, path] of readers) {
        await expectRefused(harness, () => send(client(), path(), coding), refusal);
        expect((await send(client(), path(), coding)).headers.get('Accept-Encoding')).toBe('identity');
      }
    },
  );

  test.each(['', 'identity', ' Identity ', 'identity,identity'])('is none with “%s”', async (coding) => {
    const headers = { 'Content-Encoding': coding };
    const answer = await harness.anyone.send('POST', '/api/v1/verify', { body: '{"credential":{}}', headers });
    expect(answer.status).toBe(200);
  });
});

const withBody = Object.entries(operationTable).filter(([, { hasBody }]) => hasBody);
describe.each(withBody)('%s', (id, { method, path }) => {
  const client = () => (id === 'verifyCredential' ? harness.anyone : harness.south.as.confidential);
  const filled = () =>
    path
      .replace(':institution', 'koesaari')
      .replace(':microcredential', 'klippor')
      .replace(':offering', story.offering.id)
      .replace(':agreement', nowhere)
      .replace(':learner', story.registration.learnerId)
      .replace(':partnership', story.offering.id)
      .replace(':partner', 'provsjo')
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

everyAnswer(() => harness);
