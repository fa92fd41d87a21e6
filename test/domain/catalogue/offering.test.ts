import { describe, expect, test } from 'vitest';
import { legalFormCodes, legalForms } from '../../../src/domain/legal-form/index.ts';
import { offeringFaults, type OfferingInput } from '../../../src/domain/catalogue/offering.ts';
import { commissionedContent, completeContent } from '../../samples/content.ts';

const usual: OfferingInput = {
  startDate: '2026-09-01',
  endDate: '2026-10-31',
  language: 'sv',
  mode: 'blended',
  application: 'individual',
  applyBy: '2026-08-15',
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
    ['takes applications until no day', { applyBy: '2026-02-30' }, ['#/applyBy']],
    ['takes applications until its last day', { applyBy: '2026-10-31' }, []],
    ['takes applications after it has ended', { applyBy: '2026-11-01' }, ['#/applyBy']],
    ['is in a language that the version is not given in', { language: 'fi' }, ['#/language']],
    ['is in the other language of the version', { language: 'en' }, []],
    ['is given in a way that the version is not', { mode: 'onsite' }, ['#/mode']],
    ['costs nothing', { fee: { amount: 0, currency: 'SEK' } }, []],
    ['costs a natural person something', { fee: { amount: 1, currency: 'SEK' } }, ['#/fee']],
  ] as const)('that %s: %o has the faults %j', (_, change, pointers) => {
    expect(pointersOf(change)).toEqual(pointers);
  });

  test.each(legalFormCodes)('of the form %s takes fees and applications as its row says', (legalForm) => {
    const { feeToPersons, individualApplication } = legalForms[legalForm];
    const content = { ...completeContent, legalForm };
    const forApplication = individualApplication ? [] : ['#/application'];
    expect(pointersOf({ fee: { amount: 500, currency: 'EUR' }, application: 'client' }, content)).toEqual(
      feeToPersons ? [] : ['#/fee'],
    );
    expect(pointersOf({ application: 'individual' }, content)).toEqual(forApplication);
    expect(pointersOf({ application: 'client' }, content)).toEqual([]);
  });

  test('names what the version allows', () => {
    const [language] = offeringFaults({ ...usual, language: 'fi' }, completeContent);
    const [mode] = offeringFaults({ ...usual, mode: 'onsite' }, completeContent);
    const [application] = offeringFaults(usual, commissionedContent);
    expect(language?.detail).toBe('The published version is given in sv, en.');
    expect(mode?.detail).toBe('The published version is given as online, blended.');
    expect(application?.detail).toContain('write "client"');
  });
});
