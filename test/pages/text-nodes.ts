/** A text of a page with the elements around it, from the outermost in; `attributes` as they stand in the tag. */
export type TextNode = Readonly<{ text: string; within: readonly Readonly<{ name: string; attributes: string }>[] }>;

const pieces = /<(\/?)([a-z0-9]+)((?:\s[^>]*?)?)(\/?)>|([^<]+)/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);
const isVoid = (name: string) => ['meta', 'link', 'img', 'input', 'br'].includes(name);

/** Every text of a page that this service made: no comments, every attribute quoted, every element closed. */
export function textNodes(html: string): readonly TextNode[] {
  const found: TextNode[] = [];
  const open: { name: string; attributes: string }[] = [];
  const page = html.replace(/^<!doctype html>/, '').replace(/<script [^>]*>.*?<\/script>/gs, '');
  for (const [, closing, name = '', attributes = '', selfClosed, text] of page.matchAll(pieces)) {
    if (text !== undefined) found.push({ text: decoded(text), within: [...open] });
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element.`);
    } else if (!selfClosed && !isVoid(name)) open.push({ name, attributes });
  }
  return found;
}
