import type { LearnerInput } from '../../src/domain/enrolment/learner.ts';

/** The person of the tests: as little as a learner may say. */
export const person: LearnerInput = { nameAsAwarded: 'Märta Ålöf', birthDate: '1990-05-05' };

/** Another, with a name that takes more than ASCII, an e-mail address and an identifier that must never be seen. */
export const numberedPerson = (number: number) => ({
  nameAsAwarded: `Märta Prov-${number} Ålöf`,
  birthDate: '1990-02-28',
  email: `hemlig-${number}@epost.invalid`,
  identifiers: [{ kind: 'personnummer' as const, value: `19900228-${1000 + number}` }],
});
