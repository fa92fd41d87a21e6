import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { respond } from '../../shell/respond.ts';
import { Page, Sections } from './page.tsx';
import type { Refusals } from './refusals.tsx';
import { entriesOf } from './search/entries.ts';
import { SearchForm } from './search/form.tsx';
import { createSearch, longestQuery } from './search/search.ts';

const entriesPath = '/docs/entries.json';

/** The pages at /docs: the contract in readable form, and what its search looks through. */
export function createReference(refusals: Refusals): Hono {
  const reference = new Hono();
  // Made when somebody first asks, and the same from then on.
  const entries = once(() => entriesOf(refusals));
  const search = once(() => createSearch(entries()));
  const sections = once(() => html`${(<Sections refusals={refusals} />)}`);

  reference.get('/', etag(), (c) => {
    const query = queryOf(c.req.query('q') ?? '');
    const page = (
      <Page sections={sections()}>
        <SearchForm query={query} found={query === '' ? undefined : search()(query)} entriesPath={entriesPath} />
      </Page>
    );
    return respond(c, page, { cache: 'public', hasScript: true });
  });
  reference.get('/entries.json', (c) => c.json(entries(), 200, { 'Cache-Control': 'public, max-age=300' }));
  return reference;
}

/** As a browser would send it from the form: no longer, and without what HTML cannot hold (HTML Standard §13.3). */
const queryOf = (text: string): string =>
  [...text.toWellFormed().replaceAll(/\p{Cc}+/gu, ' ')].slice(0, longestQuery).join('').trim();

function once<Value>(make: () => Value): () => Value {
  let made: Readonly<{ value: Value }> | undefined;
  return () => (made ??= { value: make() }).value;
}
