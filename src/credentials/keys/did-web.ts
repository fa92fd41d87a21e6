import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { JsonObject, SigningKey } from '../../services/ports/index.ts';
import { contextUrls } from '../contexts/document-loader.ts';
import { localHosts } from '../../domain/shared/loopback.ts';

/** The fragment is the public key itself, so it can never come to mean another key. */
export const verificationMethodOf = (addresses: Addresses, slug: string, key: Pick<SigningKey, 'publicKey'>): string =>
  `${addresses.did(slug)}#${key.publicKey}`;

/** Holds every key ever used, retired ones too: without them what they signed could not be verified. */
export function composeDidDocument(addresses: Addresses, slug: string, keys: readonly SigningKey[]): JsonObject {
  const did = addresses.did(slug);
  const methods = keys.map((key) => ({
    id: verificationMethodOf(addresses, slug, key),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: key.publicKey,
  }));
  return {
    '@context': [contextUrls.did, contextUrls.multikey],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

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
