import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../src/platform/fetch/addresses.ts';
import { closeServers, fetcherWith, localOrigin, network, publicOrigin, resetClock, serve, start } from './fetching.ts';

beforeEach(resetClock);
afterEach(closeServers);

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

test('what is no address at all is no public one', () => {
  for (const text of ['', 'merits.example.edu', '1.2.3.4.5', '8.8.8.8/32', ':::'])
    expect(isPublicAddress(text)).toBe(false);
});
