import { expect, test } from 'vitest';
import { durationOf, hoursOf } from '../../../src/credentials/document/duration.ts';

test.each([
  [80, 'PT80H'],
  [80.5, 'PT80H30M'],
  [0.25, 'PT15M'],
  [1.01, 'PT1H36S'],
  [13.37, 'PT13H22M12S'],
  [2000, 'PT2000H'],
])('%d hours are %s and back', (hours, duration) => {
  expect(durationOf(hours)).toBe(duration);
  expect(hoursOf(duration)).toBe(hours);
});

test.each(['P60M', 'P1Y', 'P', 'PT', '80 h', '', 80, undefined, 'P2D'])('%s is no number of hours', (duration) => {
  expect(hoursOf(duration)).toBeUndefined();
});
