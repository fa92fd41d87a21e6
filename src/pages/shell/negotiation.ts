import type { Context } from 'hono';
import type { Locale } from '../../domain/shared/language.ts';
import { pageHeaders } from '../../http/middleware/security-headers.ts';

/** First part of a page's address, and the locale that it means where no institution decides. */
export const prefixes = { sv: 'sv-SE', 'sv-fi': 'sv-FI', fi: 'fi', en: 'en' } as const satisfies Record<string, Locale>;
export type Prefix = keyof typeof prefixes;

type Preference = Readonly<{ value: string; q: number }>;

/** The elements of Accept or Accept-Language with their weights (RFC 9110 §12.4.2), lower-cased. */
function preferences(header: string): Preference[] {
  return header.split(',').flatMap((element) => {
    const [value = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const q = weight === undefined ? 1 : Number(weight);
    return value && q >= 0 && q <= 1 ? [{ value, q }] : [];
  });
}

const machineTypes = ['application/json', 'application/ld+json', 'application/vc', 'application/vc+ld+json'];

/**
 * Whether the reader wants a page rather than data. The permanent addresses belong to machines first: HTML must be
 * asked for by name and preferred, so the range of all types and a tie mean JSON; `?format=json` is the link that a page gives.
 */
export function wantsHtml(c: Context): boolean {
  if (c.req.query('format') === 'json') return false;
  const accepted = preferences(c.req.header('Accept') ?? '');
  const weightOf = (type: string): number =>
    [type, `${type.split('/')[0]}/*`, '*/*']
      .map((range) => accepted.find(({ value }) => value === range)?.q)
      .find((q) => q !== undefined) ?? 0;
  const named = accepted.some(({ value }) => value === 'text/html' || value === 'text/*');
  const html = named ? weightOf('text/html') : 0;
  return html > Math.max(...machineTypes.map(weightOf));
}

/** The language to answer in: the most wanted that the service speaks, otherwise English. */
export function prefixFor(acceptLanguage: string | undefined): Prefix {
  const wanted = preferences(acceptLanguage ?? '')
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { value } of wanted) {
    if (value === 'sv-fi') return 'sv-fi';
    const language = value.split('-')[0];
    if (language === 'sv' || language === 'fi' || language === 'en') return language;
  }
  return 'en';
}

/** From a permanent address, which has no language, to its page. `/sv` of a Finnish institution is written as in Finland. */
export function redirectToPage(c: Context): Response {
  const { pathname, search } = new URL(c.req.url);
  return new Response(null, {
    status: 303,
    headers: {
      ...pageHeaders(),
      Location: `/${prefixFor(c.req.header('Accept-Language'))}${pathname}${search}`,
      Vary: 'Accept, Accept-Language',
      ...(pathname.startsWith('/certificates/') && { 'Cache-Control': 'private, no-store' }),
    },
  });
}

/** The language that an address begins with, if any: `http` asks, to answer faults of pages with pages. */
export function prefixOf(pathname: string): Prefix | undefined {
  const first = pathname.split('/')[1] ?? '';
  return Object.hasOwn(prefixes, first) ? (first as Prefix) : undefined;
}
