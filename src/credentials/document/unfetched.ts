import type { FetchFault } from '../../domain/verification/verification.ts';
import { FetchError } from '../../services/ports/fetcher.ts';

/** HTTP 429 and 5xx: the same request may be answered later. */
const isForNow = (status: number | undefined): boolean => status !== undefined && (status === 429 || status >= 500);

/** Why nothing came, as a code and in words. */
export type Unfetched = Readonly<{ reason: FetchFault; why: string }>;

export function unfetched(error: unknown, url: string): Unfetched {
  if (!(error instanceof FetchError)) return { reason: 'unreachable', why: `${url} could not be reached.` };
  const { fault, status, message } = error;
  const why = message.includes(url) ? message : `${url}: ${message}`;
  return { reason: fault === 'bad-status' && isForNow(status) ? 'unavailable' : fault, why };
}
