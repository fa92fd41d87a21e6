import type { FetchFault } from '../../domain/verification/verification.ts';
import { createFetchBounds } from './fetch-bounds.ts';

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

/**
 * What an implementation of `Door` throws, with a sentence for people; anything else that comes out of it counts as
 * `unreachable`. `status` is what the server answered, where it answered something else than 2xx.
 */
export class DoorError extends Error {
  readonly fault: DoorFault;
  readonly status: number | undefined;
  constructor(fault: DoorFault, detail: string, options: { cause?: unknown; status?: number } = {}) {
    super(detail, { cause: options.cause });
    this.name = 'DoorError';
    this.fault = fault;
    this.status = options.status;
  }
}

/** HTTP 429 and 5xx: the same request may be answered later. */
const isForNow = (status: number | undefined): boolean => status !== undefined && (status === 429 || status >= 500);

/** Why nothing came, as a code and in words. */
export type Unfetched = Readonly<{ reason: FetchFault; why: string }>;

export function unfetched(error: unknown, url: string): Unfetched {
  if (!(error instanceof DoorError)) return { reason: 'unreachable', why: `${url} could not be reached.` };
  const { fault, status, message } = error;
  const why = message.includes(url) ? message : `${url}: ${message}`;
  return { reason: fault === 'bad-status' && isForNow(status) ? 'unavailable' : fault, why };
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
  /** `since`: not from memory where it was fetched before that moment. Nothing is asked after `within` is aborted. */
  fetchJson(url: string, fresh?: Readonly<{ since: Date }>, within?: AbortSignal): Promise<Fetched>;
  /** What stands behind a link that a visitor gave, whatever it is; credentials are asked for first. */
  fetchFile(url: string): Promise<FetchedFile>;
}

/** One document must not send the service to more places than this. */
const maxFetches = 32;

/**
 * Fetches each address once per verification, so that all checks see the same answer; once more where that is too old.
 * `onFetch` is told of each, before it is asked.
 */
export function rememberingDoor(door: Door, onFetch: () => void = () => undefined): Door {
  const inBounds = createFetchBounds();
  const answers = new Map<string, Promise<Fetched>>();
  const ask = (url: string, fresh?: Readonly<{ since: Date }>) => {
    onFetch();
    const answer = inBounds(url, (within) => door.fetchJson(url, fresh, within));
    answers.set(url, answer);
    return answer;
  };
  return {
    fetchFile: (url) => door.fetchFile(url),
    async fetchJson(url, fresh) {
      const known = answers.get(url);
      if (!known && answers.size >= maxFetches)
        throw new DoorError('too-many', 'The document refers to too many addresses.');
      const answer = await (known ?? ask(url, fresh));
      return fresh && answer.fetchedAt < fresh.since ? ask(url, fresh) : answer;
    },
  };
}
