import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, isCalendarDate, timestamp, timeZoneOf } from '../../../src/domain/shared/dates.ts';

describe('a calendar date', () => {
  test.each(['2026-03-02', '2024-02-29', '2000-02-29', '1999-12-31', '2026-12-31'])('is %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-2',
    '26-01-02',
    '20260102',
    '2026/01/02',
    '2026-01-02T00:00:00Z',
    ' 2026-01-02',
    '2026-01-02 ',
    '2026-01-02\n',
    '٢٠٢٦-٠١-٠٢',
    '',
  ])('is not %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  test('is every day that there is, and sorts as text as it does in time', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, second] = [calendarDate(one), calendarDate(other)];
        expect(isCalendarDate(first)).toBe(true);
        expect(first).toBe(one.toISOString().slice(0, 10));
        if (first < second) expect(one.getTime()).toBeLessThan(other.getTime());
      }),
    );
  });
});

describe('today', () => {
  test.each([
    // Winter: Stockholm is at +1, Helsinki at +2. Summer: +2 and +3.
    ['2026-01-14T21:59:59.999Z', '2026-01-14', '2026-01-14', '2026-01-14'],
    ['2026-01-14T22:00:00.000Z', '2026-01-14', '2026-01-14', '2026-01-15'],
    ['2026-01-14T22:59:59.999Z', '2026-01-14', '2026-01-14', '2026-01-15'],
    ['2026-01-14T23:00:00.000Z', '2026-01-14', '2026-01-15', '2026-01-15'],
    ['2026-01-15T00:00:00.000Z', '2026-01-15', '2026-01-15', '2026-01-15'],
    ['2026-07-14T20:59:59.999Z', '2026-07-14', '2026-07-14', '2026-07-14'],
    ['2026-07-14T21:00:00.000Z', '2026-07-14', '2026-07-14', '2026-07-15'],
    ['2026-07-14T22:00:00.000Z', '2026-07-14', '2026-07-15', '2026-07-15'],
    // The nights on which the clocks change.
    ['2026-03-28T22:00:00.000Z', '2026-03-28', '2026-03-28', '2026-03-29'],
    ['2026-03-28T23:00:00.000Z', '2026-03-28', '2026-03-29', '2026-03-29'],
    ['2026-03-29T21:00:00.000Z', '2026-03-29', '2026-03-29', '2026-03-30'],
    ['2026-10-25T22:00:00.000Z', '2026-10-25', '2026-10-25', '2026-10-26'],
    ['2026-10-25T23:00:00.000Z', '2026-10-25', '2026-10-26', '2026-10-26'],
    ['2026-12-31T22:30:00.000Z', '2026-12-31', '2026-12-31', '2027-01-01'],
  ])('at %s is %s in UTC, %s in Sweden and %s in Finland', (moment, utc, sweden, finland) => {
    const now = new Date(moment);
    expect([calendarDate(now), calendarDate(now, timeZoneOf('SE')), calendarDate(now, timeZoneOf('FI'))]).toEqual([
      utc,
      sweden,
      finland,
    ]);
  });

  test('elsewhere in Europe is that of Brussels', () => {
    expect(timeZoneOf('NO')).toBe('Europe/Brussels');
    expect(timeZoneOf('')).toBe('Europe/Brussels');
  });
});

describe('a timestamp', () => {
  test('is UTC to the second, as credentials carry it', () => {
    expect(timestamp(new Date('2026-03-02T09:00:00.999Z'))).toBe('2026-03-02T09:00:00Z');
    expect(timestamp(new Date('2026-03-02T11:00:00+02:00'))).toBe('2026-03-02T09:00:00Z');
  });
});
