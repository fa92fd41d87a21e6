import type { IncomingMessage, ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Asked, createKeptAnswers, type Ready } from './kept-answers.ts';

type Exchange = Readonly<{ incoming: IncomingMessage; outgoing: ServerResponse }>;
type Options = Readonly<{ changes: () => number; now?: () => number }>;
export type Answering = ReturnType<typeof createAnswering>;

/** A header that was sent twice is another key, never another answer. */
const askedBy = ({ method = '', url = '', headers }: IncomingMessage): Asked => ({
  method,
  path: url,
  header: (name) => headers[name]?.toString(),
});

function send(outgoing: ServerResponse, { status, headers, body }: Ready): void {
  outgoing.writeHead(status, headers).end(body);
}

/** Answers Node's requests from what is kept; the rest is made, and kept where it may be. */
export function createAnswering({ changes, now = () => performance.now() }: Options) {
  /** Also what no transaction was needed for. */
  let written = 0;
  const kept = createKeptAnswers({ changes: () => changes() + written, now });
  return {
    /** The status of the answer that was sent; undefined where none was kept. */
    answerKept(this: void, incoming: IncomingMessage, outgoing: ServerResponse): number | undefined {
      const ready = kept.find(askedBy(incoming));
      if (ready) send(outgoing, ready);
      return ready?.status;
    },

    async answer(
      this: void,
      { incoming, outgoing }: Exchange,
      make: (mayKeep: () => void) => Promise<Response>,
    ): Promise<Response> {
      const { method } = incoming;
      const mark = kept.mark();
      let isForAll = false;
      const response = await make(() => (isForAll = true)).finally(() => {
        if (method !== 'GET' && method !== 'HEAD') written += 1;
      });
      const { status } = response;
      if (!isForAll || method !== 'GET' || (status !== 200 && status !== 304)) return response;
      const body = status === 200 ? new Uint8Array(await response.arrayBuffer()) : undefined;
      const headers = { ...Object.fromEntries(response.headers), ...lengthOf(body) };
      const ready = { status, headers, ...(body && { body }) } as const;
      kept.keep(askedBy(incoming), mark, ready);
      send(outgoing, ready);
      return RESPONSE_ALREADY_SENT;
    },
  };
}

/** Node sends a body of no stated length in chunks. */
const lengthOf = (body: Uint8Array | undefined) => body && { 'content-length': String(body.byteLength) };
