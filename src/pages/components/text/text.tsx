import type { Child, FC } from 'hono/jsx';
import { languageOf, type LanguageMap, textFor } from '../../../domain/shared/language.ts';
import { capitalised } from './formats.ts';
import { encodedControls, withoutControls } from '../../shell/text-direction.ts';
import type { View } from '../../shell/view.ts';

type Props = Readonly<{ of: LanguageMap | undefined; view: View }>;

/** As BCP 47 writes a tag. A document may have put anything there, or "und": empty is how HTML says that of a text. */
const tagOf = (language: string): string =>
  language !== 'und' && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language) ? language : '';

/** A text for the reader, marked with its language where that is not the page's. */
function found({ of, view }: Props) {
  const text = textFor(of, view.locale);
  if (!text) return undefined;
  const isOther = text.language !== languageOf(view.locale);
  return { text: withoutControls(text.text), lang: isOther ? tagOf(text.language) : undefined };
}

/** What a person wrote, in whatever direction its script runs, apart from the words around it. */
export const Written: FC<Readonly<{ text: string; lang?: string | undefined }>> = ({ text, lang }) => (
  <bdi lang={lang}>{withoutControls(text)}</bdi>
);

/** An identifier or an address: not a word of any language, and it runs from left to right. */
export const Identifier: FC<Readonly<{ text: string }>> = ({ text }) => <code dir="ltr">{withoutControls(text)}</code>;

/** A text within a line; `initial` where it begins one and may have been written as a word within a sentence. */
export const Text: FC<Props & Readonly<{ initial?: boolean }>> = ({ initial, ...props }) => {
  const text = found(props);
  if (!text) return <></>;
  return <bdi lang={text.lang}>{initial ? capitalised(text.text) : text.text}</bdi>;
};

/** Text of several paragraphs, as it was written: a blank line parts them. */
export const Prose: FC<Props & Readonly<{ class?: string }>> = ({ class: name = '', ...props }) => {
  const text = found(props);
  if (!text) return <></>;
  return (
    <div class={`prose ${name}`.trim()} lang={text.lang}>
      {text.text.split(/\n\s*\n/).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
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
  const shown = first.length <= length ? first : `${first.slice(0, end > 0 ? end : length)}\u00a0…`;
  return (
    <p lang={text.lang} dir="auto">
      {shown}
    </p>
  );
};

/** An address from a document leads out only where it is one of the web; anything else is shown as text. */
export const Outward: FC<Readonly<{ href: string | undefined; children?: Child }>> = ({ href, children }) => {
  const shown = children ?? <bdi dir="ltr">{withoutControls(href ?? '')}</bdi>;
  if (!href || !/^https?:\/\//i.test(href)) return <>{shown}</>;
  return (
    <a href={encodedControls(href)} rel="noopener noreferrer nofollow">
      {shown}
    </a>
  );
};

const hole = '\u0000';

/** A message of ours with a piece in its hole that has an element of its own. */
export const Filled: FC<Readonly<{ message: (piece: string) => string; with: Child }>> = ({ message, with: piece }) => {
  const [before = '', after = ''] = message(hole).split(hole);
  return (
    <>
      {before}
      {piece}
      {after}
    </>
  );
};
