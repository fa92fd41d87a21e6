import { QuoteType, Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string | undefined>;

/** A piece of a text; together the pieces are the whole text. `name` is that of an element, in lower case. */
export type Token = Readonly<{ raw: string } & (Plain | Open | Close)>;
type Plain = Readonly<{ kind: 'text' | 'comment' | 'unfinished' | 'cdata' | 'entity'; content: string }>;
type Open = Readonly<{ kind: 'open'; name: string; attributes: Attributes }>;
type Close = Readonly<{ kind: 'close'; name: string }>;

/** The pieces of a text as the tokenizer of the HTML standard (13.2.5) sees them. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let name: string | undefined;
  let attributes = new Map<string, string | undefined>();
  let attribute = '';
  let value = '';
  const rawUntil = (end: number) => {
    const raw = text.slice(start, end);
    start = Math.max(start, end);
    return raw;
  };
  const plain = (kind: Plain['kind'], end: number, content: (raw: string) => string = (raw) => raw) => {
    const raw = rawUntil(Math.min(end, text.length));
    tokens.push({ kind, raw, content: content(raw) });
  };
  const opened = (end: number) => {
    tokens.push({ kind: 'open', raw: rawUntil(end + 1), name: name ?? '', attributes });
    name = undefined;
    attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (_, end) => plain('text', end),
      ontextentity(code, end) {
        const character = String.fromCodePoint(code);
        const last = tokens.at(-1);
        // A few names stand for two characters, which come one after the other.
        if (end <= start && last?.kind === 'entity')
          tokens[tokens.length - 1] = { ...last, content: last.content + character };
        else plain('entity', end, () => character);
      },
      onopentagname: (from, end) => void (name = text.slice(from, end).toLowerCase()),
      onattribname: (from, end) => void (attribute = text.slice(from, end).toLowerCase()),
      onattribdata: (from, end) => void (value += text.slice(from, end)),
      onattribentity: (code) => void (value += String.fromCodePoint(code)),
      onattribend(quote) {
        if (!attributes.has(attribute)) attributes.set(attribute, quote === QuoteType.NoValue ? undefined : value);
        value = '';
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(from, end) {
        const closing = text.indexOf('>', end);
        const raw = rawUntil(closing < 0 ? text.length : closing + 1);
        tokens.push({ kind: 'close', raw, name: text.slice(from, end).toLowerCase() });
      },
      oncomment: (_, end) => plain('comment', end + 1),
      ondeclaration: (_, end) => plain('comment', end + 1),
      onprocessinginstruction: (_, end) => plain('comment', end + 1),
      oncdata: (from, end, offset) => plain('cdata', end + 1, () => text.slice(from, end - offset)),
      onend: () => undefined,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  // A tag that does not end is no event of the tokenizer.
  if (start < text.length) plain('unfinished', text.length);
  return tokens;
}
