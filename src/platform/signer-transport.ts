import { FetchError } from '../services/ports/fetcher.ts';
import { type AskSigner, SignerError, type SignerFault, type SignerRequest } from '../services/ports/remote-signing.ts';
import { jsonOf, limitedBytes, textOf } from './fetch/answers.ts';
import { createSemaphore } from './semaphore.ts';

type Init = Readonly<{
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: 'manual';
  signal: AbortSignal;
}>;

type Needs = Readonly<{
  /** The address of the signer; no slash at the end. */
  url: string;
  /** Read for each request: an agent may write a new one into its file at any time. */
  token: () => Promise<string>;
  fetch: (url: string, init: Init) => Promise<Response>;
}>;

const answersInMs = 6_000;
/** Some hundred versions of a key. */
const maxBytes = 200_000;
const atOnce = 16;
const busyStatuses = [429, 502, 503, 504];

/**
 * The way to the configured signer and nowhere else: a redirect is an answer like any other that is not 200. The
 * operator named the address, so it may be a private one. The token goes into a header alone.
 */
export function createSignerTransport({ url, token, fetch }: Needs): AskSigner {
  const semaphore = createSemaphore(atOnce, answersInMs);

  async function send({ method, path, body }: SignerRequest, signal: AbortSignal): Promise<unknown> {
    const headers = {
      Accept: 'application/json',
      'X-Vault-Token': await token(),
      // Some proxies of the API demand it, so that a page in a browser cannot use them.
      'X-Vault-Request': 'true',
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const text = body && { body: JSON.stringify(body) };
    const response = await fetch(url + path, { method, headers, ...text, redirect: 'manual', signal });
    if (response.status === 200) return jsonOf(textOf(await limitedBytes(response, maxBytes)));
    await response.body?.cancel();
    const { status } = response;
    throw new SignerError(busyStatuses.includes(status) ? 'busy' : 'refused', { status });
  }

  return async (request, within) => {
    const release = await semaphore();
    if (!release) throw new SignerError('busy');
    const signal = AbortSignal.any([within, AbortSignal.timeout(answersInMs)]);
    try {
      return await send(request, signal);
    } catch (error) {
      throw error instanceof SignerError ? error : new SignerError(faultOf(error, signal));
    } finally {
      release();
    }
  };
}

/** What the runtime threw is not passed on as a cause: it may hold the request, and the token with it. */
const faultOf = (error: unknown, { aborted }: AbortSignal): SignerFault =>
  error instanceof FetchError ? 'unreadable' : aborted ? 'late' : 'unreachable';
