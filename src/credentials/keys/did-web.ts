import type { Addresses } from '../../domain/addresses/addresses.ts';
import { localHosts } from '../../domain/shared/loopback.ts';

/**
 * Where the document of a did:web is (method specification §3.2); undefined for a malformed one. Always https, but
 * for this machine and for the service's own host, whose scheme its configuration decides.
 */
export function didWebUrl(did: string, addresses: Addresses): string | undefined {
  const [scheme, method, domain, ...path] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || !domain || !/^[A-Za-z0-9.-]+(%3A\d{1,5})?$/i.test(domain))
    return undefined;
  if (
    path.some(
      (segment) =>
        !/^([A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/.test(segment) ||
        /^(\.|%2e)+$/i.test(segment) ||
        /%(2f|5c)/i.test(segment),
    )
  )
    return undefined;
  const host = domain.replace(/%3A/i, ':').toLowerCase();
  const own = new URL(addresses.base);
  const isLocal = localHosts.includes(host.split(':')[0] ?? '');
  const protocol = host === own.host ? own.protocol : isLocal ? 'http:' : 'https:';
  const folder = path.length === 0 ? '.well-known' : path.join('/');
  return `${protocol}//${host}/${folder}/did.json`;
}

/** The addresses that belong to a did:web: everything below the folder of its document, or its whole host. */
export const didWebFolder = (did: string, addresses: Addresses): string | undefined =>
  didWebUrl(did, addresses)?.replace(/(\.well-known\/)?did\.json$/, '');
