/** Names of this machine in identifiers (did:web, contexts), where http is allowed beside https. */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1'];

/**
 * Whether this address is this machine itself: the only place where http will do, and that may be fetched from. Not
 * `[::1]`: no did:web can name it, so nothing that is issued or verified there could be told whose it is.
 */
export const isLocal = (url: string): boolean => localHosts.includes(new URL(url).hostname);

/**
 * Whether the host of this address is by its name this machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3). It
 * decides what may be configured; where requests may go is decided more narrowly, by `isLocal`.
 */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(.+\.)?localhost\.?$/.test(hostname) || /^127(\.\d+){3}$/.test(hostname);
}
