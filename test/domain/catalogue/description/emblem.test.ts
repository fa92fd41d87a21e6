import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageOf, readEmblem } from '../../../../src/domain/catalogue/description/emblem.ts';
import { DomainError } from '../../../../src/domain/shared/errors.ts';
import { extendedWebpOf, jpegOf, losslessWebpOf, lossyWebpOf, pngOf } from '../../../samples/images.ts';

const kinds = [
  ['image/png', pngOf],
  ['image/jpeg', jpegOf],
  ['image/webp', lossyWebpOf],
  ['image/webp', losslessWebpOf],
  ['image/webp', extendedWebpOf],
] as const;

const refusalOf = (bytes: Uint8Array<ArrayBuffer>): DomainError => {
  try {
    readEmblem(bytes);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was taken.');
};
const text = (words: string) => new TextEncoder().encode(words);

describe.each(kinds)('an image that is %s by its bytes (%o)', (mediaType, make) => {
  const side = fc.integer({ min: 16, max: 2000 });

  test('is taken in any size that is allowed', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(readEmblem(make(width, height))).toEqual({ mediaType, width, height });
      }),
    );
  });

  test('is refused where a side is too short or too long, in words with its size', () => {
    for (const [width, height] of [
      [15, 16],
      [16, 15],
      [2001, 16],
      [16, 2001],
    ] as const)
      expect(refusalOf(make(width, height)).violations).toEqual([
        { pointer: '#', detail: expect.stringContaining(`${width} × ${height} pixels`) },
      ]);
  });

  test('is no image where its beginning is cut off', () => {
    const bytes = make(64, 32);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), (length) => {
        expect(imageOf(bytes.slice(0, length))).toBeUndefined();
      }),
    );
  });
});

test.each([0xc0, 0xc1, 0xc2, 0xcf])('a JPEG with the frame 0x%s has a size', (marker) => {
  expect(imageOf(jpegOf(40, 30, marker))).toEqual({ mediaType: 'image/jpeg', width: 40, height: 30 });
});

test.each([0xc4, 0xc8, 0xcc])('a JPEG with the segment 0x%s has none', (marker) => {
  expect(imageOf(jpegOf(40, 30, marker))).toBeUndefined();
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', text('emblem')],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a GIF', text('GIF89a\u0010\u0000\u0010\u0000')],
  ['a page that says it is a PNG', text('<!doctype html><title>PNG</title>')],
])('%s is refused, in words', (_, bytes) => {
  const { code, violations } = refusalOf(bytes);
  expect([code, violations[0]?.detail]).toEqual([
    'content-invalid',
    expect.stringMatching(/no image in PNG, JPEG or WebP/),
  ]);
});

test('a good image with more than 100 kB behind it is too large', () => {
  const bytes = new Uint8Array(100_001);
  bytes.set(pngOf(32, 32));
  expect(refusalOf(bytes)).toMatchObject({ code: 'body-too-large', message: 'The image is over 100 kB.' });
  expect(readEmblem(bytes.slice(0, 100_000)).mediaType).toBe('image/png');
});

test('any bytes are read or not, and never throw', () => {
  const begin = fc.constantFrom(...kinds.map(([, make]) => make(64, 64).slice(0, 16)), new Uint8Array());
  fc.assert(
    fc.property(begin, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      expect(() => imageOf(Uint8Array.from([...start, ...rest]))).not.toThrow();
    }),
  );
});
