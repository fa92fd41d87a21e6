import type { createApp } from '../http/app.ts';
import { FetchError } from '../services/ports/fetcher.ts';
import type { Services } from '../services/index.ts';
import { prefixOf } from '../pages/index.tsx';
import { webPage } from '../platform/fetch/answers.ts';

type App = ReturnType<typeof createApp>;

/** What is a document to machines and a page to people, whose addresses have a language in front. */
const hasDocument = /^\/(certificates|records|institutions)\//;

/**
 * The document at an address: a page's leads to what it shows. Anything else of ours is not read. A link is
 * charged as one fetch, and some addresses (`/health`, checks) fetch more themselves.
 */
function documentAt(address: string): string {
  const url = new URL(address);
  const prefix = prefixOf(url.pathname);
  const path = prefix === undefined ? url.pathname : url.pathname.slice(prefix.length + 1);
  if (hasDocument.test(path)) return url.origin + path + url.search;
  if (prefix !== undefined || path === '/') throw webPage(address);
  throw new FetchError('refused', `${address} is an address of this service, but not of a document.`);
}

/** Reads a document of this very service, inside the process, as anybody may. */
export const fetchFromOwn = async (app: App, services: Services, address: string, accept: string): Promise<Response> =>
  app.fetch(new Request(documentAt(address), { headers: { Accept: accept } }), {
    services,
    clientAddress: 'itself',
    // The caller who made the service ask was charged for it already.
    limits: { ofPlaces: () => undefined, ofKeys: () => undefined, atOnceOfCaller: 1 },
  });
