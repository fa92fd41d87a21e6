import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Offering, OfferingInput } from '../../../../src/domain/catalogue/offering.ts';
import { changeFaults, type OfferingUse } from '../../../../src/domain/catalogue/run/change.ts';
import type { LegalFormCode } from '../../../../src/domain/legal-form/index.ts';
import { runFormsOf, sharedContent } from '../../../samples/content.ts';

const usual: OfferingInput = {
  startDate: '2026-09-01',
  endDate: '2026-10-31',
  language: 'sv',
  attendance: 'online',
  places: 10,
  forms: runFormsOf(sharedContent),
};
const run: Offering = {
  ...usual,
  id: 'o',
  institutionId: 'i',
  ownerId: 'i',
  issuerId: 'i',
  microcredentialId: 'm',
  version: 1,
  createdAt: new Date(0),
};
const [regular, commissioned] = usual.forms;
const used = (registered: Partial<Record<LegalFormCode, number>>, firstResult?: string): OfferingUse => ({
  registered: new Map(Object.entries(registered) as [LegalFormCode, number][]),
  ...(firstResult !== undefined && { firstResult }),
});
const faultsOf = (change: Partial<OfferingInput>, use: OfferingUse, before = run) =>
  changeFaults(before, { ...usual, ...change }, use).map(({ pointer, detail }) => [pointer, detail]);

describe('a run that people are registered for', () => {
  const use = used({ 'se-regular': 2 }, '2026-10-01');
  test.each([
    ['stays as it is', {}, []],
    ['loses a form that nobody has', { forms: [regular!] }, []],
    ['loses a form that somebody has', { forms: [commissioned!] }, ['#/forms']],
    ['has its forms in another order', { forms: usual.forms.toReversed() }, []],
    [
      'lets others come in another way',
      { forms: [{ ...regular!, application: 'client' as const }] },
      ['#/forms/0/application'],
    ],
    ['costs something else', { forms: [{ ...regular!, applyBy: '2026-01-01' }] }, []],
    ['has as many places as are taken', { places: 2 }, []],
    ['has fewer', { places: 1 }, ['#/places']],
    ['has no number of places', { places: undefined as never }, []],
    ['starts on the day of a result', { startDate: '2026-10-01' }, []],
    ['starts the day after', { startDate: '2026-10-02' }, ['#/startDate']],
    ['starts before', { startDate: '2026-08-01' }, []],
    [
      'has every fault at once',
      { forms: [commissioned!], places: 1, startDate: '2026-10-02' },
      ['#/forms', '#/places', '#/startDate'],
    ],
  ])('%s: %o', (_, change, pointers) => {
    expect(faultsOf(change, use).map(([pointer]) => pointer)).toEqual(pointers);
  });

  test('and more than there are places for, may have more places and not fewer', () => {
    const full = used({ 'se-regular': 9, 'se-commissioned-credits': 4 });
    expect(faultsOf({ places: 11 }, full)).toEqual([]);
    expect(faultsOf({ places: 10 }, full)).toEqual([]);
    expect(faultsOf({ places: 9 }, full)).toEqual([
      ['#/places', '13 persons are registered: leave at least 13 places.'],
    ]);
    const { places: _, ...without } = run;
    expect(faultsOf({ places: 12 }, full, without).map(([pointer]) => pointer)).toEqual(['#/places']);
  });

  test('is told what to do', () => {
    expect(faultsOf({ forms: [commissioned!] }, used({ 'se-regular': 1 }))).toEqual([
      [
        '#/forms',
        'One person is registered in the form “Regular education with credits (Sweden)”: keep it. To take no more, let its applyBy be a day that has passed.',
      ],
    ]);
  });
});

test('a run that nobody is registered for may change in every way', () => {
  const input = fc.record({
    places: fc.integer({ min: 1, max: 100 }),
    startDate: fc.constantFrom('2024-01-01', '2026-09-01', '2030-01-01'),
    forms: fc.shuffledSubarray([...usual.forms], { minLength: 1 }),
  });
  fc.assert(
    fc.property(input, (change) => {
      expect(faultsOf(change, used({}))).toEqual([]);
    }),
  );
});

test('a number of places that is no lower than before, or than is taken, is never refused', () => {
  const number = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(number, number, number, (before, places, taken) => {
      const faults = faultsOf({ places }, used({ 'se-regular': taken }), { ...run, places: before });
      expect(faults.length).toBe(places < taken && places < before ? 1 : 0);
    }),
  );
});
