import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { isLocal } from '../domain/shared/loopback.ts';
import type { FetchOnce } from '../platform/fetch/fetch-once.ts';
import { isPublicAddress } from '../platform/fetch/addresses.ts';

/**
 * Resolves a name and refuses it if any of its addresses is not public. The connection is made to the addresses that
 * were checked, so a name that resolves differently the second time (DNS rebinding) changes nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => !isPublicAddress(address));
    const fault = error ?? (refused ? new Error(`${hostname} is no public address`) : null);
    const [first] = addresses ?? [];
    if (fault || !first) return callback(fault ?? new Error(`${hostname} has no address`), '', 4);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** Node's fetch, guarded except for this machine itself, which the fetcher allows only to a service on localhost. */
export function createNodeFetch(): FetchOnce {
  const guarded = new Agent({
    connect: { lookup: publicLookup, timeout: 5_000 },
    headersTimeout: 5_000,
    bodyTimeout: 5_000,
  });
  return (url, init) =>
    isLocal(url)
      ? fetch(url, init)
      : (undiciFetch(url, { ...init, dispatcher: guarded }) as unknown as Promise<Response>);
}
