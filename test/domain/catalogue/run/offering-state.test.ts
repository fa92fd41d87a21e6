import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFull, offeringStateOf, offeringStates } from '../../../../src/domain/catalogue/run/offering-state.ts';

const form = { form: 'other', audience: ['everyone'], application: 'individual' } as const;
const dates = { startDate: '2026-09-01', endDate: '2026-10-31' };
const applied = { ...form, applyFrom: '2026-05-01', applyBy: '2026-06-01' };
const run = { ...dates, places: 2, forms: [applied] };

describe('a run', () => {
  test.each([
    ['2026-04-30', 0, 'planned'],
    ['2026-05-01', 0, 'open'],
    ['2026-05-20', 1, 'open'],
    ['2026-05-20', 2, 'full'],
    ['2026-05-20', 3, 'full'],
    ['2026-06-01', 1, 'open'],
    ['2026-06-02', 1, 'planned'],
    ['2026-06-02', 2, 'full'],
    ['2026-08-31', 1, 'planned'],
    ['2026-09-01', 1, 'running'],
    ['2026-09-01', 2, 'running'],
    ['2026-10-31', 1, 'running'],
    ['2026-11-01', 2, 'ended'],
  ] as const)('is on %s with %i registered: %s', (today, taken, state) => {
    expect(offeringStateOf(run, { today, taken })).toBe(state);
    const cancelled = { ...run, cancelledAt: new Date(0) };
    expect(offeringStateOf(cancelled, { today, taken })).toBe('cancelled');
  });

  test.each([
    ['without days of application', { forms: [form] }, 'open'],
    ['with one form that takes applications still', { forms: [applied, { ...form, applyBy: '2026-08-01' }] }, 'open'],
    ['without a number of places', { places: undefined, forms: [form] }, 'open'],
    ['before the first day of any form', { forms: [{ ...form, applyFrom: '2026-08-01' }] }, 'planned'],
  ] as const)(
    '%s is %j: %s',
    (_, { places = 9, forms }: { places?: number | undefined; forms: readonly any[] }, state) => {
      expect(offeringStateOf({ ...dates, places, forms }, { today: '2026-07-01', taken: 5 })).toBe(state);
    },
  );

  test('without a number of places is never full', () => {
    expect(isFull({}, 1_000_000)).toBe(false);
  });

  test('goes one way with time alone: it runs after it was open, and ends after it ran', () => {
    const order = { planned: 0, open: 0, full: 0, running: 1, ended: 2, cancelled: 3 };
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    const text = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(text, text, fc.nat(4), (one, other, taken) => {
        const [before = '', after = ''] = [one, other].sort();
        const [first, second] = [before, after].map((today) => offeringStateOf(run, { today, taken }));
        expect(offeringStates).toContain(first);
        expect(order[first!]).toBeLessThanOrEqual(order[second!]);
      }),
    );
  });
});
