import { type Fetcher, FetchError, type Fetched, type FetchedFile } from '../../services/ports/fetcher.ts';
import { fetchedLimits } from '../../domain/shared/json-limits.ts';
import { createAddressRules } from './addresses.ts';
import { isWebPage, jsonOf, limitedBytes, textOf, webPage } from './answers.ts';
import type { FetchOnce } from './fetch-once.ts';
import { freshFor } from './freshness.ts';
import { createFetchCache } from './cache.ts';
import { createFollow, type Got } from './redirects.ts';

/** A document of our own, read without the network, with every change made so far. */
export type ReadOwn = (url: string) => Promise<Readonly<{ text: string; type: string }> | undefined>;
/** What stands at any address of our own, read without the network. */
type FetchOwn = (url: string, accept: string) => Promise<Response>;

type Needs = Readonly<{
  /** The one that ids are made from first. */
  origins: readonly string[];
  readOwn: ReadOwn;
  fetchOwn?: FetchOwn;
  fetchOnce: FetchOnce;
  now: () => Date;
}>;

/** A DID document names a few keys. One check may read a hundred such documents, which must fit into memory. */
const maxDidBytes = 64_000;
const maxFileBytes = 1_000_000;
const timeoutInMs = 5_000;

/**
 * What DID documents, status lists and versions are served as. Plain JSON stands before linked data: an address that has
 * both has digests over the first.
 */
const acceptJson =
  'application/did+json, application/vc, application/json, application/did+ld+json;q=0.9, application/vc+ld+json;q=0.9, application/ld+json;q=0.9, */*;q=0.1';
/** What a credential is served as comes before all else that may stand behind a link. */
const acceptFile =
  'application/vc, application/vc+ld+json, application/vc+jwt;q=0.9, application/json;q=0.9, application/ld+json;q=0.8, */*;q=0.1';

/**
 * The only way to the network: what a visitor's document names is fetched through here and nowhere else. Only https
 * and public addresses, checked again at each redirect; limited in size, time and redirects; cached for as long as the
 * server allows, and briefly where it says nothing. Our own addresses never leave the process.
 */
export function createFetcher({ origins, readOwn, fetchOwn, fetchOnce, now }: Needs): Fetcher {
  const kept = createFetchCache(now);
  const addresses = createAddressRules(origins);

  async function ownDocument(url: string): Promise<Response> {
    const document = await readOwn(url);
    if (!document) return new Response(null, { status: 404 });
    return new Response(document.text, { headers: { 'Content-Type': document.type } });
  }
  const ownAnswer = (url: string, accept: string) =>
    accept === acceptFile && fetchOwn ? fetchOwn(url, accept) : ownDocument(url);

  const follow = createFollow({ addresses, fetchOnce, ownAnswer });

  /** The answer of the last address. Reading it counts towards the time limit, waiting for the first semaphore does not. */
  async function ask<T>(url: string, accept: string, read: (got: Got) => Promise<T>, within?: AbortSignal): Promise<T> {
    let signal: AbortSignal | undefined;
    const time = () => (signal ??= AbortSignal.any([AbortSignal.timeout(timeoutInMs), ...(within ? [within] : [])]));
    try {
      return await follow(url, { accept, time, read });
    } catch (cause) {
      if (cause instanceof FetchError) throw cause;
      if (signal?.aborted)
        throw new FetchError('timeout', `${url} did not answer in ${timeoutInMs / 1000} s.`, { cause });
      throw new FetchError('unreachable', `${url} could not be reached.`, { cause });
    }
  }

  async function bytesOf({ response, url, isOwn }: Got, limit: number): Promise<Omit<FetchedFile, 'fetchedAt'>> {
    const bytes = await limitedBytes(response, isOwn ? Infinity : limit);
    return { bytes, url, contentType: response.headers.get('Content-Type') ?? '' };
  }

  async function readJson(got: Got, limit: number): Promise<Fetched & { freshForMs: number }> {
    const { bytes, contentType, url } = await bytesOf(got, limit);
    if (isWebPage(bytes, contentType)) throw webPage(url);
    const text = textOf(bytes);
    return { text, json: jsonOf(text), contentType, fetchedAt: now(), freshForMs: freshFor(got.response.headers) };
  }

  async function readFile(got: Got): Promise<FetchedFile> {
    const file = await bytesOf(got, maxFileBytes);
    if (isWebPage(file.bytes, file.contentType)) throw webPage(file.url);
    return { ...file, fetchedAt: now() };
  }

  const parse = (text: string): URL => {
    if (!URL.canParse(text)) throw new FetchError('refused', 'This is no address.');
    return new URL(text);
  };

  return {
    async fetchFile(url) {
      parse(url);
      return ask(url, acceptFile, readFile);
    },
    async fetchJson(url, fresh, within) {
      const parsed = parse(url);
      const fetch = () => ask(url, acceptJson, (got) => readJson(got, limitOf(parsed)), within);
      if (addresses.own(parsed) !== undefined) return strip(await fetch());
      const known = kept.get(url, fresh?.since);
      if (known) return strip({ ...known, json: jsonOf(known.text) });
      const fetched = await fetch();
      kept.put(url, fetched);
      return strip(fetched);
    },
  };
}

const strip = ({ text, json, contentType, fetchedAt }: Fetched): Fetched => ({ text, json, contentType, fetchedAt });

const limitOf = ({ pathname }: URL): number => (pathname.endsWith('/did.json') ? maxDidBytes : fetchedLimits.bytes);
