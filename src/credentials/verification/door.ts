export type DoorFault =
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

/** What an implementation of `Door` throws; anything else that comes out of it counts as `unreachable`. */
export class DoorError extends Error {
  readonly fault: DoorFault;
  constructor(fault: DoorFault, detail: string, options: { cause?: unknown } = {}) {
    super(detail, { cause: options.cause });
    this.name = 'DoorError';
    this.fault = fault;
  }
}

/** `text` is the body exactly as received (a digest is taken over it), `json` is what it parses to. */
export type Fetched = Readonly<{ text: string; json: unknown; fetchedAt: Date; contentType: string }>;

/** `url` is where redirects ended. */
export type FetchedFile = Readonly<{ bytes: Uint8Array; contentType: string; url: string; fetchedAt: Date }>;

/**
 * The verifier's only way out. An implementation asks with `Accept: application/json`, answers 2xx only, and guards
 * addresses, redirects, time and size; http is for this machine alone.
 */
export interface Door {
  /** `since`: not from memory where it was fetched before that moment. */
  fetchJson(url: string, fresh?: Readonly<{ since: Date }>): Promise<Fetched>;
  /** What stands behind a link that a visitor gave, whatever it is; credentials are asked for first. */
  fetchFile(url: string): Promise<FetchedFile>;
}

/** One document must not send the service to more places than this. */
const maxFetches = 32;

/** Fetches each address once per verification, so that all checks see the same answer. */
export function rememberingDoor(door: Door): Door {
  const answers = new Map<string, Promise<Fetched>>();
  return {
    fetchFile: (url) => door.fetchFile(url),
    fetchJson(url) {
      const known = answers.get(url);
      if (known) return known;
      if (answers.size >= maxFetches)
        return Promise.reject(new DoorError('too-many', 'The document refers to too many addresses.'));
      const answer = Promise.resolve().then(() => door.fetchJson(url));
      answers.set(url, answer);
      return answer;
    },
  };
}
