import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import type { Fetcher } from '../../../src/credentials/index.ts';
import { createFetcher } from '../../../src/platform/fetch/fetcher.ts';
import type { FetchOnce } from '../../../src/platform/fetch/fetch-once.ts';
import { createNodeFetch } from '../../../src/runtime/node-fetch.ts';

export const publicOrigin = 'https://merits.example.edu';
export const localOrigin = 'http://localhost:8787';
const nobody = () => Promise.resolve(undefined);
export const start = new Date('2027-03-20T12:00:00Z');
export let clock = start;

type Parts = Readonly<{
  origins?: readonly string[];
  fetchOnce?: FetchOnce;
  readOwn?: Parameters<typeof createFetcher>[0]['readOwn'];
}>;
export const fetcherWith = ({
  origins = [publicOrigin],
  fetchOnce = createNodeFetch(),
  readOwn = nobody,
}: Parts = {}): Fetcher => createFetcher({ origins, fetchOnce, readOwn, now: () => clock });

/** Counts what leaves the process, and answers with this. */
export function network(answer: (url: string) => Response = () => Response.json({})) {
  const asked: string[] = [];
  const fetchOnce: FetchOnce = (url) => {
    asked.push(url);
    return Promise.resolve(answer(url));
  };
  return { asked, fetchOnce };
}

export const servers: Server[] = [];
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const resetClock = () => {
  clock = start;
};
export const setClock = (milliseconds: number) => {
  clock = new Date(start.getTime() + milliseconds);
};
export const closeServers = () => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  vi.restoreAllMocks();
};
