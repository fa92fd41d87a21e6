/** Percent-encoding has no case (RFC 3986 §6.2.2.1), nor has the host of a did:web; all else has. */
function normal(id: string): string {
  const [base = '', ...fragment] = id.split('#');
  const encoded = base.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
  const host = /^did:web:[^:]*/.exec(encoded)?.[0];
  const written =
    host === undefined ? encoded : host.toLowerCase().replaceAll('%3a', '%3A') + encoded.slice(host.length);
  return [written, ...fragment].join('#');
}

/** Whether two identifiers (DIDs, keys of DIDs, addresses) are one in different spellings; no two absent ones are. */
export const sameId = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (one === other || normal(one) === normal(other));
