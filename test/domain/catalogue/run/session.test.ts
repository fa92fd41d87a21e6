import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysOfExamination,
  inOrder,
  type Session,
  sessionFaults,
} from '../../../../src/domain/catalogue/run/session.ts';

const run = { startDate: '2026-09-01', endDate: '2026-10-31' };
const usual: Session = { kind: 'teaching', date: '2026-09-14', from: '13:00', to: '15:00' };
const exam = { kind: 'examination' } as const;
const membersOf = (change: Partial<Session>) =>
  sessionFaults([usual, { ...usual, ...change }], run).map(({ pointer }) => pointer.replace('#/sessions/1/', ''));

describe('a session', () => {
  test.each([
    ['on no day', { date: '2026-09-31' }, ['date']],
    ['before the run', { date: '2026-08-31' }, ['date']],
    ['for an examination before the run', { ...exam, date: '2026-08-31' }, ['date']],
    ['on its first day', { date: '2026-09-01' }, []],
    ['on its last day', { date: '2026-10-31' }, []],
    ['after the run', { date: '2026-11-01' }, ['date']],
    ['for a meeting after the run', { kind: 'meeting', date: '2026-11-01' }, ['date']],
    ['for an examination after the run', { ...exam, date: '2026-11-01' }, []],
    ['for an examination 180 days after the run', { ...exam, date: '2027-04-29' }, []],
    ['for an examination 181 days after the run', { ...exam, date: '2027-04-30' }, ['date']],
    ['at 25 o’clock', { from: '25:00', to: undefined }, ['from']],
    ['until 12.60', { to: '12:60' }, ['to']],
    ['between no times', { from: '9', to: '10' }, ['from', 'to']],
    ['that ends and never begins', { from: undefined }, ['from']],
    ['that begins and is open-ended', { to: undefined }, []],
    ['all day', { from: undefined, to: undefined }, []],
    ['that ends before it begins', { to: '12:59' }, ['to']],
    ['that ends when it begins', { to: '13:00' }, ['to']],
    ['with no seat', { seats: 0 }, ['seats']],
    ['with seats below zero', { seats: -1 }, ['seats']],
    ['with half a seat', { seats: 0.5 }, ['seats']],
    ['with one seat', { seats: 1 }, []],
  ] as readonly (readonly [string, { [M in keyof Session]?: Session[M] | undefined }, readonly string[]])[])(
    '%s: %j has the faults %j',
    (_, change, members) => {
      expect(membersOf(change as Partial<Session>)).toEqual(members);
    },
  );

  test('says which days it may be on', () => {
    const detailOf = (session: Session) => sessionFaults([session], run)[0]?.detail;
    expect(detailOf({ ...usual, date: '2026-08-31' })).toContain('2026-09-01');
    expect(detailOf({ ...usual, date: '2026-11-01' })).toContain('only an examination');
    expect(detailOf({ ...exam, date: '2028-01-01' })).toContain(String(daysOfExamination));
  });
});

test('sessions are kept in the order in which they take place, whatever order they were sent in', () => {
  const day = fc.constantFrom('2026-09-01', '2026-09-02', '2026-09-03');
  const session = fc.record({ date: day, from: fc.constantFrom('08:00', '13:00') });
  fc.assert(
    fc.property(fc.array(session), (sent) => {
      const kept = inOrder(sent.map((each) => ({ kind: 'teaching' as const, ...each })));
      const keys = kept.map(({ date, from }) => `${date} ${from}`);
      expect(keys).toEqual(sent.map(({ date, from }) => `${date} ${from}`).sort());
    }),
  );
});
