import { FetchError } from '../../services/ports/fetcher.ts';
import type { AddressRules } from './addresses.ts';
import type { FetchOnce } from './fetch-once.ts';
import { createHostSemaphores } from './semaphores.ts';

export type Got = Readonly<{ response: Response; url: string; isOwn: boolean }>;
type Asking<T> = Readonly<{ accept: string; time: () => AbortSignal; read: (got: Got) => Promise<T> }>;
type Hop<T> = Readonly<{ next: URL } | { value: T }>;

type Needs = Readonly<{
  addresses: AddressRules;
  fetchOnce: FetchOnce;
  /** What stands at an address of our own, without the network. */
  ownAnswer: (url: string, accept: string) => Promise<Response>;
}>;

const maxRedirects = 3;

/**
 * Asks an address and follows its redirects. Every hop waits for the semaphore of the host that it asks: many
 * hosts may redirect to one, and its limit holds then too. `time` is called when the first semaphore lets a hop go on.
 */
export function createFollow({ addresses, fetchOnce, ownAnswer }: Needs) {
  const whenFree = createHostSemaphores();

  async function hop<T>(url: URL, { accept, time, read }: Asking<T>): Promise<Hop<T>> {
    const own = addresses.own(url);
    if (own !== undefined)
      return readAnswer({ response: await ownAnswer(own, accept), url: url.href, isOwn: true }, read);
    addresses.demandAllowed(url);
    return whenFree(url.host.replace(/\.$/, ''), async () => {
      const signal = time();
      signal.throwIfAborted();
      const response = await fetchOnce(url.href, { headers: { Accept: accept }, redirect: 'manual', signal });
      return readAnswer({ response, url: url.href, isOwn: false }, read);
    });
  }

  return async <T>(start: string, asking: Asking<T>): Promise<T> => {
    let url = new URL(start);
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const answer = await hop(url, asking);
      if ('value' in answer) return answer.value;
      url = answer.next;
    }
    throw new FetchError('too-many-redirects', `${start} redirects more than ${maxRedirects} times.`);
  };
}

async function readAnswer<T>(got: Got, read: (got: Got) => Promise<T>): Promise<Hop<T>> {
  const { response, url } = got;
  if (response.ok) return { value: await read(got) };
  await response.body?.cancel();
  const location = response.headers.get('Location');
  if (response.status >= 300 && response.status < 400 && location !== null) return { next: new URL(location, url) };
  throw new FetchError('bad-status', `${url} answers ${response.status}.`, { status: response.status });
}
