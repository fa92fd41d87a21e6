import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clock, closeServers, fetcherWith, network, resetClock, setClock, start } from './fetching.ts';

beforeEach(resetClock);
afterEach(closeServers);

describe('what was fetched', () => {
  const wallet = 'https://wallet.example.org/list';

  test('is remembered for a minute, with the time when it was fetched', async () => {
    const { asked, fetchOnce } = network();
    const fetcher = fetcherWith({ fetchOnce });
    await fetcher.fetchJson(wallet);
    setClock(59_999);
    expect((await fetcher.fetchJson(wallet)).fetchedAt).toEqual(start);
    expect(asked).toHaveLength(1);
    setClock(60_000);
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
