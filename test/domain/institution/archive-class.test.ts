import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archivedAs, demandArchiveDuty } from '../../../src/domain/institution/archive-class.ts';
import { changed } from '../../../src/domain/institution/change.ts';
import { isCalendarDate } from '../../../src/domain/shared/dates.ts';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { institutionOf } from '../../samples/institution.ts';

const classOf = (years?: number) => ({ code: '3.2', text: 'Resultat', ...(years !== undefined && { years }) });
const withClass = (years?: number) => ({ archiveDuty: true, archiveClasses: { result: classOf(years) } });
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError && [error.code, ...error.violations.map(({ pointer }) => pointer)];
  }
  return undefined;
};

describe('how a record is archived', () => {
  test.each([
    ['2026-10-01', 10, '2036-10-01'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 1, '2025-03-01'],
    ['2026-12-31', 500, '2526-12-31'],
  ])('of %s for %d years is until %s', (date, years, keptUntil) => {
    expect(archivedAs(withClass(years), 'result', date)).toEqual({ code: '3.2', text: 'Resultat', keptUntil });
  });

  test('is for ever without years, and nothing is said of another kind or where there is no duty', () => {
    expect(archivedAs(withClass(), 'result', '2026-10-01')).toEqual({ code: '3.2', text: 'Resultat' });
    expect(archivedAs(withClass(), 'award', '2026-10-01')).toBeUndefined();
    expect(archivedAs({ archiveDuty: true }, 'result', '2026-10-01')).toBeUndefined();
    expect(archivedAs({ ...withClass(), archiveDuty: false }, 'result', '2026-10-01')).toBeUndefined();
  });

  test('ends on a day that exists, so many years later', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 500 }), (day, years) => {
        const date = day.toISOString().slice(0, 10);
        const { keptUntil = '' } = archivedAs(withClass(years), 'result', date) ?? {};
        expect(isCalendarDate(keptUntil)).toBe(true);
        expect(Number(keptUntil.slice(0, 4)) - Number(date.slice(0, 4))).toBe(years);
      }),
    );
  });
});

describe('archive classes', () => {
  test('are only of an institution that has the duty', () => {
    const refusal = ['content-invalid', '#/archiveClasses'];
    expect(refusalOf(() => demandArchiveDuty({ ...withClass(), archiveDuty: false }))).toEqual(refusal);
    expect(refusalOf(() => demandArchiveDuty(withClass()))).toBeUndefined();
    expect(refusalOf(() => demandArchiveDuty({ archiveDuty: false }))).toBeUndefined();
    const archive = institutionOf({ id: 'i', createdAt: new Date(0), ...withClass() });
    expect(refusalOf(() => changed(archive, { archiveDuty: false }, true))).toEqual(refusal);
    const freed = changed(archive, { archiveDuty: false, archiveClasses: null }, true);
    expect(freed).not.toHaveProperty('archiveClasses');
    expect(refusalOf(() => changed(freed, { archiveClasses: { award: classOf() } }, true))).toEqual(refusal);
  });
});
