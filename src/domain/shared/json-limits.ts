/** Limits on JSON that is fetched. What is published stays within them, so that others can check it too. */
export const fetchedLimits = { bytes: 500_000, values: 20_000 } as const;

/** Limits on JSON that anybody may send: bytes of its text, and levels of arrays and objects within it. */
export const jsonLimits = { bytes: 1_000_000, depth: 64 } as const;

type Measure = Readonly<{ depth: number; values: number }>;

/**
 * How deep arrays and objects nest in JSON text and how many values it has at most, counted without parsing it: two
 * megabytes of `{},` become a hundred when they are parsed. What stands inside strings does not count.
 */
function measure(text: string): Measure {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      deepest = Math.max(deepest, (depth += 1));
      values += 1;
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',') values += 1;
  }
  return { depth: deepest, values };
}

export const nestingDepth = (text: string): number => measure(text).depth;

/** Never less than the values that the text has, and at most twice as many. */
export const mostValues = (text: string): number => measure(text).values;
