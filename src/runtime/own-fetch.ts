import type { composeApp } from './compose.ts';
import type { Services } from '../services/index.ts';
import { prefixOf } from '../pages/index.tsx';

type App = ReturnType<typeof composeApp>;

/** What is a document to machines and a page to people, whose addresses have a language in front. */
const hasDocument = /^\/(certificates|awards|institutions)\//;

/** A page's address leads to the document that it shows. */
function documentAt(address: string): string {
  const url = new URL(address);
  const rest = url.pathname.slice((prefixOf(url.pathname) ?? '').length + 1);
  if (prefixOf(url.pathname) !== undefined && hasDocument.test(rest)) url.pathname = rest;
  return url.href;
}

/** Asks this very service, inside the process, as anybody may. */
export const fetchFromOwn = async (app: App, services: Services, address: string, accept: string): Promise<Response> =>
  app.fetch(new Request(documentAt(address), { headers: { Accept: accept } }), {
    services,
    clientAddress: 'itself',
    // Who made the service ask has paid for it.
    limits: { ofPlaces: () => undefined, ofKeys: () => undefined },
  });
