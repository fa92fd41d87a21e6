/** What a stranger may send: bytes of JSON text, and levels of arrays and objects within it. */
export const jsonLimits = { bytes: 1_000_000, depth: 64 } as const;

/** How deep arrays and objects nest in JSON text, counted without parsing it; brackets inside strings do not count. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
