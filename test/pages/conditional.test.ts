import { describe, expect, test } from 'vitest';
import { createPages } from '../../src/pages/index.tsx';
import { fakeServices } from './fakes.ts';
import { credited } from './paths.ts';
import { coursePath } from './requests.ts';

const pages = createPages();
const ask = (path: string, init: RequestInit = {}, services = fakeServices(credited)) =>
  pages.request(path, init, { services });
const tagOf = async (path: string) => (await ask(path)).headers.get('ETag');

const paths = ['/', '/institutions/provsjo', coursePath, '/certificates/token', '/records/1', '/verify'];

describe.each(paths)('the page at %s', (path) => {
  test('has a strong tag of its own in each language, the same each time', async () => {
    const tags = await Promise.all(['sv', 'fi', 'en'].map((prefix) => tagOf(`/${prefix}${path}`)));
    for (const tag of tags) expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(new Set(tags).size).toBe(3);
    expect(await tagOf(`/sv${path}`)).toBe(tags[0]);
  });

  test('is not sent again to whoever has it, and says then of its keeping what it says else', async () => {
    const full = await ask(`/sv${path}`);
    const tag = full.headers.get('ETag') ?? '';
    for (const condition of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await ask(`/sv${path}`, { headers: { 'If-None-Match': condition } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      for (const name of ['ETag', 'Cache-Control', 'X-Robots-Tag', 'Content-Security-Policy'])
        expect([name, again.headers.get(name)]).toEqual([name, full.headers.get(name)]);
    }
    expect((await ask(`/sv${path}`, { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
  });
});

test.each(['/sv/nothing', '/sv/institutions/nowhere'])('a problem, as at %s, has none', async (path) => {
  const { status, headers } = await ask(path, { headers: { 'If-None-Match': '*' } });
  expect([status, headers.get('ETag')]).toEqual([404, null]);
});

test('nor has the answer to a form', async () => {
  const body = new URLSearchParams({ text: '{}' });
  const { status, headers } = await ask('/sv/verify', { method: 'POST', body, headers: { 'If-None-Match': '*' } });
  expect([status, headers.get('ETag')]).toEqual([200, null]);
});
