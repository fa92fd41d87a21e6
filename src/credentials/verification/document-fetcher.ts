import { type Fetcher, FetchError, type Fetched } from '../../services/ports/fetcher.ts';
import { createFetchBounds } from './fetch-bounds.ts';

/** One document must not send the service to more places than this. */
const maxFetches = 32;

/**
 * Fetches each address once per verification, so that all checks see the same answer; once more where that is too old.
 * `onFetch` is told of each, before it is asked.
 */
export function createDocumentFetcher(fetcher: Fetcher, onFetch: () => void = () => undefined): Fetcher {
  const inBounds = createFetchBounds();
  const answers = new Map<string, Promise<Fetched>>();
  const ask = (url: string, fresh?: Readonly<{ since: Date }>) => {
    onFetch();
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
