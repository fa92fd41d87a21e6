import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Context } from 'hono';
import { hasTag, keepForAll } from '../../http/output/conditional.ts';
import { pageHeaders } from '../../http/middleware/security-headers.ts';
import type { Services } from '../../services/index.ts';

type Manner = Readonly<{
  status?: 200 | 400 | 404 | 413 | 429 | 500 | 503;
  /** `public` for what is the same for everyone; `private` for what shows a person. */
  cache: 'public' | 'private';
  noindex?: boolean;
  /** Whether the page has a script of its own. */
  hasScript?: boolean;
}>;

/** A page as a response, with the headers that every page has; 304 where the reader has it (RFC 9110 §13.1.2). */
export async function respond(
  c: Context,
  page: JSX.Element,
  { status = 200, cache, noindex, hasScript = false }: Manner,
): Promise<Response> {
  const text = String(await html`<!doctype html>${page}`);
  const etag = status === 200 ? await tagOf(c, text) : undefined;
  const headers = {
    ...pageHeaders({ script: hasScript }),
    'Cache-Control': cache === 'public' ? 'public, max-age=60' : 'private, no-store',
    ...(noindex && { 'X-Robots-Tag': 'noindex' }),
    ...(etag !== undefined && { ETag: `"${etag}"` }),
  };
  if (etag !== undefined && cache === 'public') keepForAll(c);
  if (etag !== undefined && hasTag(c.req.header('If-None-Match'), etag))
    return new Response(null, { status: 304, headers });
  return c.html(text, status, headers);
}

/** Over the whole page, so that each language and each part of a list has its own; the answer to a form has none. */
async function tagOf({ req, env }: Context, text: string): Promise<string | undefined> {
  const { services } = (env ?? {}) as Readonly<{ services?: Pick<Services, 'sha256'> }>;
  return req.method === 'POST' ? undefined : services?.sha256(text);
}
