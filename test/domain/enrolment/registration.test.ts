import { describe, expect, test } from 'vitest';
import type { OfferingForm } from '../../../src/domain/catalogue/offering-form.ts';
import { legalFormCodes, ruleOn } from '../../../src/domain/legal-form/index.ts';
import { registrationFaults, type RegistrationInput } from '../../../src/domain/enrolment/registration.ts';
import { completeContent, runFormsOf, sharedContent } from '../../samples/content.ts';

const learner = { nameAsAwarded: 'Lo', birthDate: '1990-05-05' };
const client = { name: 'Vattenbolaget' };
const usual: RegistrationInput = { form: 'se-regular', learner };
const faultsOf = (input: RegistrationInput, forms: readonly OfferingForm[] = runFormsOf(completeContent)) =>
  registrationFaults(input, { startDate: '2026-09-01', forms });
const pointersOf = (...given: Parameters<typeof faultsOf>) => faultsOf(...given).map(({ pointer }) => pointer);

describe('a registration', () => {
  test('is of a new person or of a known one', () => {
    expect(pointersOf(usual)).toEqual([]);
    expect(pointersOf({ form: 'se-regular', learnerId: 'l1' })).toEqual([]);
  });

  test('is not of nobody, and not of two', () => {
    expect(pointersOf({ form: 'se-regular' })).toEqual(['#/learner']);
    expect(pointersOf({ ...usual, learnerId: 'l1' })).toEqual(['#/learner']);
  });

  test('has a source and an id there, or neither', () => {
    expect(pointersOf({ ...usual, source: 'ladok', externalId: '7' })).toEqual([]);
    expect(pointersOf({ ...usual, source: 'ladok' })).toEqual(['#/externalId']);
    expect(pointersOf({ ...usual, externalId: '7' })).toEqual(['#/externalId']);
  });

  test.each(legalFormCodes)('in the form %s is of a run that is open in it', (form) => {
    const isOpen = sharedContent.legalForms.includes(form);
    const faults = faultsOf({ form, learner, client }, runFormsOf(sharedContent));
    expect(faults.some(({ pointer }) => pointer === '#/form')).toBe(!isOpen);
    if (!isOpen)
      expect(faults).toEqual([
        { pointer: '#/form', detail: `The offering is open in these forms: ${sharedContent.legalForms.join(', ')}.` },
      ]);
  });

  test('of regular education has no client, and is told the paragraph', () => {
    expect(faultsOf({ ...usual, client })).toEqual([
      { pointer: '#/client', detail: expect.stringMatching(/leave it out \(högskolelagen .* 4 §; .*\)\.$/) as unknown },
    ]);
  });

  const cases = legalFormCodes.flatMap((form) =>
    (['individual', 'client'] as const).flatMap((application) => [
      { form, application, withClient: true },
      { form, application, withClient: false },
    ]),
  );
  test.each(cases)(
    'in the form $form, $application, client named: $withClient',
    ({ form, application, withClient }) => {
      const open: OfferingForm = { form, audience: ['everyone'], application };
      const input = { form, learner, ...(withClient && { client }) };
      const { fee } = ruleOn(form, '2026-09-01')!;
      const isRight = application === 'client' ? withClient : !withClient || fee.is.clients;
      expect(pointersOf(input, [open])).toEqual(isRight ? [] : ['#/client']);
    },
  );
});
