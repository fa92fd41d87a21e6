import type { FC } from 'hono/jsx';
import { countText, type Entry, type Found, longestQuery } from './search.ts';

type Props = Readonly<{ query: string; found: Found | undefined; entriesPath: string }>;

/** Asks this page again where no script runs; where one does, it answers while the reader types. */
export const SearchForm: FC<Props> = ({ query, found, entriesPath }) => (
  <search>
    <form id="search" class="form" method="get" action="/docs" data-entries={entriesPath}>
      <label for="q">Search operations, schemas, refusals and codes</label>
      <div class="search-row">
        <input
          id="q"
          name="q"
          type="search"
          value={query}
          maxlength={longestQuery}
          autocomplete="off"
          spellcheck={false}
        />
        <button class="button" type="submit">
          Search
        </button>
      </div>
    </form>
    <p id="count" class="small" role="status">
      {found && countText(found)}
    </p>
    <ol id="results" class="results" aria-label="Search results">
      {found?.entries.map((entry) => (
        <Result {...entry} />
      ))}
    </ol>
  </search>
);

/** As src/pages/client/reference-search.ts builds it. */
const Result: FC<Entry> = ({ id, kind, name, text }) => (
  <li>
    <a href={`#${id}`}>{name}</a> <span class="quiet">{kind}</span>
    <p>{text}</p>
  </li>
);
