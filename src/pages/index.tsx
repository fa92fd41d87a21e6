import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Services } from '../services/index.ts';
import { createAssetRoutes } from './shell/asset-routes.ts';
import { award } from './public/award/award-page.tsx';
import { catalogue } from './public/catalogue/catalogue-page.tsx';
import { certificate } from './public/certificate/certificate-page.tsx';
import { institution } from './public/institution/institution-page.tsx';
import { microcredential, version } from './public/microcredential/microcredential-page.tsx';
import { type Prefix, prefixes, redirectToPage } from './shell/negotiation.ts';
import { offering } from './public/offering/offering-page.tsx';
import { problemStatus, renderProblem } from './shell/problem-page.tsx';
import { formBytes, tooLarge, verifyCertificate, verifyForm } from './public/verify/verify-page.tsx';
import { type PageContext, type View, viewOf } from './shell/view.ts';

export { prefixFor, prefixOf, redirectToPage, wantsHtml } from './shell/negotiation.ts';
export { type ProblemStatus, renderProblem } from './shell/problem-page.tsx';

type Env = { Bindings: { services: Services } };
type PageHandler = (c: PageContext, view: View) => Response | Promise<Response>;

/**
 * The pages under `/sv`, `/sv-fi`, `/fi` and `/en`, their assets, and `/`. Permanent addresses are not here: `http`
 * answers them with JSON, or with `redirectToPage` where `wantsHtml`. An unexpected error is thrown on, to be logged.
 */
export function createPages(): Hono<Env> {
  const pages = new Hono<Env>();
  pages.get('/', redirectToPage);
  pages.route('/', createAssetRoutes());
  for (const prefix of Object.keys(prefixes) as Prefix[]) mountPages(pages, prefix);
  return pages;
}

function mountPages(pages: Hono<Env>, prefix: Prefix): void {
  const root = `/${prefix}`;
  const course = `${root}/institutions/:slug/microcredentials/:code`;
  const page = (handler: PageHandler) => async (c: PageContext) => {
    try {
      return await handler(c, viewOf(c, prefix));
    } catch (error) {
      const status = problemStatus(error);
      if (status === undefined) throw error;
      return renderProblem(c, status);
    }
  };
  const part = (c: PageContext, name: string) => c.req.param(name) ?? '';

  pages.get(root, (c) => c.redirect(`${root}/`, 301));
  pages.get(`${root}/`, page(catalogue));
  pages.get(
    `${root}/institutions/:slug`,
    page((c, view) => institution(c, view, part(c, 'slug'))),
  );
  pages.get(
    course,
    page((c, view) => microcredential(c, view, part(c, 'slug'), part(c, 'code'))),
  );
  pages.get(
    `${course}/versions/:number{[1-9][0-9]{0,8}}`,
    page((c, view) => version(c, view, part(c, 'slug'), part(c, 'code'), Number(part(c, 'number')))),
  );
  pages.get(
    `${root}/institutions/:slug/offerings/:id`,
    page((c, view) => offering(c, view, part(c, 'slug'), part(c, 'id'))),
  );
  pages.get(
    `${root}/certificates/:token`,
    page((c, view) => certificate(c, view, part(c, 'token'))),
  );
  pages.get(
    `${root}/records/:id`,
    page((c, view) => award(c, view, part(c, 'id'))),
  );
  pages.get(`${root}/verify`, page(verifyForm));
  pages.post(`${root}/verify`, bodyLimit({ maxSize: formBytes, onError: page(tooLarge) }), page(verifyCertificate));
  pages.all(`${root}/*`, (c) => renderProblem(c, 404));
}
