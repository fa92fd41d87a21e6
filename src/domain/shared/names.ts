/** The characters that a person meets under a name of their own; every other is called by its class. */
const known: Readonly<Record<number, string>> = {
  0x00: 'a null character',
  0x09: 'a tab',
  0x0a: 'a line break',
  0x0d: 'a line break',
  0x1b: 'an escape character',
  0xad: 'a soft hyphen',
  0x200b: 'a space of no width',
  0x202d: 'a left-to-right override',
  0x202e: 'a right-to-left override',
  0x2028: 'a line separator',
  0x2029: 'a paragraph separator',
  0xfffd: 'a replacement character',
  0xfeff: 'a byte order mark',
};

/** In the order in which a text is looked at. */
const classes: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\p{Cs}/u, 'half of a character'],
  [/\p{Cc}/u, 'a control character'],
  [/\p{Bidi_Control}/u, 'a character that changes the direction of the text'],
  [/[\p{Zl}\p{Zp}]/u, 'a separator of lines'],
  [/[\p{Co}\p{Noncharacter_Code_Point}\uFFFD]/u, 'a character that means nothing to others'],
  // Joiners stand in Persian and Indic names, variation selectors in Japanese ones.
  [/(?![\u200C\u200D\p{Variation_Selector}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u, 'an invisible character'],
];

/** A fillers' letter or a blank of Braille is a letter or a symbol by its class and is seen by nobody. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** A line that a person wrote (a name, a capacity, a body, a case number), as it is kept: in NFC, without blanks around it. */
export const cleanText = (text: string): string => text.normalize('NFC').trim();

/** Whether there is something to read in a text, of however many lines. */
export const isSeen = (text: string): boolean => visible.test(text);

/** What is wrong with such a line, in words that never repeat it; nothing where it may stand. */
export function textFault(text: string): string | undefined {
  const clean = cleanText(text);
  for (const [pattern, what] of classes) {
    const found = pattern.exec(clean)?.[0].codePointAt(0);
    if (found !== undefined) return `It holds ${known[found] ?? what} (${codeOf(found)}): take that out.`;
  }
  return isSeen(clean) ? undefined : 'It holds no character that can be seen.';
}

/** As the Unicode Standard writes a code point. */
const codeOf = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
