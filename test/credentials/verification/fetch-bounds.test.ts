import { afterEach, expect, test, vi } from 'vitest';
import { createDocumentFetcher } from '../../../src/credentials/verification/document-fetcher.ts';
import { type Fetcher } from '../../../src/services/ports/fetcher.ts';

afterEach(() => vi.restoreAllMocks());

const addresses = Array.from({ length: 12 }, (_, index) => `https://${index}.example/did.json`);
const found = { text: '{}', json: {}, fetchedAt: new Date('2027-03-20T12:00:00Z'), contentType: 'application/json' };
const fetchFile: Fetcher['fetchFile'] = () => Promise.reject(new Error('not asked'));

test('one document has four addresses asked at once, and all of them in the end', async () => {
  let open = 0;
  let most = 0;
  const fetchJson: Fetcher['fetchJson'] = async () => {
    most = Math.max(most, (open += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    open -= 1;
    return found;
  };
  const fetcher = createDocumentFetcher({ fetcher: { fetchFile, fetchJson }, now: new Date() });
  expect(await Promise.all(addresses.map((url) => fetcher.fetchJson(url)))).toEqual(addresses.map(() => found));
  expect(most).toBe(4);
});

test('its fetching ends after twelve seconds in all, also what is under way, and nothing is asked after that', async () => {
  const real = AbortSignal.timeout.bind(AbortSignal);
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => real(ms / 200));
  const within: (AbortSignal | undefined)[] = [];
  const fetchJson: Fetcher['fetchJson'] = (_url, _fresh, signal) => {
    within.push(signal);
    return new Promise(() => undefined);
  };
  const fetcher = createDocumentFetcher({ fetcher: { fetchFile, fetchJson }, now: new Date() });
  const answers = await Promise.allSettled(addresses.map((url) => fetcher.fetchJson(url)));
  for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: { fault: 'timeout' } });
  expect(timeout).toHaveBeenCalledExactlyOnceWith(12_000);
  expect(within.map((signal) => signal?.aborted)).toEqual([true, true, true, true]);
});

test('a fetch that fails, or throws at once, leaves its place to the next', async () => {
  const fetchJson: Fetcher['fetchJson'] = (url) => {
    if (url.includes('1')) throw new Error('at once');
    return Promise.reject(new Error('later'));
  };
  const told = vi.fn();
  const fetcher = createDocumentFetcher({ fetcher: { fetchFile, fetchJson }, onFetch: told, now: new Date() });
  const answers = await Promise.allSettled(addresses.map((url) => fetcher.fetchJson(url)));
  expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 'rejected'));
  expect(told).toHaveBeenCalledTimes(addresses.length);
});

test('what is at hand is not asked for, and no place is taken for it', async () => {
  const told = vi.fn();
  const now = new Date('2026-03-02T09:00:00Z');
  const fetchJson = vi.fn<Fetcher['fetchJson']>().mockResolvedValue(found);
  const [known = '', other = ''] = addresses;
  const atHand = new Map([[known, { text: '{"a":1}', type: 'application/did+json' }]]);
  const fetcher = createDocumentFetcher({ fetcher: { fetchFile, fetchJson }, onFetch: told, atHand, now });
  const expected = { text: '{"a":1}', json: { a: 1 }, contentType: 'application/did+json', fetchedAt: now };
  expect(await fetcher.fetchJson(known)).toEqual(expected);
  expect(await fetcher.fetchJson(known, { since: now })).toEqual(expected);
  expect(told).not.toHaveBeenCalled();
  expect(await fetcher.fetchJson(other)).toEqual(found);
  // Too old for who asks: it is asked for as everything else.
  expect(await fetcher.fetchJson(known, { since: new Date(now.getTime() + 1) })).toEqual(found);
  expect(fetchJson.mock.calls.map(([url]) => url)).toEqual([other, known]);
  expect(told).toHaveBeenCalledTimes(2);
});
