import type { Context } from 'hono';

export type Answer = Readonly<{
  text: string;
  type: string;
  status?: number;
  /** Strong tag without its quotes, stored or computed where the text was made. */
  etag?: string;
  /** Seconds for which anyone may keep it; absent: nobody may. */
  maxAge?: number;
  headers?: Readonly<Record<string, string>> | undefined;
}>;

/** Ready text out; 304 where the caller has it (RFC 9110 §13.1.2, weak comparison). */
export function respond(c: Context, { text, type, status = 200, etag, maxAge, headers = {} }: Answer): Response {
  const all = {
    ...headers,
    'Cache-Control': maxAge === undefined ? 'private, no-store' : `public, max-age=${maxAge}`,
    ...(etag !== undefined && {
      ETag: `"${etag}"`,
      'Cache-Control': maxAge === undefined ? 'private, no-cache' : `public, max-age=${maxAge}`,
    }),
  };
  if (etag !== undefined && status === 200 && has(c.req.header('If-None-Match'), etag))
    return new Response(null, { status: 304, headers: all });
  return new Response(text, { status, headers: { ...all, 'Content-Type': type } });
}

const has = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${etag}"`));
