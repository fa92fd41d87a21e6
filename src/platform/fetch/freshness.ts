/** Nothing is cached for longer, whatever its server allows. */
const longestMs = 60_000;

/** The directives of Cache-Control (RFC 9111 §5.2), names in lower case. */
function directivesOf(headers: Headers): ReadonlyMap<string, string> {
  const parts = (headers.get('Cache-Control') ?? '').split(',').map((part) => part.trim());
  return new Map(
    parts.map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')] as const;
    }),
  );
}

/** RFC 9111 §1.2.2: what is no whole number of seconds counts as none. */
const seconds = (text: string | null | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);

/** How long the server lets an answer be cached; undefined where it does not say. */
function lifetimeOf(headers: Headers, directives: ReadonlyMap<string, string>): number | undefined {
  for (const name of ['s-maxage', 'max-age'])
    if (directives.has(name)) return (seconds(directives.get(name)) - seconds(headers.get('Age'))) * 1000;
  const expires = headers.get('Expires');
  if (expires === null) return undefined;
  const lasts = Date.parse(expires) - Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(lasts) ? 0 : lasts;
}

/** For how many milliseconds an answer may be used again without asking (RFC 9111 §4.2); 0 for not at all. */
export function freshFor(headers: Headers): number {
  const directives = directivesOf(headers);
  if (directives.has('no-store') || directives.has('no-cache') || headers.get('Vary')?.includes('*')) return 0;
  return Math.max(0, Math.min(longestMs, lifetimeOf(headers, directives) ?? longestMs));
}
