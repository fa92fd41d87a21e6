import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, textFault } from '../../../src/domain/shared/names.ts';

describe('a line that a person wrote', () => {
  test.each([
    'Åsa Öström',
    'O’Brien-Nyström',
    'Ng',
    '李小龍',
    'عبد الرحمن',
    'می\u200Cخواهم',
    'ශ්\u200Dරී',
    '葛\u{E0100}城',
    'Dnr 2026/17:3 (b)',
    'Examinator',
    '7',
  ])('may be %s', (text) => {
    expect(textFault(text)).toBeUndefined();
  });

  test.each([
    ['', 'It holds no character that can be seen.'],
    [' \t\n ', 'It holds no character that can be seen.'],
    ['\u00A0\u3000\u2003', 'It holds no character that can be seen.'],
    ['\u200C', 'It holds no character that can be seen.'],
    ['\u2800', 'It holds no character that can be seen.'],
    ['\u0301', 'It holds no character that can be seen.'],
    ['\u3164', 'It holds an invisible character (U+3164): take that out.'],
    ['Åsa\u0000', 'It holds a null character (U+0000): take that out.'],
    ['Åsa\tB', 'It holds a tab (U+0009): take that out.'],
    ['Åsa\r\nBcc: x', 'It holds a line break (U+000D): take that out.'],
    ['Åsa\u0085B', 'It holds a control character (U+0085): take that out.'],
    ['Åsa\u009B31m', 'It holds a control character (U+009B): take that out.'],
    ['\u202EÅsa', 'It holds a right-to-left override (U+202E): take that out.'],
    ['Åsa\u2067B', 'It holds a character that changes the direction of the text (U+2067): take that out.'],
    ['Åsa\u200F', 'It holds a character that changes the direction of the text (U+200F): take that out.'],
    ['Åsa\u2028B', 'It holds a line separator (U+2028): take that out.'],
    ['Å\u200Bsa', 'It holds a space of no width (U+200B): take that out.'],
    ['Å\u00ADsa', 'It holds a soft hyphen (U+00AD): take that out.'],
    ['Å\u{E0041}sa', 'It holds an invisible character (U+E0041): take that out.'],
    ['\uD800Åsa', 'It holds half of a character (U+D800): take that out.'],
    ['Åsa \uFFFD', 'It holds a replacement character (U+FFFD): take that out.'],
    ['Åsa \uE000', 'It holds a character that means nothing to others (U+E000): take that out.'],
    ['Åsa \uFDD0', 'It holds a character that means nothing to others (U+FDD0): take that out.'],
  ])('may not be %j', (text, fault) => {
    expect(textFault(text)).toBe(fault);
  });

  const anything = fc.string({ unit: 'binary', maxLength: 20 });

  test('is the same when it is cleaned twice, and has the same fault', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(textFault(clean)).toBe(textFault(text));
      }),
    );
  });

  test('is kept in one form, whichever way its letters were put together', () => {
    expect(cleanText(' A\u030Asa ')).toBe('\u00C5sa');
  });

  const name = fc.stringMatching(/^[a-zåäö]{3,10}$/);
  const harmful = fc.constantFrom(
    '\u0000',
    '\u0007',
    '\u007F',
    '\u202A',
    '\u202E',
    '\u2066',
    '\u061C',
    '\u2060',
    '\uFFF9',
  );

  test('is refused wherever a harmful character stands, in words that do not repeat it', () => {
    fc.assert(
      fc.property(name, harmful, name, (before, character, after) => {
        for (const text of [before + character + after, character + after, before + character]) {
          const fault = textFault(text);
          expect(fault).toContain(`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
          expect(fault).not.toContain(character);
        }
        // The words are the same whatever the name is.
        expect(textFault(before + character)).toBe(textFault(after + character));
      }),
    );
  });
});
