import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platform } from '../../src/platform/platform.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('chance', () => {
  test('draws whole numbers from 0 to below the bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x1_0000_0000 }), (below) => {
        const drawn = platform.draw(below);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
      }),
    );
  });

  // The remainder of 2^32 by this bound is half of the bound: a draw that ignores it would favour the lower half 2:1.
  test('favours no number', () => {
    const below = 0xaaaa_aaaa;
    const low = times(6000).filter(() => platform.draw(below) < below / 2).length;
    expect(low).toBeGreaterThan(2700);
    expect(low).toBeLessThan(3300);
  });

  test('reaches every number', () => {
    expect(new Set(times(500).map(() => platform.draw(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });
});

describe('a token', () => {
  test.each([
    [16, 22],
    [24, 32],
    [32, 43],
  ])('of %i bytes is %i characters that stand in an address as they are', (bytes, characters) => {
    const tokens = times(200).map(() => platform.newToken(bytes));
    for (const token of tokens) expect(token).toMatch(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`));
    expect(new Set(tokens).size).toBe(200);
  });
});

test('ids are all different', () => {
  expect(new Set(times(1000).map(() => platform.newId())).size).toBe(1000);
});

test('SHA-256 is over UTF-8 (FIPS 180-2, B.1, and beyond ASCII)', async () => {
  expect(await platform.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await platform.sha256('å')).toBe('e83979df9d36090142f23051f8e8d7ad48e5c20dff5c9e7b92ca3454f67469f9');
});

describe('canonical JSON (RFC 8785)', () => {
  test('sorts by UTF-16 units and writes numbers as ECMAScript does (§3.2.3, §3.2.2.3)', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      1: 4,
      '\u{1f600}': 5,
      '\u0080': 6,
      '\u00f6': [1e21, 0.000001, -0],
    };
    expect(platform.canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":[1e+21,0.000001,0],"€":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  test.each([undefined, () => 1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => platform.canonicalJson(value)).toThrow();
  });
});

test('waits as long as it is told', async () => {
  const before = platform.now().getTime();
  await platform.wait(30);
  expect(platform.now().getTime() - before).toBeGreaterThanOrEqual(29);
});
