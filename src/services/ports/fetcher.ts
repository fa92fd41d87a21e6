export type FetchErrorCode =
  | 'refused'
  | 'unreachable'
  | 'bad-status'
  | 'too-large'
  | 'too-many-redirects'
  | 'not-utf8'
  | 'not-json'
  /** A web page stood where JSON was expected: often a page to log in. */
  | 'web-page'
  /** An object has a member twice. */
  | 'duplicate-member'
  | 'timeout'
  | 'too-many';

/**
 * What an implementation of `Fetcher` throws, with a sentence for people; anything else that comes out of it counts as
 * `unreachable`. `status` is what the server answered, where it answered something else than 2xx.
 */
export class FetchError extends Error {
  readonly fault: FetchErrorCode;
  readonly status: number | undefined;
  constructor(fault: FetchErrorCode, detail: string, options: { cause?: unknown; status?: number } = {}) {
    super(detail, { cause: options.cause });
    this.name = 'FetchError';
    this.fault = fault;
    this.status = options.status;
  }
}

/** `text` is the body exactly as received (a digest is taken over it), `json` is what it parses to. */
export type Fetched = Readonly<{ text: string; json: unknown; fetchedAt: Date; contentType: string }>;

/** `url` is where redirects ended. */
export type FetchedFile = Readonly<{ bytes: Uint8Array; contentType: string; url: string; fetchedAt: Date }>;

/**
 * The verifier's only access to the network. An implementation asks with `Accept: application/json`, answers 2xx only, and guards
 * addresses, redirects, time and size; http is for this machine alone.
 */
export interface Fetcher {
  /** `since`: not from the cache where it was fetched before that moment. Nothing is asked after `within` is aborted. */
  fetchJson(url: string, fresh?: Readonly<{ since: Date }>, within?: AbortSignal): Promise<Fetched>;
  /** What stands behind a link that a visitor gave, whatever it is; credentials are asked for first. */
  fetchFile(url: string): Promise<FetchedFile>;
}
