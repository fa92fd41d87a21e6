import { isLoopback } from '../../domain/shared/loopback.ts';
import type { Marshaling } from '../../services/ports/remote-signing.ts';

/** A signer elsewhere, and where the token for it is: given as it is, or in a file that an agent keeps up to date. */
export type RemoteSignerSettings = Readonly<{ url: string; marshaling: Marshaling }> &
  (Readonly<{ token: string }> | Readonly<{ tokenFile: string }>);

/** Below it stands `/v1/transit/…`. The token goes there with each request, so nobody else may read along. */
export function parseSignerUrl(text: string): string {
  if (!URL.canParse(text)) throw new Error('this is no address; write one like https://vault.intern.example.edu:8200');
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash)
    throw new Error('an address without user name, query and fragment, please; the token is REMOTE_SIGNER_TOKEN.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(text)))
    throw new Error(`${url.origin} must be https; http is for this machine only.`);
  return url.href.replace(/\/+$/, '');
}

/** What a header can carry, and no word of it in the refusal. */
export function parseToken(text: string): string {
  if (!/^[\x21-\x7e]{1,4096}$/.test(text))
    throw new Error('is no token: it has spaces, or letters that no header takes.');
  return text;
}

export function parseMarshaling(text: string): Marshaling {
  if (text === 'asn1' || text === 'jws') return text;
  throw new Error('write asn1 or jws.');
}

type Read = Readonly<{ url?: string; token?: string; tokenFile?: string; marshaling: Marshaling }>;

/** Undefined where none is configured. What belongs together and is not there is told to `fault`. */
export function remoteSignerOf(
  { url, token, tokenFile, marshaling }: Read,
  fault: (text: string) => void,
): RemoteSignerSettings | undefined {
  if (token !== undefined && tokenFile !== undefined)
    fault('REMOTE_SIGNER_TOKEN: set this or REMOTE_SIGNER_TOKEN_FILE, and not both.');
  const isTokenThere = token !== undefined || tokenFile !== undefined;
  if (url === undefined && isTokenThere) fault('REMOTE_SIGNER_URL: required with a token for it.');
  if (url !== undefined && !isTokenThere)
    fault('REMOTE_SIGNER_TOKEN: required with REMOTE_SIGNER_URL, or a file with it in REMOTE_SIGNER_TOKEN_FILE.');
  if (url === undefined) return undefined;
  if (token !== undefined) return { url, marshaling, token };
  return tokenFile === undefined ? undefined : { url, marshaling, tokenFile };
}
