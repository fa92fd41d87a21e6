import ipaddr from 'ipaddr.js';
import { type Door, DoorError, type Fetched } from '../credentials/verification/door.ts';
import { mostValues } from '../domain/json-limits.ts';
import { isLocal } from './config.ts';
import { createDoorMemory } from './door-memory.ts';
import { createTurns, type Release, type Turns } from './turns.ts';

/** One request without redirects; the runtime's own `fetch`, on Node with every connection's address checked. */
export type FetchOnce = (
  url: string,
  init: { headers: Record<string, string>; redirect: 'manual'; signal: AbortSignal },
) => Promise<Response>;

/** A document of our own, read without the network. */
type ReadOwn = (url: string) => Promise<Readonly<{ text: string; type: string }> | undefined>;

type Needs = Readonly<{ origins: readonly string[]; readOwn: ReadOwn; fetchOnce: FetchOnce; now: () => Date }>;

const maxBytes = 500_000;
/** A DID document names a few keys; whoever is made to read a hundred of them should not run out of memory. */
const maxDidBytes = 64_000;
const maxValues = 20_000;
const maxRedirects = 3;
const timeoutInMs = 5_000;
const maxHosts = 500;
/** Asked at once: one host, so that nobody is sent to hammer it, and all together. */
const atOnce = { ofHost: 4, inAll: 32 };
const patienceInMs = 10_000;

/** In IPv6 only this block is given out; what lies outside, such as IPv4-compatible `::127.0.0.1`, leads nowhere good. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Not addresses of this machine, of private networks, of clouds' metadata services …: never a place to be sent to. */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(globalIpv6));
};

/**
 * The one door to the network: what a visitor's document names is fetched through here and nowhere else. Only https
 * and public addresses, looked at again at each redirect; limited in size, time and redirects; briefly remembered.
 * http and loopback pass only where the service itself is on localhost. Our own addresses never leave the process.
 */
export function createDoor({ origins, readOwn, fetchOnce, now }: Needs): Door {
  const kept = createDoorMemory(now);
  const turnsInAll = createTurns(atOnce.inAll, patienceInMs);
  const turnsOfHosts = new Map<string, Turns>();
  const [ownOrigin = ''] = origins;
  const allowsLocal = origins.every(isLocal);

  async function own(url: string): Promise<Fetched> {
    // The remembered origin is the one that ids are made from, whichever alias was asked for.
    const document = await readOwn(ownOrigin + url.slice(new URL(url).origin.length));
    if (!document) throw new DoorError('bad-status', `${url} answers 404.`);
    return read(document.text, document.type);
  }

  function read(text: string, contentType: string): Fetched {
    if (mostValues(text) > maxValues) throw new DoorError('too-large', `The answer has more than ${maxValues} values.`);
    try {
      return { text, json: JSON.parse(text) as unknown, contentType, fetchedAt: now() };
    } catch (cause) {
      throw new DoorError('not-json', 'The answer is not JSON.', { cause });
    }
  }

  function check(url: URL): void {
    const local = allowsLocal && isLocal(url.href);
    const named = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
      throw new DoorError('refused', `${url.origin} is not https.`);
    if (url.username || url.password) throw new DoorError('refused', 'An address with a user name is not followed.');
    if (!local && (/(^|\.)localhost\.?$/.test(named) || (ipaddr.isValid(named) && !isPublicAddress(named)))) {
      throw new DoorError('refused', `${url.hostname} is no public address.`);
    }
  }

  async function follow(start: string, signal: AbortSignal): Promise<Response> {
    let url = new URL(start);
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      check(url);
      const response = await fetchOnce(url.href, {
        headers: { Accept: 'application/json' },
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('Location');
      if (response.status < 300 || response.status >= 400 || location === null) return response;
      await response.body?.cancel();
      url = new URL(location, url);
    }
    throw new DoorError('refused', `${start} redirects more than ${maxRedirects} times.`);
  }

  async function fetchJson(url: string): Promise<Fetched> {
    const signal = AbortSignal.timeout(timeoutInMs);
    try {
      const response = await follow(url, signal);
      if (!response.ok) {
        await response.body?.cancel();
        throw new DoorError('bad-status', `${url} answers ${response.status}.`);
      }
      return read(await limitedText(response, limitOf(url)), response.headers.get('Content-Type') ?? '');
    } catch (cause) {
      if (cause instanceof DoorError) throw cause;
      if (signal.aborted)
        throw new DoorError('timeout', `${url} did not answer in ${timeoutInMs / 1000} s.`, { cause });
      throw new DoorError('unreachable', `${url} could not be reached.`, { cause });
    }
  }

  async function inTurn<T>(host: string, work: () => Promise<T>): Promise<T> {
    const turnsOfHost = turnsOfHosts.get(host) ?? createTurns(atOnce.ofHost, patienceInMs);
    if (turnsOfHosts.size > maxHosts) turnsOfHosts.clear();
    turnsOfHosts.set(host, turnsOfHost);
    const releases: Release[] = [];
    try {
      for (const turns of [turnsOfHost, turnsInAll]) {
        const release = await turns();
        if (!release) throw new DoorError('too-many', `Too much is being asked of ${host} at the moment.`);
        releases.push(release);
      }
      return await work();
    } finally {
      releases.forEach((release) => release());
    }
  }

  return {
    fetchFile: () => Promise.reject(new DoorError('refused', 'Links are not followed.')),
    async fetchJson(url) {
      if (!URL.canParse(url)) throw new DoorError('refused', 'This is no address.');
      if (origins.includes(new URL(url).origin)) return own(url);
      const known = kept.get(url);
      if (known) return { ...read(known.text, known.contentType), fetchedAt: known.fetchedAt };
      const fetched = await inTurn(new URL(url).host, () => fetchJson(url));
      kept.put(url, fetched);
      return fetched;
    },
  };
}

const limitOf = (url: string): number => (new URL(url).pathname.endsWith('/did.json') ? maxDidBytes : maxBytes);

async function limitedText(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new DoorError('too-large', `The answer is over ${limit / 1000} kB.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
