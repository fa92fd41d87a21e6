import type { Child, FC } from 'hono/jsx';
import { languageOf } from '../../domain/shared/language.ts';
import { assets, iconPath, stylePath } from '../../generated/assets.ts';
import { accentPath } from './accent.ts';
import { type Prefix, prefixes } from './negotiation.ts';
import { pageAt, type View, viewIn } from './view.ts';

type Props = Readonly<{
  view: View;
  title: string;
  description?: string | undefined;
  /** Pages about a person, and answers to a form, stay out of search engines. */
  noindex?: boolean;
  /** Whether the page uses the second font family too, as a certificate does. */
  festive?: boolean;
  head?: Child;
  children?: Child;
}>;

const fontPath = (name: string) => Object.keys(assets).find((path) => path.startsWith(`/assets/${name}-`)) ?? '';
export const textFont = fontPath('source-sans-3-latin-wght-normal');
const festiveFont = fontPath('source-serif-4-latin-wght-normal');

const languageNames: Readonly<Record<Prefix, string>> = {
  sv: 'Svenska (Sverige)',
  'sv-fi': 'Svenska (Finland)',
  fi: 'Suomi',
  en: 'English',
};

/** The languages of this page: on an institution's there is one Swedish, that of its country. */
function languagesOf({ institution, prefix }: View): { prefix: Prefix; name: string; current: boolean }[] {
  const all = Object.keys(prefixes) as Prefix[];
  const other = institution?.country === 'FI' ? 'sv' : institution?.country === 'SE' ? 'sv-fi' : undefined;
  const language = (each: Prefix) => languageOf(prefixes[each]);
  return all
    .filter((each) => each !== other)
    .map((each) => ({
      prefix: each,
      name: other && language(each) === 'sv' ? 'Svenska' : languageNames[each],
      current: other ? language(each) === language(prefix) : each === prefix,
    }));
}

export const Layout: FC<Props> = ({ view, title, description, noindex = false, festive = false, head, children }) => {
  const { m, locale, institution } = view;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title.replaceAll('\u00ad', '')} – ${m.service}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description && <meta name="description" content={description} />}
        <link rel="preload" href={textFont} as="font" type="font/woff2" crossorigin="" />
        {festive && <link rel="preload" href={festiveFont} as="font" type="font/woff2" crossorigin="" />}
        <link rel="stylesheet" href={stylePath} />
        {accentPath(institution?.accent) && <link rel="stylesheet" href={accentPath(institution?.accent)} />}
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        {noindex ? <meta name="robots" content="noindex" /> : <Alternates view={view} />}
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          {m.nav.skip}
        </a>
        <Head view={view} />
        <main id="content" class="bounds" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <div class="bounds">
            <p>mikromerit. {m.serviceDescription}</p>
          </div>
        </footer>
      </body>
    </html>
  );
};

/** The same page in other languages, for search engines; the address without a language chooses by itself. */
const Alternates: FC<Readonly<{ view: View }>> = ({ view }) => {
  const { base, path, search } = view;
  const languages = languagesOf(view);
  const canonical = languages.find(({ current }) => current)?.prefix ?? view.prefix;
  const localeOf = (prefix: Prefix) =>
    view.institution ? viewIn({ ...view, locale: prefixes[prefix] }, view.institution).locale : prefixes[prefix];
  return (
    <>
      <link rel="canonical" href={`${base}/${canonical}${path}${search}`} />
      {languages.map(({ prefix }) => (
        <link rel="alternate" hreflang={localeOf(prefix)} href={`${base}/${prefix}${path}${search}`} />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${base}${path}${search}`} />
    </>
  );
};

export const Brand: FC<Readonly<{ href: string }>> = ({ href }) => (
  <a class="brand" href={href}>
    <img src={iconPath} alt="" width="24" height="24" />
    mikromerit
  </a>
);

const Head: FC<Readonly<{ view: View }>> = ({ view }) => {
  const { m, path, search } = view;
  const current = (at: string) => (path === at ? 'page' : undefined);
  return (
    <header class="head">
      <div class="bounds">
        <Brand href={pageAt(view, '/')} />
        <nav aria-label={m.nav.main}>
          <ul role="list">
            <li>
              <a href={pageAt(view, '/')} aria-current={current('/')}>
                {m.nav.catalogue}
              </a>
            </li>
            <li>
              <a href={pageAt(view, '/verify')} aria-current={current('/verify')}>
                {m.nav.verify}
              </a>
            </li>
          </ul>
        </nav>
        <nav class="languages" aria-label={m.nav.language}>
          <ul role="list">
            {languagesOf(view).map((language) => (
              <li>
                <a
                  href={`/${language.prefix}${path}${search}`}
                  lang={prefixes[language.prefix]}
                  hreflang={prefixes[language.prefix]}
                  aria-current={language.current ? 'true' : undefined}
                >
                  {language.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
};
