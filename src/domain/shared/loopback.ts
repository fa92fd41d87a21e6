const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether this address is this machine itself: the only place where http will do. */
export const isLocal = (url: string): boolean => loopback.has(new URL(url).hostname);
