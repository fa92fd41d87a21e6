import { Lines } from './lines.ts';
import { closedIn, isMarkup } from './markup.ts';
import { type Attributes, type Token, tokensOf } from './tokens.ts';

/** Markup that was written as text (`&lt;p&gt;`), and that once more, is as deep as exports go. */
const mostRounds = 8;

export type PlainText = Readonly<{ text: string; hadHtml: boolean }>;

/** Control characters and halves of characters are no text, and could split a tag; line breaks and tabs are text. */
const withoutControls = (text: string): string => text.replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '');

/**
 * A text without HTML and control characters: lists, paragraphs and line breaks as line breaks, characters for their references, nothing of
 * scripts and styles. What it gives holds no HTML: it is read again until nothing changes. Any other text comes back
 * as it is; undefined where HTML is nested in itself without end.
 */
export function plainText(source: string): PlainText | undefined {
  let text = withoutControls(source);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = withoutMarkup(text);
    if (next === undefined) return { text, hadHtml: round > 0 };
    text = withoutControls(next);
  }
  return undefined;
}

/** Undefined where there is none. */
function withoutMarkup(text: string): string | undefined {
  if (!/[<&]/.test(text)) return undefined;
  const tokens = piecesOf(text);
  const closed = closedIn(tokens);
  const isTag = tokens.map((token) => isMarkup(token, closed));
  if (!isTag.includes(true)) return undefined;
  const shown = withoutHidden(tokens, isTag);
  const lines = new Lines(shown.some(({ token, markup }) => markup && 'name' in token && makesLines.has(token.name)));
  const open: Open = { lists: [], links: [] };
  for (const { token, markup } of shown) {
    if (!markup) lines.words(token.raw);
    else write(token, lines, open);
  }
  return lines.text().trim();
}

/** How deep pieces that only look like tags may contain each other; below that every `<` is removed. */
const mostLookalikes = 50;

/** What only looks like a tag may contain a real one: in `x<y and <b>z</b>` the tokenizer sees a tag `<y and <b>`. */
function piecesOf(text: string, depth = 0): readonly Token[] {
  const tokens = tokensOf(text);
  const closed = closedIn(tokens);
  return tokens.flatMap((token): readonly Token[] => {
    const inner = token.raw.indexOf('<', 1);
    if (inner < 0 || (token.kind !== 'unfinished' && isMarkup(token, closed))) return [token];
    if (depth === mostLookalikes) return [words(token.raw.replaceAll('<', ''))];
    const [before, rest] = [token.raw.slice(0, inner), token.raw.slice(inner)];
    // The part before it may still be a tag that does not end, and then it is no words.
    const first = token.kind === 'unfinished' ? tokensOf(before) : [words(before)];
    return [...first, ...piecesOf(rest, depth + 1)];
  });
}

const words = (raw: string): Token => ({ kind: 'text', raw, content: raw });

type Piece = Readonly<{ token: Token; markup: boolean }>;

/** Elements whose content is never shown. */
const hidden = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'noembed',
  'noframes',
  'object',
  'svg',
  'audio',
  'video',
  'canvas',
  'head',
]);
const toTheEnd = new Set(['script', 'style', 'iframe', 'noembed', 'noframes']);

function withoutHidden(tokens: readonly Token[], isTag: readonly boolean[]): readonly Piece[] {
  const lastClose = new Map(tokens.flatMap((token, at) => (token.kind === 'close' ? [[token.name, at] as const] : [])));
  const shown: Piece[] = [];
  let until: string | undefined;
  tokens.forEach((token, at) => {
    if (until !== undefined) {
      if (token.kind === 'close' && token.name === until) until = undefined;
    } else if (token.kind === 'open' && isTag[at] && hidden.has(token.name)) {
      if (toTheEnd.has(token.name) || (lastClose.get(token.name) ?? -1) > at) until = token.name;
    } else shown.push({ token, markup: isTag[at] ?? false });
  });
  return shown;
}

const paragraphs = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'ul', 'ol', 'dl', 'hr'];
const ownLine = [
  'address',
  'article',
  'aside',
  'body',
  'center',
  'dd',
  'div',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
];
const ownLineToo = ['footer', 'form', 'header', 'li', 'main', 'nav', 'option', 'section', 'summary', 'tr', 'title'];
/** How many line breaks stand around an element. */
const breaks: ReadonlyMap<string, number> = new Map([
  ...paragraphs.map((name) => [name, 2] as const),
  ...[...ownLine, ...ownLineToo].map((name) => [name, 1] as const),
]);
const makesLines = new Set([...breaks.keys(), 'br', 'td', 'th']);

type List = { readonly isNumbered: boolean; items: number };
/** What is open where the reading stands. */
type Open = Readonly<{ lists: List[]; links: string[] }>;

function write(token: Token, lines: Lines, open: Open): void {
  if (token.kind === 'entity' || token.kind === 'cdata') lines.words(token.content);
  else if (token.kind === 'open') begin(token.name, token.attributes, lines, open);
  else if (token.kind === 'close') end(token.name, lines, open);
}

function begin(name: string, attributes: Attributes, lines: Lines, { lists, links }: Open): void {
  around(name, lines, lists);
  if (name === 'ul' || name === 'ol') lists.push({ isNumbered: name === 'ol', items: 0 });
  else if (name === 'br') lines.lineBreak();
  else if (name === 'td' || name === 'th') lines.space();
  else if (name === 'img') lines.words(attributes.get('alt') ?? '');
  else if (name === 'li') lines.item(marker(lists.at(-1)));
  else if (name === 'a') links.push(attributes.get('href')?.trim() ?? '');
}

function end(name: string, lines: Lines, { lists, links }: Open): void {
  if (name === 'ul' || name === 'ol') lists.pop();
  around(name, lines, lists);
  const address = name === 'a' ? (links.pop() ?? '') : '';
  if (webAddress.test(address) && !lines.text().endsWith(address)) lines.words(` (${address})`);
}

/** Where a link leads is said beside its words. */
const webAddress = /^https?:\/\/[^\s<>"{}|\\^`;]+$/i;

/** A list within a list begins on the next line, as its items do. */
function around(name: string, lines: Lines, lists: readonly List[]): void {
  const lineBreaks = breaks.get(name);
  if (lineBreaks !== undefined) lines.atLeast(lists.length > 0 ? Math.min(lineBreaks, 1) : lineBreaks);
}

function marker(list: List | undefined): string {
  if (list) list.items += 1;
  return list?.isNumbered ? `${list.items}. ` : '- ';
}
