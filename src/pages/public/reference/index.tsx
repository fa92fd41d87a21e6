import { Hono } from 'hono';
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

  reference.get('/', (c) => {
    const query = (c.req.query('q') ?? '').slice(0, longestQuery).trim();
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

function once<Value>(make: () => Value): () => Value {
  let made: Readonly<{ value: Value }> | undefined;
  return () => (made ??= { value: make() }).value;
}
