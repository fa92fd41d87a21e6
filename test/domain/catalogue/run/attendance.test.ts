import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statisticsCodesPage } from '../../../../scripts/generate/statistics-codes.ts';
import { attendances, attendancesOf } from '../../../../src/domain/catalogue/run/attendance.ts';
import { attendance as codes, mode as modes, type ModeCode } from '../../../../src/generated/vocab.ts';

const allCodes = codes.map(({ code }) => code);

describe('a way of attending', () => {
  test('has a row for each code of the list', () => {
    expect(Object.keys(attendances)).toEqual(allCodes);
  });

  test.each([
    [['onsite'], ['onsite']],
    [['online'], ['online']],
    [['blended'], ['fixed-mix', 'participant-chooses']],
    [
      ['online', 'onsite', 'work-based'],
      ['onsite', 'online'],
    ],
    [['work-based', 'project-based'], allCodes],
    [[], allCodes],
  ] as const)('of a version given as %j is one of %j', (given, ways) => {
    expect(attendancesOf(given)).toEqual(ways);
  });

  test('is there for every set of modes, and stands for one of them where they name a place', () => {
    const places = new Set<ModeCode>(['onsite', 'online', 'blended']);
    fc.assert(
      fc.property(fc.subarray(modes.map(({ code }) => code)), (given) => {
        const ways = attendancesOf(given);
        expect(ways.length).toBeGreaterThan(0);
        if (given.some((mode) => places.has(mode)))
          for (const way of ways) expect(given).toContain(attendances[way].mode);
      }),
    );
  });

  test('has a code with a source, or a question', () => {
    for (const { statistics } of Object.values(attendances)) {
      for (const stated of Object.values(statistics)) {
        if ('code' in stated && stated.source !== 'to-be-confirmed') expect(stated.source.url).toMatch(/^https:/);
        else expect(stated.question).toMatch(/\?$/);
      }
    }
  });
});

test('docs/statistics-codes.md is what the rows make of it', async () => {
  const text = readFileSync(new URL('../../../../docs/statistics-codes.md', import.meta.url), 'utf8');
  expect(await statisticsCodesPage()).toBe(text);
});
