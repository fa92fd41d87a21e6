import { describe, expect, test } from 'vitest';
import { legalFormCodes, legalForms } from '../../../src/domain/legal-form/index.ts';
import {
  participantCategories,
  registrationFaults,
  type RegistrationInput,
} from '../../../src/domain/enrolment/registration.ts';
import { completeContent } from '../../samples/content.ts';

const learner = { nameAsAwarded: 'Lo', birthDate: '1990-05-05' };
const client = { name: 'Vattenbolaget' };
const usual: RegistrationInput = { category: 'student', learner };
const pointersOf = (input: RegistrationInput, content = completeContent) =>
  registrationFaults(input, content).map(({ pointer }) => pointer);

describe('a registration', () => {
  test('is of a new person or of a known one', () => {
    expect(pointersOf(usual)).toEqual([]);
    expect(pointersOf({ category: 'student', learnerId: 'l1' })).toEqual([]);
  });

  test('is not of nobody, and not of two', () => {
    expect(pointersOf({ category: 'student' })).toEqual(['#/learner']);
    expect(pointersOf({ ...usual, learnerId: 'l1' })).toEqual(['#/learner']);
  });

  test('has a source and an id there, or neither', () => {
    expect(pointersOf({ ...usual, source: 'ladok', externalId: '7' })).toEqual([]);
    expect(pointersOf({ ...usual, source: 'ladok' })).toEqual(['#/externalId']);
    expect(pointersOf({ ...usual, externalId: '7' })).toEqual(['#/externalId']);
  });

  test('may name a client for anyone', () => {
    expect(pointersOf({ ...usual, client })).toEqual([]);
  });

  const cases = legalFormCodes.flatMap((legalForm) =>
    participantCategories.flatMap((category) => [
      { legalForm, category, withClient: true },
      { legalForm, category, withClient: false },
    ]),
  );
  test.each(cases)(
    'as $category in the form $legalForm, client named: $withClient',
    ({ legalForm, category, withClient }) => {
      const form = legalForms[legalForm];
      const wanted = [
        ...(category === 'commissioned' && !withClient ? ['#/client'] : []),
        ...(category === 'student' && form.learners === 'participant' ? ['#/category'] : []),
        ...(category !== 'commissioned' && !form.individualApplication ? ['#/category'] : []),
      ];
      const input = { category, learner, ...(withClient && { client }) };
      expect(pointersOf(input, { ...completeContent, legalForm })).toEqual(wanted);
    },
  );
});
