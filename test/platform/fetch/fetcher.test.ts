import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fetcher } from '../../../src/credentials/index.ts';
import { createFetcher } from '../../../src/platform/fetch/fetcher.ts';
import type { FetchOnce } from '../../../src/platform/fetch/fetch-once.ts';
import { isPublicAddress } from '../../../src/platform/fetch/addresses.ts';
import { createNodeFetch, publicLookup } from '../../../src/runtime/node-fetch.ts';

/** What the resolver answers, by name; no test here asks a real one. */
const names = vi.hoisted(() => new Map<string, readonly string[]>());
vi.mock('node:dns', () => ({
  lookup: (name: string, _: unknown, callback: (error: Error | null, addresses?: unknown) => void) => {
    const found = names.get(name);
    if (!found) return callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
    return callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  },
}));

const publicOrigin = 'https://merits.example.edu';
const localOrigin = 'http://localhost:8787';
const nobody = () => Promise.resolve(undefined);
const start = new Date('2027-03-20T12:00:00Z');
let clock = start;

type Parts = Readonly<{
  origins?: readonly string[];
  fetchOnce?: FetchOnce;
  readOwn?: Parameters<typeof createFetcher>[0]['readOwn'];
}>;
const fetcherWith = ({
  origins = [publicOrigin],
  fetchOnce = createNodeFetch(),
  readOwn = nobody,
}: Parts = {}): Fetcher => createFetcher({ origins, fetchOnce, readOwn, now: () => clock });

/** Counts what leaves the process, and answers with this. */
function network(answer: (url: string) => Response = () => Response.json({})) {
  const asked: string[] = [];
  const fetchOnce: FetchOnce = (url) => {
    asked.push(url);
    return Promise.resolve(answer(url));
  };
  return { asked, fetchOnce };
}

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  clock = start;
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  names.clear();
  vi.restoreAllMocks();
});

/** Every way to write an address that is no public one, as far as the URL parser has not already read it for us. */
const privateHosts = [
  '127.0.0.1', '127.0.0.1.', '127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001', '①②⑦.⓪.⓪.①',
  '0.0.0.0', '0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '3232235777',
  '169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '100.64.0.1', '100.100.100.200', '192.0.0.192',
  '198.18.0.1', '192.0.2.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255',
  '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]',
  '[0:0:0:0:0:ffff:a9fe:a9fe]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]', '[2001::1]', '[2001:db8::1]', '[100::1]', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]',
  '[ff02::1]', '[4000::1]',
  'localhost', 'LOCALHOST', 'localhost.', 'deep.localhost', 'deep.localhost.',
]; // prettier-ignore

describe('for a service at a public address', () => {
  test.each(privateHosts)('https://%s is refused before anything leaves the process', async (host) => {
    const { asked, fetchOnce } = network();
    for (const port of ['', ':8443']) {
      await expect(fetcherWith({ fetchOnce }).fetchJson(`https://${host}${port}/`)).rejects.toMatchObject({
        fault: 'refused',
      });
    }
    expect(asked).toEqual([]);
  });

  test.each(['8.8.8.8', '134744072', '[2a00:1450:400f:80d::200e]', 'wallet.example.org', 'xn--rksmrgs-5wao1o.example'])(
    'https://%s is not',
    async (host) => {
      const { asked, fetchOnce } = network();
      await fetcherWith({ fetchOnce }).fetchJson(`https://${host}/`);
      expect(asked).toHaveLength(1);
    },
  );

  test.each([
    'http://wallet.example.org/',
    'http://127.0.0.1/',
    'http://localhost/',
    'ftp://wallet.example.org/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'blob:https://wallet.example.org/1',
    'javascript:1',
    'https://user@wallet.example.org/',
    'https://user:password@wallet.example.org/',
    'https://',
    'wallet.example.org',
    '',
  ])('%s is refused', async (url) => {
    const { asked, fetchOnce } = network();
    await expect(fetcherWith({ fetchOnce }).fetchJson(url)).rejects.toMatchObject({ fault: 'refused' });
    expect(asked).toEqual([]);
  });
});

describe('for a service on localhost', () => {
  const local = { origins: [localOrigin] };

  test('http to this machine passes', async () => {
    const origin = await serve((_, response) => response.setHeader('Content-Type', 'application/vc').end('{"a":1}'));
    const fetched = await fetcherWith(local).fetchJson(`${origin}/list`);
    expect(fetched).toEqual({ text: '{"a":1}', json: { a: 1 }, contentType: 'application/vc', fetchedAt: start });
  });

  test.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://wallet.example.org/',
    'https://192.168.1.1/',
    'https://[fe80::1]/',
  ])('%s does not', async (url) => {
    const { asked, fetchOnce } = network();
    await expect(fetcherWith({ ...local, fetchOnce }).fetchJson(url)).rejects.toMatchObject({ fault: 'refused' });
    expect(asked).toEqual([]);
  });

  test.each([[[publicOrigin, localOrigin]], [[localOrigin, publicOrigin]]])(
    'and elsewhere, %j, this machine is closed',
    async (origins) => {
      const { asked, fetchOnce } = network();
      const fetcher = fetcherWith({ origins, fetchOnce });
      await expect(fetcher.fetchJson('http://localhost:9999/')).rejects.toMatchObject({ fault: 'refused' });
      expect(asked).toEqual([]);
    },
  );
});

describe('a name', () => {
  /** Whether anyone connected is what counts: the listener is on this machine, where the name leads. */
  async function tempting(addresses: readonly string[]) {
    let requests = 0;
    const origin = await serve((_, response) => {
      requests += 1;
      response.end('{}');
    });
    names.set('wallet.example.org', addresses);
    const url = `https://wallet.example.org:${new URL(origin).port}/`;
    // Only a service on localhost goes to another port than 443, where no listener of a test can be.
    const fault = await fetcherWith({ origins: [localOrigin] }).fetchJson(url).then(() => undefined, (error: unknown) => error as Error); // prettier-ignore
    return { requests, fault };
  }

  test.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['fd00:ec2::254']],
    [['fe80::1%eth0']],
    [['8.8.8.8', '127.0.0.1']],
    [['127.0.0.1', '8.8.8.8']],
  ])('that leads to %j is not followed', async (addresses) => {
    const { requests, fault } = await tempting(addresses);
    expect(fault).toMatchObject({ fault: 'unreachable' });
    expect(String((fault?.cause as Error).cause)).toContain('is no public address');
    expect(requests).toBe(0);
  });

  test('that nobody knows is unreachable', async () => {
    await expect(fetcherWith().fetchJson('https://unknown.example.org/')).rejects.toMatchObject({
      fault: 'unreachable',
    });
  });

  const looked = (options: object) =>
    new Promise((resolve) => publicLookup('wallet.example.org', options, (...answer) => resolve(answer)));

  test('that leads to public addresses is connected to exactly there', async () => {
    names.set('wallet.example.org', ['8.8.8.8', '2a00:1450:400f:80d::200e']);
    expect(await looked({})).toEqual([null, '8.8.8.8', 4]);
    const both = [expect.objectContaining({ address: '8.8.8.8' }), expect.objectContaining({ family: 6 })];
    expect(await looked({ all: true })).toEqual([null, both]);
  });

  test('without any address is an error, not a crash', async () => {
    names.set('wallet.example.org', []);
    expect(await looked({})).toEqual([expect.any(Error), '', 4]);
  });
});

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

describe('our own addresses', () => {
  const alias = 'https://old.example.edu';
  const readOwn = (url: string) =>
    Promise.resolve(
      url.endsWith('/did.json') ? { text: JSON.stringify({ url }), type: 'application/did+json' } : undefined,
    );

  test.each([publicOrigin, alias])('below %s never leave the process', async (origin) => {
    const { asked, fetchOnce } = network();
    const fetcher = fetcherWith({ origins: [publicOrigin, alias], readOwn, fetchOnce });
    const fetched = await fetcher.fetchJson(`${origin}/institutions/a/did.json`);
    expect(fetched.json).toEqual({ url: `${publicOrigin}/institutions/a/did.json` });
    await expect(fetcher.fetchJson(`${origin}/nothing`)).rejects.toMatchObject({ fault: 'bad-status' });
    expect(asked).toEqual([]);
  });

  test('are read anew each time', async () => {
    let reads = 0;
    const fetcher = fetcherWith({
      readOwn: () => Promise.resolve({ text: String((reads += 1)), type: 'application/json' }),
    });
    expect((await fetcher.fetchJson(`${publicOrigin}/list`)).json).toBe(1);
    expect((await fetcher.fetchJson(`${publicOrigin}/list`)).json).toBe(2);
  });

  test('end with the origin: a name that begins like ours is another’s', async () => {
    const { asked, fetchOnce } = network();
    await fetcherWith({ fetchOnce }).fetchJson(`${publicOrigin}.evil.example/`);
    expect(asked).toHaveLength(1);
  });
});

describe('what was fetched', () => {
  const wallet = 'https://wallet.example.org/list';
  const after = (milliseconds: number) => (clock = new Date(start.getTime() + milliseconds));

  test('is remembered for a minute, with the time when it was fetched', async () => {
    const { asked, fetchOnce } = network();
    const fetcher = fetcherWith({ fetchOnce });
    await fetcher.fetchJson(wallet);
    after(59_999);
    expect((await fetcher.fetchJson(wallet)).fetchedAt).toEqual(start);
    expect(asked).toHaveLength(1);
    after(60_000);
    expect((await fetcher.fetchJson(wallet)).fetchedAt).toEqual(clock);
    expect(asked).toHaveLength(2);
  });

  test('is another thing at another address', async () => {
    const { asked, fetchOnce } = network();
    const fetcher = fetcherWith({ fetchOnce });
    await fetcher.fetchJson(wallet);
    await fetcher.fetchJson(`${wallet}?page=2`);
    expect(asked).toHaveLength(2);
  });

  test('is not remembered where it failed', async () => {
    let status = 500;
    const { asked, fetchOnce } = network(() => Response.json({}, { status }));
    const fetcher = fetcherWith({ fetchOnce });
    await expect(fetcher.fetchJson(wallet)).rejects.toMatchObject({ fault: 'bad-status' });
    status = 200;
    await fetcher.fetchJson(wallet);
    expect(asked).toHaveLength(2);
  });

  test('is forgotten, oldest first, where it becomes too much', async () => {
    const { asked, fetchOnce } = network();
    const fetcher = fetcherWith({ fetchOnce });
    for (let index = 0; index <= 500; index += 1) await fetcher.fetchJson(`${wallet}/${index}`);
    await fetcher.fetchJson(`${wallet}/500`);
    expect(asked).toHaveLength(501);
    await fetcher.fetchJson(`${wallet}/0`);
    expect(asked).toHaveLength(502);
  });
});

test('what is no address at all is no public one', () => {
  for (const text of ['', 'merits.example.edu', '1.2.3.4.5', '8.8.8.8/32', ':::'])
    expect(isPublicAddress(text)).toBe(false);
});
