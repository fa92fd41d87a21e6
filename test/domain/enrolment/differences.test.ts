import { describe, expect, test } from 'vitest';
import {
  completedLearner,
  learnerDifferences,
  registrationDifferences,
} from '../../../src/domain/enrolment/differences.ts';
import type { Learner, LearnerInput } from '../../../src/domain/enrolment/learner.ts';
import type { Registration, RegistrationInput } from '../../../src/domain/enrolment/registration.ts';

const known: Learner = {
  id: 'l',
  institutionId: 'i',
  nameAsAwarded: 'Lo',
  birthDate: '1990-05-05',
  identifiers: [
    { kind: 'samordningsnummer', value: '1' },
    { kind: 'eppn', value: 'lo@provsjo.se' },
  ],
  protected: false,
  createdAt: new Date(0),
};
const sent = (input: Partial<LearnerInput>): LearnerInput => ({ nameAsAwarded: 'Lo', ...input });

describe('what was sent of a person differs from what is known', () => {
  test.each<[string, Partial<LearnerInput>, readonly string[]]>([
    ['nothing', {}, []],
    ['another name', { nameAsAwarded: 'Mo' }, ['#/learner/nameAsAwarded']],
    ['another date of birth', { birthDate: '1990-05-06' }, ['#/learner/birthDate']],
    ['the same date of birth', { birthDate: '1990-05-05' }, []],
    ['an address that is not known', { email: 'lo@example.org' }, []],
    [
      'another number of a kind that one has once',
      { identifiers: [{ kind: 'samordningsnummer', value: '2' }] },
      ['#/learner/identifiers/0/value'],
    ],
    [
      'an earlier number of that kind',
      { identifiers: [{ kind: 'samordningsnummer', value: '2', to: '2020-01-01' }] },
      [],
    ],
    ['a number of another kind', { identifiers: [{ kind: 'personnummer', value: '2' }] }, []],
    ['one more user name', { identifiers: [{ kind: 'eppn', value: 'lo@koesaari.fi' }] }, []],
  ])('%s', (_, input, pointers) => {
    const differences = learnerDifferences(sent(input), known);
    expect(differences.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('without a word of what either says', () => {
    const said = JSON.stringify(
      learnerDifferences(sent({ nameAsAwarded: 'Mohemlig', birthDate: '1980-01-01' }), known),
    );
    for (const secret of ['Mohemlig', 'Lo', '1980', '1990']) expect(said).not.toContain(secret);
  });
});

describe('a person who is known is completed', () => {
  test('by what is new, and nothing that stands is written over', () => {
    const identifiers = [known.identifiers[1]!, { kind: 'personnummer', value: '3' } as const];
    expect(completedLearner(sent({ email: 'lo@example.org', birthDate: '1990-05-05', identifiers }), known)).toEqual({
      ...known,
      email: 'lo@example.org',
      identifiers: [...known.identifiers, identifiers[1]],
    });
  });

  test('by nothing: it is the same', () => {
    expect(completedLearner(sent({ birthDate: '1990-05-05' }), known)).toBe(known);
  });
});

describe('a registration that is sent again differs from the one that stands', () => {
  const standing: Registration = {
    id: 'r',
    institutionId: 'i',
    offeringId: 'o',
    learnerId: 'l',
    form: 'se-commissioned-credits',
    category: 'participant',
    client: { name: 'Vattenbolaget' },
    source: 'ladok',
    externalId: '1',
    createdAt: new Date(0),
  };
  test.each<[string, Partial<RegistrationInput>, readonly string[]]>([
    ['in nothing', {}, []],
    ['in its form', { form: 'se-regular' }, ['#/form']],
    ['in its client', { client: { name: 'Luftbolaget' } }, ['#/client/name']],
    [
      'in the number of its client',
      { client: { name: 'Vattenbolaget', organisationNumber: '1' } },
      ['#/client/organisationNumber'],
    ],
    ['in where it comes from', { source: 'peppi', externalId: '2' }, ['#/source', '#/externalId']],
  ])('%s', (_, input, pointers) => {
    const differences = registrationDifferences({ form: 'se-commissioned-credits', ...input }, standing);
    expect(differences.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
