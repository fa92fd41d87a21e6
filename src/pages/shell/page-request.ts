import type { PageContext } from './view.ts';

const perPage = 20;

/** Which part of a long list the address asks for. */
export function pageRequest(c: PageContext): Readonly<{ limit: number; cursor?: string }> {
  const cursor = c.req.query('cursor');
  return { limit: perPage, ...(cursor && { cursor }) };
}
