import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { publicLookup } from '../../../src/runtime/node-fetch.ts';
import { closeServers, fetcherWith, localOrigin, resetClock, serve } from './fetching.ts';

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
beforeEach(resetClock);
afterEach(closeServers);
afterEach(() => names.clear());

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
