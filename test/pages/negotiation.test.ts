import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { pageHeaders } from '../../src/http/middleware/security-headers.ts';
import { prefixFor, prefixOf, redirectToPage, wantsHtml } from '../../src/pages/index.tsx';
import { createPages } from '../../src/pages/index.tsx';
import { assets } from '../../src/generated/assets.ts';
import { accentStyle, contrast } from '../../src/pages/shell/accent.ts';
import { fakeServices } from './fakes.ts';

const asked = new Hono().get('*', (c) => c.text(wantsHtml(c) ? 'page' : 'data'));
const answer = async (accept: string | undefined, path = '/institutions/x') =>
  (await asked.request(path, accept === undefined ? {} : { headers: { Accept: accept } })).text();

describe('a permanent address answers', () => {
  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'page'],
    ['text/html', 'page'],
    ['TEXT/HTML;q=0.5', 'page'],
    ['text/*', 'page'],
    ['text/html;q=0.9, application/json;q=0.8', 'page'],
    ['application/json;q=0.1, text/html', 'page'],
    ['*/*', 'data'],
    [undefined, 'data'],
    ['', 'data'],
    ['application/json', 'data'],
    ['text/html, application/json', 'data'],
    ['text/html, */*', 'data'],
    ['text/html;q=0', 'data'],
    ['text/html;q=0.5, application/vc', 'data'],
    ['text/html;q=0.5, application/ld+json', 'data'],
    ['text/html;q=0.7, application/*;q=0.8', 'data'],
    ['text/html;q=nonsense', 'page'],
  ])('to Accept: %s with a %s', async (accept, expected) => {
    expect(await answer(accept)).toBe(expected);
  });
  test('with data where the address asks for it', async () => {
    expect(await answer('text/html', '/certificates/x?format=json')).toBe('data');
  });
});

describe('the language', () => {
  test.each([
    ['sv', 'sv'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['sv-FI,sv;q=0.9,fi;q=0.8', 'sv-fi'],
    ['fi-FI', 'fi'],
    ['en-GB,sv;q=0.5', 'en'],
    ['en;q=0.3, fi;q=0.7', 'fi'],
    ['de, sv;q=0.2', 'sv'],
    ['de', 'en'],
    ['sv;q=0', 'en'],
    ['SV-fi', 'sv-fi'],
    ['sv-FI-x-private', 'sv-fi'],
    ['sv-fin', 'sv'],
    ['*', 'en'],
    ['fi;q=0, *;q=0.5', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('of %s is /%s', (header, prefix) => {
    expect(prefixFor(header)).toBe(prefix);
  });
  test('redirects, and says what the answer depends on', async () => {
    const app = new Hono().get('*', redirectToPage);
    const reply = await app.request('/certificates/abc?x=1', { headers: { 'Accept-Language': 'fi' } });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('Location')).toBe('/fi/certificates/abc?x=1');
    expect(reply.headers.get('Vary')).toBe('Accept, Accept-Language');
    expect(reply.headers.get('Cache-Control')).toBe('private, no-store');
    expect(reply.headers.get('Set-Cookie')).toBeNull();
    for (const [name, value] of Object.entries(pageHeaders())) expect(reply.headers.get(name)).toBe(value);
  });
  test('is read from an address', () => {
    expect(['/sv/', '/sv-fi/x', '/fi', '/english', '/constructor', '/'].map(prefixOf)).toEqual([
      'sv',
      'sv-fi',
      'fi',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('createPages', () => {
  const pages = createPages();
  const get = (path: string, headers = {}) => pages.request(path, { headers }, { services: fakeServices() });
  test('sends / to a language and /sv to /sv/', async () => {
    expect((await get('/', { 'Accept-Language': 'sv-FI' })).headers.get('Location')).toBe('/sv-fi/');
    expect((await get('/sv')).headers.get('Location')).toBe('/sv/');
  });
  test('leaves the permanent addresses alone', async () => {
    for (const path of ['/institutions/x', '/certificates/x', '/records/x', '/verify'])
      expect(await (await get(path)).text()).toBe('404 Not Found');
  });
  test('serves every asset, to be kept for ever', async () => {
    for (const [path, { type }] of Object.entries(assets)) {
      const reply = await get(path);
      expect(reply.headers.get('Content-Type')).toBe(type);
      expect(reply.headers.get('Cache-Control')).toContain('immutable');
      expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
    expect((await get('/assets/nothing.css')).status).toBe(404);
    expect((await get('/assets/__proto__')).status).toBe(404);
    const style = Object.values(assets).find(({ type }) => type.startsWith('text/css'))!;
    expect(atob(style.base64)).not.toMatch(/url\((?!\/assets\/[\w-]+-[0-9a-f]{12}\.woff2\))|gradient|@import/);
    expect(atob(style.base64).length).toBeLessThan(20_000);
  });
});

describe('an accent colour', () => {
  test.each(['000000', 'ffffff', 'f2c14e', '7a1f3d', '00ff00', '808080'])('%s is readable in light and dark', (hex) => {
    const colours = [...accentStyle(hex).matchAll(/--accent:#(\w{6})/g)].map(([, found]) => colour(found!));
    expect(contrast(colours[0]!, colour('ffffff'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[0]!, colour('f2f5f6'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[1]!, colour('12171b'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[1]!, colour('1b2228'))).toBeGreaterThanOrEqual(4.5);
  });
  test('is six hexadecimal digits or nothing', async () => {
    const get = async (path: string) => (await createPages().request(path, {}, { services: fakeServices() })).status;
    expect(await get('/assets/accent/7a1f3d.css')).toBe(200);
    expect(await get('/assets/accent/red;}.css')).toBe(404);
    expect(await get('/assets/accent/7a1f3d0.css')).toBe(404);
  });
});
const colour = (hex: string) =>
  [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as [number, number, number];
