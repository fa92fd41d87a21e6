import { describe, expect, test } from 'vitest';
import { luhnDigit, referenceDigit } from '../../../src/domain/shared/check-digits.ts';

/** Worked out by hand, because the other tests make their numbers with the same functions. */
describe('a check digit', () => {
  test('of modulus 10 doubles each second digit from the right, and takes 9 from what passes 9', () => {
    expect([...'0123456789'].map(luhnDigit)).toEqual([0, 8, 6, 4, 2, 9, 7, 5, 3, 1]);
    expect([...'0123456789'].map((digit) => luhnDigit(`${digit}0`))).toEqual([0, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(luhnDigit('7992739871')).toBe(3);
  });

  test('of a reference weighs with 7, 3 and 1 from the right, over and over', () => {
    expect(['1', '10', '100', '1000'].map(referenceDigit)).toEqual([3, 7, 9, 3]);
    expect(referenceDigit('123456')).toBe(1);
    expect(referenceDigit('0')).toBe(0);
  });
});
