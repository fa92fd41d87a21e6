import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FetchOnce } from '../../../src/platform/fetch/fetch-once.ts';
import { closeServers, fetcherWith, localOrigin, network, resetClock, serve } from './fetching.ts';

beforeEach(resetClock);
afterEach(closeServers);

describe('a redirect', () => {
  const redirectTo = (location: string) => new Response(null, { status: 302, headers: { Location: location } });
  const wallet = 'https://wallet.example.org';

  test.each([
    'http://wallet.example.org/',
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'http://localhost:8787/',
    'https://user@wallet.example.org/',
    '//10.0.0.1/',
    'file:///etc/passwd',
  ])('to %s is refused', async (location) => {
    const { asked, fetchOnce } = network(() => redirectTo(location));
    await expect(fetcherWith({ fetchOnce }).fetchJson(`${wallet}/`)).rejects.toMatchObject({ fault: 'refused' });
    expect(asked).toEqual([`${wallet}/`]);
  });

  const counting = (url: string) => {
    const left = Number(new URL(url).pathname.slice(1));
    return left > 0 ? redirectTo(`/${left - 1}`) : Response.json({ arrived: true });
  };

  test('is followed three times', async () => {
    const { asked, fetchOnce } = network(counting);
    expect((await fetcherWith({ fetchOnce }).fetchJson(`${wallet}/3`)).json).toEqual({ arrived: true });
    expect(asked).toHaveLength(4);
  });

  test('is not followed a fourth time', async () => {
    const { asked, fetchOnce } = network(counting);
    await expect(fetcherWith({ fetchOnce }).fetchJson(`${wallet}/4`)).rejects.toMatchObject({
      fault: 'too-many-redirects',
    });
    expect(asked).toHaveLength(4);
  });

  test('is ours to follow: the runtime’s own fetch does not', async () => {
    let arrivals = 0;
    const target = await serve((_, response) => {
      arrivals += 1;
      response.end('{}');
    });
    const origin = await serve((_, response) =>
      response.writeHead(302, { Location: target.replace('127.0.0.1', '127.0.0.2') }).end(),
    );
    await expect(fetcherWith({ origins: [localOrigin] }).fetchJson(origin)).rejects.toMatchObject({ fault: 'refused' });
    expect(arrivals).toBe(0);
  });

  test('takes the turn of the host that it leads to', async () => {
    let open = 0;
    let most = 0;
    const fetchOnce: FetchOnce = async (url) => {
      if (!url.startsWith('https://victim.example/')) return redirectTo('https://victim.example/');
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return Response.json({});
    };
    const fetcher = fetcherWith({ fetchOnce });
    const ask = (_: unknown, index: number) =>
      index % 2
        ? fetcher.fetchJson(`https://${index}.example.org/`)
        : fetcher.fetchFile(`https://${index}.example.org/`);
    await Promise.all(Array.from({ length: 20 }, ask));
    expect(most).toBe(4);
  });

  test('to nowhere is no answer', async () => {
    const { fetchOnce } = network(() => redirectTo('https://'));
    await expect(fetcherWith({ fetchOnce }).fetchJson(wallet)).rejects.toMatchObject({ fault: 'unreachable' });
  });
});
