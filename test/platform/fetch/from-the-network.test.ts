import { type IncomingMessage, type ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeServers, fetcherWith, localOrigin, resetClock, serve, servers } from './fetching.ts';

beforeEach(resetClock);
afterEach(closeServers);

describe('an answer', () => {
  const local = () => fetcherWith({ origins: [localOrigin] });
  const chunk = Buffer.alloc(64 * 1024, ' ');
  /** Writes for as long as anyone reads. */
  const pour = (
    into: { write(data: Buffer): boolean; once(event: 'drain', then: () => void): unknown },
    sent: () => void,
  ): void => {
    let goesOn = true;
    while (goesOn) {
      goesOn = into.write(chunk);
      sent();
    }
    into.once('drain', () => pour(into, sent));
  };

  test('without end and without Content-Length is cut off at 500 kB', async () => {
    let sent = 0;
    const gone = Promise.withResolvers<void>();
    const origin = await serve((_, response) => {
      response.on('close', gone.resolve);
      pour(response, () => (sent += chunk.length));
    });
    await expect(local().fetchJson(origin)).rejects.toMatchObject({ fault: 'too-large' });
    await gone.promise;
    expect(sent).toBeLessThan(16_000_000); // what buffers on the way hold
  });

  test('that unfolds to more than 500 kB is cut off there too', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      response.on('close', () => gzip.destroy());
      pour(gzip, () => undefined);
    });
    await expect(local().fetchJson(origin)).rejects.toMatchObject({ fault: 'too-large' });
  });

  test('of just under 500 kB is read', async () => {
    const text = JSON.stringify('é'.repeat(249_999));
    const origin = await serve((_, response) => response.end(text));
    expect((await local().fetchJson(origin)).text).toBe(text);
  });

  test('that is a DID document of more than 64 kB is too large', async () => {
    const text = JSON.stringify('x'.repeat(64_000));
    const origin = await serve((_, response) => response.end(text));
    await expect(local().fetchJson(`${origin}/institutions/x/did.json`)).rejects.toMatchObject({ fault: 'too-large' });
    expect((await local().fetchJson(`${origin}/a-list`)).text).toBe(text);
  });

  test('of few bytes and very many values is never parsed', async () => {
    const origin = await serve((_, response) => response.end(`[${'{},'.repeat(30_000)}{}]`));
    await expect(local().fetchJson(origin)).rejects.toMatchObject({ fault: 'too-large' });
  });

  test('is asked of one host four at a time', async () => {
    let open = 0;
    let most = 0;
    const origin = await serve((_, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.end('{}');
      }, 20);
    });
    const fetcher = local();
    await Promise.all(Array.from({ length: 20 }, (_, index) => fetcher.fetchJson(`${origin}/${index}`)));
    expect(most).toBe(4);
  });

  test('that promises more than it sends is unreachable', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('{}');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(local().fetchJson(origin)).rejects.toMatchObject({ fault: 'unreachable' });
  });

  const soon = () => {
    const real = AbortSignal.timeout.bind(AbortSignal);
    return vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => real(milliseconds / 25));
  };
  const silence = () => undefined;
  const drip = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
  const chase = (request: IncomingMessage, response: ServerResponse) => {
    setTimeout(() => response.writeHead(302, { Location: `${request.url}x` }).end(), 90);
  };

  test.each([
    ['that does not come', silence],
    ['that comes a byte at a time', drip],
    ['behind slow redirects', chase],
  ])('%s is waited for five seconds in all', async (_, listener) => {
    const timeout = soon();
    const origin = await serve(listener);
    await expect(local().fetchJson(`${origin}/`)).rejects.toMatchObject({ fault: 'timeout' });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(5000);
  });

  test.each([
    ['HTML', '<p>'],
    ['nothing', ''],
    ['half of it', '{"a":'],
  ])('that is %s is no JSON', async (_, body) => {
    const origin = await serve((_, response) => response.end(body));
    await expect(local().fetchJson(origin)).rejects.toMatchObject({ fault: 'not-json' });
  });

  test.each([201, 204, 304, 404, 500])('of status %i counts as what it is', async (status) => {
    const origin = await serve((_, response) => response.writeHead(status).end(status === 201 ? '{}' : undefined));
    const answer = local().fetchJson(origin);
    if (status === 201) await expect(answer).resolves.toMatchObject({ json: {} });
    else if (status === 204) await expect(answer).rejects.toMatchObject({ fault: 'not-json' });
    else await expect(answer).rejects.toMatchObject({ fault: 'bad-status' });
  });

  test('from a port where nobody listens is unreachable', async () => {
    const origin = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    await expect(local().fetchJson(origin)).rejects.toMatchObject({ fault: 'unreachable' });
  });

  test('is asked for with no cookie, no key and no referrer', async () => {
    const headers = Promise.withResolvers<IncomingMessage['headers']>();
    const origin = await serve((request, response) => {
      headers.resolve(request.headers);
      response.end('{}');
    });
    await local().fetchJson(origin);
    const sent = await headers.promise;
    expect(sent.accept).toMatch(/^application\/did\+json, application\/vc, application\/json,/);
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) expect(sent).not.toHaveProperty(name);
  });
});
