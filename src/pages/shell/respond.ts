import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Context } from 'hono';
import { pageHeaders } from '../../http/middleware/security-headers.ts';

type Manner = Readonly<{
  status?: 200 | 400 | 404 | 413 | 429 | 500 | 503;
  /** `public` for what is the same for everyone; `private` for what shows a person. */
  cache: 'public' | 'private';
  noindex?: boolean;
  /** Whether the page has a script of its own. */
  hasScript?: boolean;
}>;

/** A page as a response, with the headers that every page has. */
export function respond(
  c: Context,
  page: JSX.Element,
  { status = 200, cache, noindex, hasScript = false }: Manner,
): Response | Promise<Response> {
  return c.html(html`<!doctype html>${page}`, status, {
    ...pageHeaders({ script: hasScript }),
    'Cache-Control': cache === 'public' ? 'public, max-age=60' : 'private, no-store',
    ...(noindex && { 'X-Robots-Tag': 'noindex' }),
  });
}
