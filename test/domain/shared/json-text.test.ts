import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../../src/domain/shared/json-text.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

test.each([
  ['', ''],
  ['{"a":"ö"}', '{"a":"ö"}'],
  ['\uFEFF{}', '{}'],
  ['\uFEFF\uFEFF{}', '\uFEFF{}'],
  ['{}\uFEFF', '{}\uFEFF'],
  ['{"a":"\uFFFD"}', '{"a":"\uFFFD"}'],
])('%j is read as %j', (text, read) => {
  expect(decodeUtf8(encoded(text))).toBe(read);
});

test.each([
  ['Latin-1', bytes(0x22, 0xf6, 0x22)],
  ['UTF-16, little end first, with its mark', bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
  ['UTF-16, big end first, with its mark', bytes(0xfe, 0xff, 0, 0x7b, 0, 0x7d)],
  ['half a character', bytes(0x22, 0xc3)],
  ['a character in more bytes than it needs', bytes(0xc0, 0xaf)],
  ['half a surrogate pair', bytes(0xed, 0xa0, 0x80)],
  ['beyond the last character', bytes(0xf4, 0x90, 0x80, 0x80)],
])('%s is not UTF-8', (_, wrong) => {
  expect(decodeUtf8(wrong)).toBeUndefined();
});

test('every text comes back, with one mark or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isMarked) => {
      fc.pre(!text.startsWith('\uFEFF') || isMarked);
      expect(decodeUtf8(encoded(isMarked ? `\uFEFF${text}` : text))).toBe(text);
    }),
  );
});

test('bytes that are read write themselves again', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (any) => {
      const text = decodeUtf8(any);
      const isMarked = any[0] === 0xef && any[1] === 0xbb && any[2] === 0xbf;
      if (text !== undefined) expect(encoded(`${isMarked ? '\uFEFF' : ''}${text}`)).toEqual(any);
    }),
  );
});
