import { describe, expect, test } from 'vitest';
import type { Fetcher, FetchErrorCode } from '../../../src/credentials/index.ts';
import { createFetcher } from '../../../src/platform/fetch/fetcher.ts';
import type { FetchOnce } from '../../../src/platform/fetch/fetch-once.ts';

const origins = ['https://merits.example.edu', 'https://old.example.edu:8443'];
const wallet = 'https://wallet.example.org/one';
const start = Date.parse('2027-03-20T12:00:00Z');

type Own = Readonly<Record<string, string>>;
/** A fetcher on a network that answers with this, and what was asked there and of our own. */
function staged(
  answer: (url: string, accept: string) => Response | Promise<Response> = () => Response.json({}),
  own: Own = {},
) {
  const clock = { at: start };
  const asked: string[] = [];
  const askedOwn: string[] = [];
  const fetchOnce: FetchOnce = async (url, { headers }) => {
    asked.push(url);
    return answer(url, headers['Accept'] ?? '');
  };
  const fetcher: Fetcher = createFetcher({
    origins,
    fetchOnce,
    now: () => new Date(clock.at),
    async readOwn(url) {
      askedOwn.push(url);
      const text = own[url];
      return text === undefined ? undefined : { text, type: 'application/json' };
    },
    async fetchOwn(url) {
      askedOwn.push(`file ${url}`);
      const text = own[url];
      return text === undefined ? new Response('{}', { status: 404 }) : new Response(text);
    },
  });
  return { fetcher, clock, asked, askedOwn };
}
const text =
  (body: BodyInit, headers: Record<string, string> = {}) =>
  () =>
    new Response(body, { headers });
const html = '<!DOCTYPE html><html><body>Log in, please</body></html>';

describe('why nothing could be read is said:', () => {
  const login = (url: string) =>
    url === wallet
      ? new Response(null, { status: 302, headers: { Location: 'https://login.example.org/' } })
      : new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  const round = (url: string) => new Response(null, { status: 302, headers: { Location: url } });

  test.each<[string, (url: string) => Response, FetchErrorCode, number?]>([
    ['404', () => new Response('?', { status: 404 }), 'bad-status', 404],
    ['406', () => new Response('?', { status: 406 }), 'bad-status', 406],
    ['503 with a page', () => new Response(html, { status: 503 }), 'bad-status', 503],
    ['a web page', text(html, { 'Content-Type': 'text/html' }), 'web-page'],
    ['a web page that is called JSON', text(`\n ${html}`, { 'Content-Type': 'application/json' }), 'web-page'],
    ['a page without a doctype', text('<p>Hello', { 'Content-Type': 'text/html' }), 'web-page'],
    ['a page to log in, after a redirect', login, 'web-page'],
    ['a redirect to itself', round, 'too-many-redirects'],
    ['a lot', text(new Uint8Array(1_000_001)), 'too-large'],
  ])('%s', async (_, answer, fault, status) => {
    const { fetcher } = staged(answer);
    for (const fetched of [fetcher.fetchJson(wallet), fetcher.fetchFile(wallet)])
      await expect(fetched).rejects.toMatchObject({ fault, status });
  });

  test.each<[string, BodyInit, FetchErrorCode]>([
    ['text', 'Hello', 'not-json'],
    ['half a surrogate pair in Latin-1', new Uint8Array([0x22, 0xe5, 0x22]), 'not-utf8'],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff{}', 'utf16le')), 'not-utf8'],
    ['two byte order marks', '\ufeff\ufeff{}', 'not-json'],
    ['a member twice', '{"a":1,"b":{"c":1,"\\u0063":2}}', 'duplicate-member'],
    ['two keys where one is meant', '{"assertionMethod":["a"],"assertionMethod":["b"]}', 'duplicate-member'],
  ])('%s', async (_, body, fault) => {
    await expect(staged(text(body)).fetcher.fetchJson(wallet)).rejects.toMatchObject({ fault });
  });

  test('JSON that its server calls a web page is JSON', async () => {
    const { fetcher } = staged(text('{"a":1}', { 'Content-Type': 'text/html' }));
    expect((await fetcher.fetchJson(wallet)).json).toEqual({ a: 1 });
  });

  test('one byte order mark is none of the text', async () => {
    expect(await staged(text('\ufeff{"a":"\ufeff"}')).fetcher.fetchJson(wallet)).toMatchObject({
      text: '{"a":"\ufeff"}',
      json: { a: '\ufeff' },
    });
  });
});

describe('a file', () => {
  test('comes as it is, with the address where redirects ended', async () => {
    const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff]);
    const { fetcher } = staged((url) =>
      url === wallet
        ? new Response(null, { status: 301, headers: { Location: '/two' } })
        : new Response(bytes, { headers: { 'Content-Type': 'application/pdf' } }),
    );
    expect(await fetcher.fetchFile(wallet)).toEqual({
      bytes,
      contentType: 'application/pdf',
      url: 'https://wallet.example.org/two',
      fetchedAt: new Date(start),
    });
  });

  test.each([
    'http://wallet.example.org/',
    'https://10.0.0.1/',
    'https://wallet.example.org:8443/',
    'data:,1',
    'wallet',
  ])('is not fetched from %s', async (url) => {
    const { fetcher, asked } = staged();
    await expect(fetcher.fetchFile(url)).rejects.toMatchObject({ fault: 'refused' });
    expect(asked).toEqual([]);
  });

  test('is fetched anew each time: a link may lead to something else by now', async () => {
    const { fetcher, asked } = staged();
    await fetcher.fetchFile(wallet);
    await fetcher.fetchFile(wallet);
    expect(asked).toHaveLength(2);
  });

  test('is asked for as a credential first', async () => {
    const accepts: string[] = [];
    const { fetcher } = staged((_, accept) => Response.json({ accept: accepts.push(accept) }));
    await fetcher.fetchFile(wallet);
    expect(accepts[0]).toMatch(/^application\/vc,/);
  });
});

describe('an address of our own', () => {
  const did = 'https://merits.example.edu/institutions/a/did.json';
  const own = { [did]: '{"id":"did:web:merits.example.edu:institutions:a"}' };
  const spellings = [
    did,
    'https://MERITS.example.EDU/institutions/a/did.json',
    'https://merits.example.edu:443/institutions/a/did.json',
    'https://merits.example.edu./institutions/a/did.json',
    'https://merits.example.edu.:443/institutions/a/did.json',
    'https://merits.example.edu/institutions/%61/did.json',
    'https://merits.example.edu/institutions/b/../a/did.json',
    'https://old.example.edu:8443/institutions/a/did.json',
    'https://OLD.example.edu.:8443/institutions/a/did.json#key',
    'https://m%65rits.example.edu/institutions/a/did.json',
  ];

  test.each(spellings)('never leaves the process, in any spelling: %s', async (url) => {
    const { fetcher, asked, askedOwn } = staged(undefined, own);
    expect((await fetcher.fetchJson(url)).text).toBe(own[did]);
    expect(new TextDecoder().decode((await fetcher.fetchFile(url)).bytes)).toBe(own[did]);
    expect(asked).toEqual([]);
    expect(askedOwn).toEqual([did, `file ${did}`]);
  });

  test.each(spellings)('nor where somebody redirects to it: %s', async (url) => {
    const { fetcher, asked, askedOwn } = staged(
      () => new Response(null, { status: 302, headers: { Location: url } }),
      own,
    );
    expect((await fetcher.fetchJson(wallet)).text).toBe(own[did]);
    await fetcher.fetchFile(wallet);
    expect(asked).toEqual([wallet, wallet]);
    expect(askedOwn).toEqual([did, `file ${did}`]);
  });

  test.each([
    'https://user@merits.example.edu/institutions/a/did.json',
    'http://merits.example.edu/institutions/a/did.json',
  ])('is refused as %s', async (url) => {
    const { fetcher, asked, askedOwn } = staged(undefined, own);
    await expect(fetcher.fetchJson(url)).rejects.toMatchObject({ fault: 'refused' });
    expect([...asked, ...askedOwn]).toEqual([]);
  });

  test.each(['https://merits.example.edu:8443/', 'https://old.example.edu/', 'https://xmerits.example.edu/'])(
    'is not %s',
    async (url) => {
      const { fetcher, askedOwn } = staged(undefined, own);
      await fetcher.fetchJson(url).catch(() => undefined);
      expect(askedOwn).toEqual([]);
    },
  );
});

describe('what was fetched is remembered no longer than its server allows:', () => {
  const ago = (milliseconds: number) => new Date(start - milliseconds).toUTCString();
  test.each<[string, Record<string, string>, number]>([
    ['nothing said', {}, 60],
    ['no-store', { 'Cache-Control': 'no-store' }, 0],
    ['no-cache', { 'Cache-Control': 'private, No-Cache' }, 0],
    ['max-age=0', { 'Cache-Control': 'max-age=0' }, 0],
    ['max-age=10', { 'Cache-Control': 'public, max-age=10' }, 10],
    ['max-age="10"', { 'Cache-Control': 'max-age="10"' }, 10],
    ['a day', { 'Cache-Control': 'max-age=86400' }, 60],
    ['s-maxage before max-age', { 'Cache-Control': 'max-age=50, s-maxage=5' }, 5],
    ['an age already', { 'Cache-Control': 'max-age=30', Age: '25' }, 5],
    ['more age than it has', { 'Cache-Control': 'max-age=30', Age: '31' }, 0],
    ['no number', { 'Cache-Control': 'max-age=soon' }, 0],
    ['expired', { Expires: ago(1), Date: ago(0) }, 0],
    ['Expires: 0', { Expires: '0', Date: ago(0) }, 0],
    ['expires soon', { Expires: ago(-20_000), Date: ago(0) }, 20],
    ['max-age before Expires', { 'Cache-Control': 'max-age=20', Expires: ago(1), Date: ago(0) }, 20],
    ['for nobody else', { Vary: '*' }, 0],
  ])('%s', async (_, headers, seconds) => {
    const { fetcher, clock, asked } = staged(text('{}', headers));
    await fetcher.fetchJson(wallet);
    if (seconds > 0) {
      clock.at = start + seconds * 1000 - 1;
      await fetcher.fetchJson(wallet);
      expect(asked).toHaveLength(1);
    }
    clock.at = start + seconds * 1000;
    await fetcher.fetchJson(wallet);
    expect(asked).toHaveLength(2);
  });

  test('and not where it is older than what is asked for', async () => {
    const { fetcher, clock, asked } = staged();
    await fetcher.fetchJson(wallet);
    clock.at += 10_000;
    await fetcher.fetchJson(wallet, { since: new Date(start) });
    expect(asked).toHaveLength(1);
    await fetcher.fetchJson(wallet, { since: new Date(start + 1) });
    expect(asked).toHaveLength(2);
    expect((await fetcher.fetchJson(wallet, { since: new Date(start + 1) })).fetchedAt).toEqual(new Date(clock.at));
  });

  test.each([-1, -3_600_000])('and not where the clock was set back by %i ms', async (by) => {
    const { fetcher, clock, asked } = staged();
    await fetcher.fetchJson(wallet);
    clock.at += by;
    await fetcher.fetchJson(wallet);
    await fetcher.fetchJson(wallet);
    expect(asked).toHaveLength(2);
  });
});
