import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compress } from '../../src/runtime/compression.ts';

const long = 'Mikromeriter för alla. '.repeat(100);
const asked = (headers: Record<string, string>) => new Request('http://localhost/', { headers });
const answer = (headers: Record<string, string>, body: string | null = long, status = 200) =>
  new Response(body, { status, headers });
const codingOf = async (accept: string, type = 'application/json', body = long) =>
  (await compress(asked({ 'Accept-Encoding': accept }), answer({ 'Content-Type': type }, body))).headers.get(
    'Content-Encoding',
  );

test.each([
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br, gzip;q=0.5', 'gzip'],
  ['*', 'gzip'],
  ['', null],
  ['br', null],
  ['identity', null],
  ['gzip;q=0', null],
  ['gzip;q=0, *', null],
  ['*;q=0', null],
  ['identity, gzip;q=0.5', null],
])('whoever accepts %j gets %s', async (accept, coding) => {
  expect(await codingOf(accept)).toBe(coding);
});

test.each([
  ['text/html; charset=UTF-8', 'gzip'],
  ['text/css; charset=utf-8', 'gzip'],
  ['application/problem+json', 'gzip'],
  ['application/ld+json', 'gzip'],
  ['application/vc', 'gzip'],
  ['image/svg+xml', 'gzip'],
  ['font/woff2', null],
  ['image/png', null],
  ['application/octet-stream', null],
])('what is %s is sent as %s', async (type, coding) => {
  expect(await codingOf('gzip', type)).toBe(coding);
});

describe('leaves alone', () => {
  const accepts = { 'Accept-Encoding': 'gzip' };
  const json = { 'Content-Type': 'application/json', ETag: '"a"' };

  test('what is small', async () => {
    const answered = await compress(asked(accepts), answer(json, '{}'));
    expect([answered.headers.get('Content-Encoding'), await answered.text()]).toEqual([null, '{}']);
    expect(await codingOf('gzip', 'application/json', 'a'.repeat(1023))).toBeNull();
    expect(await codingOf('gzip', 'application/json', 'a'.repeat(1024))).toBe('gzip');
  });

  test('what is read with a key, whose tag is sent back in If-Match', async () => {
    const original = answer(json);
    expect(await compress(asked({ ...accepts, Authorization: 'Bearer x' }), original)).toBe(original);
  });

  test('what is coded already', async () => {
    const original = answer({ ...json, 'Content-Encoding': 'br' });
    expect(await compress(asked(accepts), original)).toBe(original);
  });
});

test('a tag is weak for whoever takes gzip, and strong for the rest', async () => {
  const tagOf = async (accept: string, status = 200) => {
    const original = answer({ 'Content-Type': 'application/json', ETag: '"a"' }, status === 304 ? null : long, status);
    return (await compress(asked({ 'Accept-Encoding': accept }), original)).headers.get('ETag');
  };
  expect([await tagOf('gzip'), await tagOf('gzip', 304)]).toEqual(['W/"a"', 'W/"a"']);
  expect([await tagOf('br'), await tagOf('br', 304)]).toEqual(['"a"', '"a"']);
});

describe('of what is asked for again', () => {
  const body = async (text: string, headers: Record<string, string>, url = 'http://localhost/a') => {
    const request = new Request(url, { headers: { 'Accept-Encoding': 'gzip' } });
    const all = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60', ...headers };
    return gunzipSync(Buffer.from(await (await compress(request, answer(all, text))).arrayBuffer())).toString();
  };
  const [one, another] = [`${long}1`, `${long}2`];

  test('the same tag at the same address is compressed once', async () => {
    expect(await body(one, { ETag: '"once"' })).toBe(one);
    expect(await body(another, { ETag: '"once"' }), 'what was kept').toBe(one);
  });

  test('another tag, another address or another type is not', async () => {
    expect(await body(another, { ETag: '"twice"' })).toBe(another);
    expect(await body(another, { ETag: '"once"' }, 'http://localhost/b')).toBe(another);
    expect(await body(another, { ETag: '"once"', 'Content-Type': 'text/html' })).toBe(another);
  });

  test('nothing is kept that is private or has no tag', async () => {
    for (const headers of [{ ETag: '"person"', 'Cache-Control': 'private, no-cache' }, { 'Cache-Control': 'public' }]) {
      expect(await body(one, headers, 'http://localhost/c')).toBe(one);
      expect(await body(another, headers, 'http://localhost/c')).toBe(another);
    }
  });
});

test('what stands in Vary stays, and every other header and the status too', async () => {
  const headers = { 'Content-Type': 'text/html', Vary: 'Accept-Language', 'X-Robots-Tag': 'noindex' };
  const answered = await compress(asked({ 'Accept-Encoding': 'gzip' }), answer(headers, long, 404));
  expect(answered.status).toBe(404);
  expect(answered.headers.get('Vary')).toBe('Accept-Language, Accept-Encoding');
  expect(answered.headers.get('X-Robots-Tag')).toBe('noindex');
});

test('any text comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 3000 }), async (text) => {
      const original = answer({ 'Content-Type': 'text/plain' }, text);
      const answered = await compress(asked({ 'Accept-Encoding': 'gzip' }), original);
      const bytes = Buffer.from(await answered.arrayBuffer());
      const plain = answered.headers.get('Content-Encoding') === 'gzip' ? gunzipSync(bytes) : bytes;
      expect(plain.toString('utf8')).toBe(
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
      );
    }),
    { numRuns: 50 },
  );
});
