import { expect, test } from 'vitest';
import { hasPassed } from '../../../src/domain/shared/age.ts';

const noon = new Date('2026-03-01T12:00:00Z');
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds);

test.each([
  [0, false],
  [999, false],
  [1000, true],
  [86_400_000, true],
  [-1, true],
  [-3_600_000, true],
])('of a second, %d ms after: %s', (age, passed) => {
  expect(hasPassed(1000, noon, later(age))).toBe(passed);
});
