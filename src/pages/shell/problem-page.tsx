import type { Context } from 'hono';
import { DomainError } from '../../domain/shared/errors.ts';
import { Layout } from './layout.tsx';
import { messagesFor } from '../messages.ts';
import { prefixes, prefixFor, prefixOf } from './negotiation.ts';
import { respond } from './respond.ts';
import { pageAt, type View } from './view.ts';

export type ProblemStatus = 400 | 404 | 429 | 500 | 503;
const kinds = { 400: 'badRequest', 404: 'notFound', 429: 'tooMany', 500: 'fault', 503: 'busy' } as const;

/** The status of a page whose making threw this; undefined where it is a fault of ours, which `http` logs. */
export function problemStatus(error: unknown): ProblemStatus | undefined {
  if (!(error instanceof DomainError)) return undefined;
  if (error.code === 'not-found' || error.code === 'institution-not-found') return 404;
  return error.code === 'malformed-request' ? 400 : undefined;
}

/** A problem as a page, in the language of the address or else of the reader. Needs nothing that could be broken. */
export function renderProblem(c: Context, status: ProblemStatus): Response | Promise<Response> {
  const { pathname } = new URL(c.req.url);
  const given = prefixOf(pathname);
  const prefix = given ?? prefixFor(c.req.header('Accept-Language'));
  const locale = prefixes[prefix];
  const path = given ? pathname.slice(given.length + 1) || '/' : pathname;
  const view: View = { prefix, locale, m: messagesFor[locale], path, search: '', base: '' };
  const { title, text } = view.m.problems[kinds[status]];
  return respond(
    c,
    <Layout view={view} title={title} noindex>
      <div class="stack">
        <h1>{title}</h1>
        <p class="lead prose">{text}</p>
        <p class="links">
          <a href={pageAt(view, '/')}>{view.m.nav.catalogue}</a>
          <a href={pageAt(view, '/verify')}>{view.m.nav.verify}</a>
        </p>
      </div>
    </Layout>,
    { status, cache: 'private', noindex: true },
  );
}
