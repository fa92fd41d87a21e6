import type { AtHand, OnFetch } from '../../services/ports/index.ts';
import { type Fetcher, FetchError, type Fetched } from '../../services/ports/fetcher.ts';
import { createFetchBounds } from './fetch-bounds.ts';

/** One document must not send the service to more places than this. */
const maxFetches = 32;

type Parts = Readonly<{
  fetcher: Fetcher;
  /** Told of each address, before it is asked. */
  onFetch?: OnFetch | undefined;
  atHand?: AtHand | undefined;
  /** When what is at hand was read. */
  now: Date;
}>;

/** Fetches each address once per verification, so that all checks see the same answer; once more where that is too old. */
export function createDocumentFetcher({ fetcher, onFetch, atHand, now }: Parts): Fetcher {
  const inBounds = createFetchBounds();
  const answers = new Map<string, Promise<Fetched>>();
  for (const [url, { text, type }] of atHand ?? [])
    answers.set(url, Promise.resolve({ text, json: JSON.parse(text) as unknown, contentType: type, fetchedAt: now }));
  const ask = (url: string, fresh?: Readonly<{ since: Date }>) => {
    onFetch?.();
    const answer = inBounds(url, (within) => fetcher.fetchJson(url, fresh, within));
    answers.set(url, answer);
    return answer;
  };
  return {
    fetchFile: (url) => fetcher.fetchFile(url),
    async fetchJson(url, fresh) {
      const known = answers.get(url);
      if (!known && answers.size >= maxFetches)
        throw new FetchError('too-many', 'The document refers to too many addresses.');
      const answer = await (known ?? ask(url, fresh));
      return fresh && answer.fetchedAt < fresh.since ? ask(url, fresh) : answer;
    },
  };
}
