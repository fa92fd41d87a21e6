import MiniSearch from 'minisearch';

/** Something on the page that can be looked for; `id` is its place there. */
export type Entry = Readonly<{ id: string; kind: string; name: string; text: string }>;
export type Found = Readonly<{ entries: readonly Entry[]; total: number }>;

const mostShown = 30;
export const longestQuery = 100;

/** Words, and the words within a name in camel case: `makeAward` is found by `award`. */
const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== '');

/** Runs on the server and in the browser alike, so that both find the same. */
export function createSearch(entries: readonly Entry[]): (query: string) => Found {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({
    fields: ['name', 'text'],
    tokenize: wordsOf,
    searchOptions: {
      boost: { name: 3 },
      boostDocument: (id) => (byId.get(id as string)?.kind === 'Operation' ? 2 : 1),
      combineWith: 'AND',
      prefix: true,
      // One letter wrong in a word of six or more.
      fuzzy: (word) => (word.length > 5 ? 1 : false),
    },
  });
  index.addAll(entries);
  return (query) => {
    const hits = index.search(query.slice(0, longestQuery));
    const found = hits.flatMap(({ id }) => byId.get(id as string) ?? []);
    return { entries: found.slice(0, mostShown), total: found.length };
  };
}

/** How many were found, for the eye and for a screen reader. */
export function countText({ entries, total }: Found): string {
  if (total === 0) return 'Nothing was found.';
  if (total > entries.length) return `${total} results; the first ${entries.length} are shown.`;
  return total === 1 ? '1 result.' : `${total} results.`;
}
