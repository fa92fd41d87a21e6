import type { Token } from './tokens.ts';

/** The elements of the HTML standard, its obsolete ones included, and those that begin a picture or a formula. */
const elements = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
  fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image
  img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu meta meter nav nobr
  noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt
  rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table
  tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
);

/** `o:p` of a word processor, `my-element`; not `https:` of an address between angle brackets. */
const isComposed = (name: string): boolean => /^[a-z][\w.]*[:-][a-z]/.test(name) && !/^mailto:/.test(name);
const doesSomething = /^(on\w+|href|src|srcdoc|style|class|id|action|formaction|xmlns)$/;
const unfinishedTag = /[\s/](on\w+|href|src|style)\s*=|=\s*["']/i;
const declaration = /^<(!--|!doctype|!\[|\?[a-z])/i;

/**
 * Whether a piece is HTML rather than words. A `<` of arithmetic, a heart (`<3`), `List<String>` and `a<b and b>c` are
 * words; what is closed again, what has attributes that do something and every element of HTML are not.
 */
export function isMarkup(token: Token, closed: ReadonlySet<string>): boolean {
  switch (token.kind) {
    case 'text':
      return false;
    case 'close':
    case 'cdata':
      return true;
    case 'entity':
      return token.raw.endsWith(';');
    case 'comment':
      return declaration.test(token.raw);
    case 'unfinished':
      return unfinishedTag.test(token.raw);
    case 'open':
      return isTag(token.name, [...token.attributes], closed);
  }
}

type Attribute = readonly [name: string, value: string | undefined];

function isTag(name: string, attributes: readonly Attribute[], closed: ReadonlySet<string>): boolean {
  if (closed.has(name) || /[<="']/.test(name) || isComposed(name)) return true;
  if (attributes.some(([attribute]) => doesSomething.test(attribute))) return true;
  if (!elements.has(name)) return false;
  return name.length > 1 || attributes.length === 0 || attributes.some(([, value]) => value !== undefined);
}

/** The names that some piece closes. */
export const closedIn = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(tokens.flatMap((token) => (token.kind === 'close' ? [token.name] : [])));
