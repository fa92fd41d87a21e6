import type { FetchOnce } from '../../../src/platform/fetch/fetch-once.ts';

/** What one address outside answers: a document, a whole response, or nothing at all. */
type Answer = string | ((signal: AbortSignal) => Response | Promise<Response>);

/** The network of the tests: every address that is not staged refuses the connection. */
export type Network = Readonly<{
  /** Who was asked, in order. */
  asked: string[];
  put(url: string, answer: Answer | Readonly<Record<string, unknown>>): void;
  remove(url: string): void;
  fetchOnce: FetchOnce;
}>;

export function createNetwork(): Network {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  return {
    asked,
    put: (url, answer) => void answers.set(url, typeof answer === 'object' ? JSON.stringify(answer) : answer),
    remove: (url) => void answers.delete(url),
    async fetchOnce(url, { signal }) {
      asked.push(url);
      const answer = answers.get(url);
      if (answer === undefined) throw new TypeError('fetch failed');
      if (typeof answer === 'function') return answer(signal);
      return new Response(answer, { headers: { 'Content-Type': 'application/json' } });
    },
  };
}
