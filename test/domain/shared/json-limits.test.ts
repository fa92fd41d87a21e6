import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostValues, nestingDepth } from '../../../src/domain/shared/json-limits.ts';

const depthOf = (value: unknown): number =>
  typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf));

describe('the nesting depth of JSON text', () => {
  test.each([
    ['', 0],
    ['null', 0],
    ['"[[[["', 0],
    ['{}', 1],
    ['[[]]', 2],
    ['[[],[],[[]]]', 3],
    ['{"a":{"b":[{"c":1}]}}', 4],
    ['{"[[[[":1}', 1],
    ['["\\"[[["]', 1],
    ['["\\\\",[]]', 2],
    ['["\\\\\\"[[[",[]]', 2],
    ['["\\u005b[",[]]', 2],
    ['["{",{"}":"}"}]', 2],
    ['[ \n [ \t ] ]', 2],
  ])('of %j is %d', (text, depth) => {
    expect(nestingDepth(text)).toBe(depth);
  });

  test('of any JSON is the depth of what it says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, isSpaced) => {
        expect(nestingDepth(JSON.stringify(value, null, isSpaced ? 1 : undefined))).toBe(depthOf(value));
      }),
    );
  });

  test('of any text is a number, so that what is no JSON fails in the parser', () => {
    const text = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a', ',') });
    fc.assert(
      fc.property(text, (any) => {
        const depth = nestingDepth(any);
        expect(depth).toBeGreaterThanOrEqual(0);
        expect(depth).toBeLessThanOrEqual(any.length);
      }),
    );
  });

  test('is seen in what was made to exhaust a parser, closed or not', () => {
    expect(nestingDepth('['.repeat(100_000))).toBe(100_000);
    expect(nestingDepth('{"a":'.repeat(65) + '1' + '}'.repeat(65))).toBe(65);
  });
});

const valuesOf = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 1
    : 1 + Object.values(value).reduce<number>((sum, member) => sum + valuesOf(member), 0);

test('the number of values that JSON text has is never underestimated, and never by more than twice over', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const counted = mostValues(JSON.stringify(value));
      expect(counted).toBeGreaterThanOrEqual(valuesOf(value) - 0);
      expect(counted).toBeLessThanOrEqual(2 * valuesOf(value));
    }),
  );
});
