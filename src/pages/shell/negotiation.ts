import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { Locale } from '../../domain/shared/language.ts';
import { languageFor } from '../../http/input/accept-language.ts';
import { pageHeaders } from '../../http/middleware/security-headers.ts';

/** First part of a page's address, and the locale that it means where no institution decides. */
export const prefixes = { sv: 'sv-SE', 'sv-fi': 'sv-FI', fi: 'fi', en: 'en' } as const satisfies Record<string, Locale>;
export type Prefix = keyof typeof prefixes;

const machineTypes = ['application/json', 'application/ld+json', 'application/vc', 'application/vc+ld+json'];

/**
 * Whether the reader wants a page rather than data. The permanent addresses belong to machines first: HTML must be
 * asked for by name and preferred, so the range of all types and a tie mean JSON (`hono/accepts` would take whichever
 * stands first in the header). `?format=json` is the link that a page gives.
 */
export function wantsHtml(c: Context): boolean {
  if (c.req.query('format') === 'json') return false;
  const accepted = parseAccept(c.req.header('Accept') ?? '').map(({ type, q }) => ({ value: type.toLowerCase(), q }));
  const weightOf = (type: string): number =>
    [type, `${type.split('/')[0]}/*`, '*/*']
      .map((range) => accepted.find(({ value }) => value === range)?.q)
      .find((q) => q !== undefined) ?? 0;
  const named = accepted.some(({ value }) => value === 'text/html' || value === 'text/*');
  const html = named ? weightOf('text/html') : 0;
  return html > Math.max(...machineTypes.map(weightOf));
}

/** The language of the pages that a reader wants most, otherwise English. */
export const prefixFor = (acceptLanguage: string | undefined): Prefix =>
  languageFor(acceptLanguage, Object.keys(prefixes) as Prefix[], 'en');

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
