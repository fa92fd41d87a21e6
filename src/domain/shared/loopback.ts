/** Names of this machine in identifiers (did:web, contexts), where http is as good as https. */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1'];

const loopback = new Set([...localHosts, '[::1]']);

/** Whether this address is this machine itself: the only place where http will do. */
export const isLocal = (url: string): boolean => loopback.has(new URL(url).hostname);
