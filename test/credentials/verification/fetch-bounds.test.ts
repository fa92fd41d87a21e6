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
  const fetcher = createDocumentFetcher({ fetchFile, fetchJson });
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
  const fetcher = createDocumentFetcher({ fetchFile, fetchJson });
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
  const fetcher = createDocumentFetcher({ fetchFile, fetchJson }, told);
  const answers = await Promise.allSettled(addresses.map((url) => fetcher.fetchJson(url)));
  expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 'rejected'));
  expect(told).toHaveBeenCalledTimes(addresses.length);
});
