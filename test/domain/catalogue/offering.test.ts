import { describe, expect, test } from 'vitest';
import { offeringFaults, type OfferingInput } from '../../../src/domain/catalogue/offering.ts';
import { commissionedContent, completeContent, runFormsOf } from '../../samples/content.ts';

const usual: OfferingInput = {
  startDate: '2026-09-01',
  endDate: '2026-10-31',
  language: 'sv',
  attendance: 'fixed-mix',
  forms: runFormsOf(completeContent),
};
const pointersOf = (change: Partial<OfferingInput>, content = completeContent) =>
  offeringFaults({ ...usual, ...change }, content).map(({ pointer }) => pointer);

describe('an offering', () => {
  test('that follows from its version has no fault', () => {
    expect(offeringFaults(usual, completeContent)).toEqual([]);
  });

  test.each([
    ['starts on no day', { startDate: '2026-09-31', endDate: '2026-10-31' }, ['#/startDate']],
    ['ends on no day', { endDate: '2026-13-01' }, ['#/endDate']],
    ['ends before it starts', { endDate: '2026-08-31' }, ['#/endDate']],
    ['starts and ends on one day', { endDate: '2026-09-01' }, []],
    ['is in a language that the version is not given in', { language: 'fi' }, ['#/language']],
    ['is in the other language of the version', { language: 'en' }, []],
    ['is given in a way that the version is not', { attendance: 'onsite' }, ['#/attendance']],
    ['is open in no form', { forms: [] }, ['#/forms']],
  ] as const)('that %s: %o has the faults %j', (_, change, pointers) => {
    expect(pointersOf(change)).toEqual(pointers);
  });

  test('names what the version allows', () => {
    const [language] = offeringFaults({ ...usual, language: 'fi' }, completeContent);
    const [attendance] = offeringFaults({ ...usual, attendance: 'onsite' }, completeContent);
    const [form] = offeringFaults(usual, commissionedContent);
    const [none] = offeringFaults({ ...usual, forms: [] }, completeContent);
    expect(language?.detail).toBe('The published version is given in sv, en.');
    expect(attendance?.detail).toBe('The published version can be attended: online, fixed-mix, participant-chooses.');
    expect(form?.detail).toBe('The published version may be given as se-commissioned-credits.');
    expect(none?.detail).toBe('Say in which form it is given: se-regular.');
  });
});
