import ipaddr from 'ipaddr.js';
import { FetchError } from '../../services/ports/fetcher.ts';
import { isLocal } from '../../domain/shared/loopback.ts';

/** All public IPv6 addresses are in this block; others may be local, such as IPv4-compatible `::127.0.0.1`. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** False for this machine, private networks, clouds' metadata services …: no document may make the service ask them. */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(globalIpv6));
};

/** A host with a dot at its end is the same one; case and a default port the URL parser has settled already. */
const originOf = ({ protocol, hostname, port }: URL): string =>
  `${protocol}//${hostname.replace(/\.$/, '')}${port && `:${port}`}`;

/** RFC 3986 §6.2.2.2: `%61` is `a`, where a letter need not be encoded. */
const withoutNeedlessCodes = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
  });

export type AddressRules = Readonly<{
  /** The address under the remembered origin, from which ids are made, where it is one of ours in any spelling. */
  own(url: URL): string | undefined;
  /** Throws for what is never followed. */
  demandAllowed(url: URL): void;
}>;

/** http, loopback and ports other than 443 pass only where the service itself is on localhost. */
export function createAddressRules(origins: readonly string[]): AddressRules {
  const [remembered = ''] = origins;
  const known = new Set(origins.map((origin) => originOf(new URL(origin))));
  const allowsLocal = origins.every(isLocal);
  const refuse = (detail: string): never => {
    throw new FetchError('refused', detail);
  };
  const isOurs = (url: URL) => known.has(originOf(url)) && !url.username && !url.password;
  return {
    own: (url) => (isOurs(url) ? remembered + withoutNeedlessCodes(url.pathname) + url.search : undefined),

    demandAllowed(url) {
      const local = allowsLocal && isLocal(url.href);
      const named = url.hostname.replace(/^\[|\]$/g, '');
      if (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
        refuse(url.host === '' ? `An address with ${url.protocol} is not followed.` : `${url.origin} is not https.`);
      if (url.username || url.password) refuse('An address with a user name is not followed.');
      if (!local && (/(^|\.)localhost\.?$/.test(named) || (ipaddr.isValid(named) && !isPublicAddress(named))))
        refuse(`${url.hostname} is no public address.`);
      if (!allowsLocal && url.port !== '') refuse(`${url.origin} is at another port than 443.`);
    },
  };
}
