import { luhnDigit } from '../../src/domain/shared/check-digits.ts';
import type { LearnerInput } from '../../src/domain/enrolment/learner.ts';

/** The person of the tests: as little as a learner may say. */
export const person: LearnerInput = { nameAsAwarded: 'Märta Ålöf', birthDate: '1990-05-05' };

/** A personnummer of somebody born on that day: of the 999 of a day one for each number from 1. */
const personnummer = (number: number): string => {
  const digits = `900228${String(number).padStart(3, '0')}`;
  return `19${digits}${luhnDigit(digits)}`;
};

/** Another, with a name that takes more than ASCII, an e-mail address and an identifier that must never be seen. */
export const numberedPerson = (number: number) => ({
  nameAsAwarded: `Märta Prov-${number} Ålöf`,
  birthDate: '1990-02-28',
  email: `hemlig-${number}@epost.invalid`,
  identifiers: [{ kind: 'personnummer' as const, value: personnummer(number) }],
});
