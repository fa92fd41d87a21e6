/**
 * Where an object in JSON text has the same member twice: the JSON Pointer (RFC 6901) of the second one, or undefined.
 * RFC 8259 §4 leaves open which of the two counts, so two readers may read two documents; RFC 7493 §2.3 forbids it.
 * The text must be one that JSON.parse takes.
 */
export function duplicateMember(text: string): string | undefined {
  const open: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const level = open.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      if (level?.expectsName) {
        const name = nameOf(text.slice(at, end + 1));
        level.at = name;
        level.expectsName = false;
        if (level.names?.has(name)) return pointerTo(open);
        level.names?.add(name);
      }
      at = end;
    } else if (character === '{') open.push({ names: new Set(), at: '', expectsName: true });
    else if (character === '[') open.push({ at: 0, expectsName: false });
    else if (character === '}' || character === ']') open.pop();
    else if (character === ',' && level) {
      if (typeof level.at === 'number') level.at += 1;
      else level.expectsName = true;
    }
  }
  return undefined;
}

/** An object (with the names seen in it) or an array, and where in it the text is. */
type Level = { readonly names?: Set<string>; at: string | number; expectsName: boolean };

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

/** `"a"` and `"\u0061"` are one name. */
const nameOf = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);

const pointerTo = (levels: readonly Level[]): string =>
  levels.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
