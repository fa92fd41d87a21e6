import type { Context } from 'hono';
import { languageOf, type Locale, localeFor } from '../../domain/shared/language.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Services } from '../../services/index.ts';
import { messagesFor, type Messages } from '../messages.ts';
import { type Prefix, prefixes } from './negotiation.ts';

export type PageContext = Context<{ Bindings: { services: Services } }>;

/** Who reads what: the language of the page, and where the page is. */
export type View = Readonly<{
  prefix: Prefix;
  locale: Locale;
  m: Messages;
  /** The address without its language, and the query as it was asked. */
  path: string;
  search: string;
  /** The service's public address, for links that leave it. */
  base: string;
  /** Whose page this is, where it is an institution's. */
  institution?: Institution;
}>;

export function viewOf(c: PageContext, prefix: Prefix): View {
  const { pathname, search } = new URL(c.req.url);
  const locale = prefixes[prefix];
  const path = pathname.slice(prefix.length + 1) || '/';
  return { prefix, locale, m: messagesFor[locale], path, search, base: c.env.services.addresses.base };
}

/** As written in this country; elsewhere than in Sweden and Finland the reader's own kind of Swedish stays. */
export function viewInCountry(view: View, country: string | undefined): View {
  if (country !== 'SE' && country !== 'FI') return view;
  const locale = localeFor(languageOf(view.locale), country);
  return { ...view, locale, m: messagesFor[locale] };
}

/** As seen on a page of this institution, whose country decides which Swedish it is. */
export const viewIn = (view: View, institution: Institution): View => ({
  ...viewInCountry(view, institution.country),
  institution,
});

export const pageAt = (view: View, path: string): string => `/${view.prefix}${path}`;
