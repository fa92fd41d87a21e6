import type { Context } from 'hono';
import { hasTag, keepForAll } from './conditional.ts';

export type Answer = Readonly<{
  text: string | Uint8Array<ArrayBuffer>;
  type: string;
  status?: number;
  /** Strong tag without its quotes, stored or computed where the text was made. */
  etag?: string;
  /** Seconds for which anyone may keep it; absent: nobody may. */
  maxAge?: number;
  /** Another is about to take its place. */
  isPassing?: boolean;
  /** It is never another at this address (RFC 8246 §2). */
  isImmutable?: boolean;
  headers?: Readonly<Record<string, string>> | undefined;
}>;

/** Ready text out; 304 where the caller has it (RFC 9110 §13.1.2, weak comparison). */
export function respond(
  c: Context,
  { text, type, status = 200, etag, maxAge, isPassing = false, isImmutable, headers = {} }: Answer,
): Response {
  if (maxAge !== undefined && !isPassing) keepForAll(c);
  const shared = `public, max-age=${maxAge}${isImmutable ? ', immutable' : ''}`;
  const all = {
    ...headers,
    'Cache-Control': maxAge === undefined ? 'private, no-store' : shared,
    ...(etag !== undefined && {
      ETag: `"${etag}"`,
      'Cache-Control': maxAge === undefined ? 'private, no-cache' : shared,
    }),
  };
  if (etag !== undefined && status === 200 && hasTag(c.req.header('If-None-Match'), etag))
    return new Response(null, { status: 304, headers: all });
  return new Response(text, { status, headers: { ...all, 'Content-Type': type } });
}
