import { describe, expect, test } from 'vitest';
import { isIdentifiable, learnerFaults, type LearnerInput } from '../../../src/domain/enrolment/learner.ts';

const today = '2026-03-02';
const pointersOf = (input: LearnerInput) => learnerFaults(input, today).map(({ pointer }) => pointer);
const withIdentifier = (identifier: Partial<NonNullable<LearnerInput['identifiers']>[number]>): LearnerInput => ({
  nameAsAwarded: 'Lo',
  identifiers: [
    { kind: 'eppn', value: 'lo@example.org' },
    { kind: 'student-number', value: '12', ...identifier },
  ],
});

describe('a learner', () => {
  test.each(['Lo', 'Åsa-Märta af Ö', '李小龙', 'O’Brien', 'X Æ A-12'])('may be called %s', (nameAsAwarded) => {
    expect(pointersOf({ nameAsAwarded })).toEqual([]);
  });

  test.each(['', ' ', '\t\n', '\u00a0'])('has a name, and %j is none', (nameAsAwarded) => {
    expect(pointersOf({ nameAsAwarded })).toEqual(['#/learner/nameAsAwarded']);
  });

  test.each([
    ['1990-05-05', []],
    ['2026-03-02', []],
    ['2026-03-03', ['#/learner/birthDate']],
    ['1990-02-29', ['#/learner/birthDate']],
    ['1992-02-29', []],
    ['900505', ['#/learner/birthDate']],
  ])('born %s has the faults %j, where today is 2026-03-02', (birthDate, pointers) => {
    expect(pointersOf({ nameAsAwarded: 'Lo', birthDate })).toEqual(pointers);
  });

  test.each([
    ['no period', {}, []],
    ['a period', { from: '2020-01-01', to: '2024-12-31' }, []],
    ['a period of one day', { from: '2020-01-01', to: '2020-01-01' }, []],
    ['blanks', { value: ' ' }, ['#/learner/identifiers/1/value']],
    ['a first day that does not exist', { from: '2020-02-30' }, ['#/learner/identifiers/1/from']],
    ['a last day that does not exist', { to: '2020-13-01' }, ['#/learner/identifiers/1/to']],
    ['a period that ends before it begins', { from: '2020-01-02', to: '2020-01-01' }, ['#/learner/identifiers/1/to']],
  ])('has identifiers with %s', (_, identifier, pointers) => {
    expect(pointersOf(withIdentifier(identifier))).toEqual(pointers);
  });

  test('what is wrong with an identifier is said without the identifier', () => {
    const value = '19121212-1212';
    const faults = learnerFaults(withIdentifier({ value, from: '2020-02-30', to: 'x' }), today);
    expect(faults).toHaveLength(2);
    expect(JSON.stringify(faults)).not.toContain(value);
  });
});

describe('one more way to tell a person from a namesake', () => {
  test.each([
    ['nothing but the name', { identifiers: [] }, false],
    ['a date of birth', { birthDate: '1990-05-05', identifiers: [] }, true],
    ['an e-mail address', { email: 'lo@example.org', identifiers: [] }, true],
    ['an identifier', { identifiers: [{ kind: 'eppn', value: 'lo@example.org' }] }, true],
    ['an identifier of blanks', { identifiers: [{ kind: 'eppn', value: ' ' }] }, false],
    ['an empty e-mail address', { email: '', identifiers: [] }, false],
  ] as const)('%s: %o → %s', (_, learner, expected) => {
    expect(isIdentifiable(learner)).toBe(expected);
  });
});
