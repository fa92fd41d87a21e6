import { institutionIn } from '../../domain/addresses/grammar.ts';
import type { Addresses } from '../../domain/addresses/addresses.ts';
import { didWebFolder } from '../keys/did-web.ts';
import { localHosts } from '../../domain/shared/loopback.ts';

/** What belongs to this service: every origin that it declares, in every spelling that leads there. */
export type OwnPlaces = Readonly<{
  /** Made from the first origin, as all ids are. */
  addresses: Addresses;
  /** Whether an address, or that of a did:web's document, is at one of our hosts. */
  isOurs(id: string | undefined): boolean;
  /** Whether a DID is one of an institution of ours, as far as its name tells. */
  isOurIssuer(did: string): boolean;
  /** The DID of the one institution that may make claims about an id at our hosts; undefined where it names none. */
  ownerOf(id: string): string | undefined;
}>;

/** With a dot at the end it is the same host; the scheme's default port may be left out. */
function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const name = hostname.replace(/\.$/, '');
  // On one machine there may be several services; elsewhere the name says whose it is, whatever the port.
  return localHosts.includes(name) ? `${name}:${port}` : name;
}

export function createOwnPlaces(addresses: Addresses, origins: readonly string[]): OwnPlaces {
  const hosts = new Set([addresses.base, ...origins].map(hostOf));
  hosts.delete(undefined);
  /** A did:web, with or without what a DID URL has behind it, is at the host of the document that it leads to. */
  const placeOf = (id: string): string =>
    id.startsWith('did:web:') ? (didWebFolder(id.split(/[/?#]/)[0] ?? '', addresses) ?? id) : id;
  const isOurs = (id: string | undefined): boolean => id !== undefined && hosts.has(hostOf(placeOf(id)));
  return {
    addresses,
    isOurs,
    isOurIssuer: (did) => isOurs(didWebFolder(did, addresses)),
    ownerOf(id) {
      const slug = institutionIn(new URL(placeOf(id)).pathname);
      return slug === undefined ? undefined : addresses.did(slug);
    },
  };
}
