import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actOn,
  demandOpenable,
  type HostingAct,
  type HostingAgreement,
  hostingFaults,
  hostingStateOf,
  keptTerms,
} from '../../../../src/domain/catalogue/run/hosting.ts';

const at = new Date('2026-10-15T09:00:00Z');
const offered: HostingAgreement = {
  id: 'a',
  institutionId: 'owner',
  hostId: 'host',
  microcredentialId: 'm',
  version: 1,
  awardedBy: 'owner',
  offeredAt: at,
};
const accepted = { ...offered, acceptedAt: at };
const declined = { ...offered, declinedAt: at };
const ended = { ...accepted, endedAt: at };
const agreements = { offered, accepted, declined, ended };
const acts: readonly HostingAct[] = ['accept', 'decline', 'end'];
const parties = ['owner', 'host'] as const;

/** What becomes of it; everything that is not here is refused. */
const becomes: Readonly<Record<string, string>> = {
  'host accept offered': 'accepted',
  'host decline offered': 'declined',
  'owner end offered': 'ended',
  'owner end accepted': 'ended',
  'host end accepted': 'ended',
};

const rows = parties.flatMap((party) =>
  acts.flatMap((act) => Object.entries(agreements).map(([state, agreement]) => ({ party, act, state, agreement }))),
);
test.each(rows)('$party: $act what is $state', ({ party, act, state, agreement }) => {
  const next = becomes[`${party} ${act} ${state}`];
  const attempt = () => hostingStateOf(actOn(agreement, act, party, at));
  if (next === undefined) expect(attempt).toThrow(expect.objectContaining({ code: 'state-forbids' }));
  else expect(attempt()).toBe(next);
});

test('whatever the parties do, it is in one state, and ends for good', () => {
  const steps = fc.array(fc.record({ act: fc.constantFrom(...acts), party: fc.constantFrom(...parties) }));
  fc.assert(
    fc.property(steps, (taken) => {
      let agreement = offered;
      for (const { act, party } of taken) {
        const before = hostingStateOf(agreement);
        try {
          agreement = actOn(agreement, act, party, at);
        } catch {
          continue;
        }
        expect(['declined', 'ended']).not.toContain(before);
        expect(hostingStateOf(agreement)).not.toBe(before);
      }
    }),
  );
});

describe('a run under it', () => {
  test.each([
    ['offered', offered],
    ['declined', declined],
    ['ended', ended],
  ])('cannot begin while it is %s', (_, agreement) => {
    expect(() => demandOpenable(agreement, '2026-11-01')).toThrow(expect.objectContaining({ code: 'state-forbids' }));
  });

  test('begins on the last day that it says, and not later', () => {
    const until = { ...accepted, startsUntil: '2026-11-01' };
    expect(() => demandOpenable(until, '2026-11-01')).not.toThrow();
    expect(() => demandOpenable(until, '2026-11-02')).toThrow(
      expect.objectContaining({
        code: 'offering-invalid',
        violations: [expect.objectContaining({ pointer: '#/startDate' })],
      }),
    );
    expect(() => demandOpenable(accepted, '2099-01-01')).not.toThrow();
  });
});

test.each([
  ['2026-10-15', undefined, []],
  ['2026-10-14', undefined, ['#/startsUntil']],
  ['2026-02-30', undefined, ['#/startsUntil']],
  [undefined, 'FS 2026/1', []],
  [undefined, 'FS\u0000', ['#/caseNumber']],
  [undefined, '   ', ['#/caseNumber']],
] as const)('terms until %s with the case number %j', (startsUntil, caseNumber, pointers) => {
  const terms = {
    version: 1,
    awardedBy: 'host' as const,
    ...(startsUntil && { startsUntil }),
    ...(caseNumber && { caseNumber }),
  };
  expect(hostingFaults(terms, '2026-10-15').map(({ pointer }) => pointer)).toEqual(pointers);
});

test('a case number is kept as it is meant', () => {
  expect(keptTerms({ version: 2, awardedBy: 'host', caseNumber: '  FS  1 ' })).toEqual({
    version: 2,
    awardedBy: 'host',
    caseNumber: expect.stringMatching(/^FS\s+1$/),
  });
});
