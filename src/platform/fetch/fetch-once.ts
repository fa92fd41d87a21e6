/** One request without redirects; the runtime's own `fetch`, on Node with every connection's address checked. */
export type FetchOnce = (
  url: string,
  init: { headers: Record<string, string>; redirect: 'manual'; signal: AbortSignal },
) => Promise<Response>;
