import type { FC } from 'hono/jsx';
import { languageOf, type LanguageMap, textFor } from '../../domain/language.ts';
import { capitalised } from '../formats.ts';
import type { View } from '../view.ts';

type Props = Readonly<{ of: LanguageMap | undefined; view: View }>;

/** A text for the reader, marked with its language where that is not the page's. */
function found({ of, view }: Props) {
  const text = textFor(of, view.locale);
  return text && { text: text.text, lang: text.language === languageOf(view.locale) ? undefined : text.language };
}

/** A text within a line; `initial` where it begins one and may have been written as a word within a sentence. */
export const Text: FC<Props & Readonly<{ initial?: boolean }>> = ({ initial, ...props }) => {
  const text = found(props);
  if (!text) return <></>;
  const shown = initial ? capitalised(text.text) : text.text;
  return text.lang ? <span lang={text.lang}>{shown}</span> : <>{shown}</>;
};

/** Text of several paragraphs, as it was written: a blank line parts them. */
export const Prose: FC<Props & Readonly<{ class?: string }>> = ({ class: name = '', ...props }) => {
  const text = found(props);
  if (!text) return <></>;
  return (
    <div class={`prose ${name}`.trim()} lang={text.lang}>
      {text.text.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
};

/** The first paragraph, cut at a word where it is longer than about this many characters. */
export const Opening: FC<Props & Readonly<{ length: number }>> = ({ length, ...props }) => {
  const text = found(props);
  if (!text) return <></>;
  const [first = ''] = text.text.split(/\n\s*\n/);
  const end = first.lastIndexOf(' ', length);
  return <p lang={text.lang}>{first.length <= length ? first : `${first.slice(0, end > 0 ? end : length)}\u00a0…`}</p>;
};

/** An address from a document leads out only where it is one of the web; anything else is shown as text. */
export const Outward: FC<Readonly<{ href: string | undefined; children?: unknown }>> = ({ href, children }) => {
  if (!href || !/^https?:\/\//i.test(href)) return <>{children ?? href ?? ''}</>;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {children ?? href}
    </a>
  );
};
