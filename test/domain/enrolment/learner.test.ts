import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isIdentifiable,
  keptLearner,
  learnerFaults,
  type LearnerInput,
} from '../../../src/domain/enrolment/learner.ts';
import { finnishCode, swedishNumber } from './identifiers/numbers.ts';

const today = '2026-03-02';
const pointersOf = (input: LearnerInput) => learnerFaults(input, today).map(({ pointer }) => pointer);
const wrongDigit = (value: string) => value.slice(0, -1) + ((Number(value.at(-1)) + 1) % 10);
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
    ['a line break', 'Lo\nLo'],
    ['a right-to-left override', 'Lo\u202eoL'],
    ['nothing that is seen', '\u200d'],
    ['a null character', 'L\u0000o'],
  ])('has no name with %s, also as given and family name', (_, name) => {
    expect(pointersOf({ nameAsAwarded: name, givenName: name, familyName: name })).toEqual([
      '#/learner/nameAsAwarded',
      '#/learner/givenName',
      '#/learner/familyName',
    ]);
  });

  test('is kept in NFC without blanks around a name, with identifiers in their one form', () => {
    const kept = keptLearner(
      {
        nameAsAwarded: ' A\u030asa ',
        givenName: 'A\u030asa ',
        birthDate: '1990-02-28',
        identifiers: [
          {
            kind: 'personnummer',
            value: ` ${swedishNumber('1990-02-28', '980', 0).slice(2, 8)}-${swedishNumber('1990-02-28', '980', 0).slice(8)}`,
          },
          { kind: 'eduid-subject', value: 'lo@EDUID.se' },
          { kind: 'student-number', value: ' 12 ', to: '2020-01-01' },
        ],
      },
      today,
    );
    expect(kept).toStrictEqual({
      nameAsAwarded: '\u00c5sa',
      givenName: '\u00c5sa',
      birthDate: '1990-02-28',
      identifiers: [
        { kind: 'personnummer', value: swedishNumber('1990-02-28', '980', 0) },
        { kind: 'eppn', value: 'lo@eduid.se' },
        { kind: 'student-number', value: '12', to: '2020-01-01' },
      ],
    });
  });

  test('once kept is kept as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (nameAsAwarded, value) => {
        const input: LearnerInput = { nameAsAwarded, identifiers: [{ kind: 'other', value }] };
        fc.pre(learnerFaults(input, today).length === 0);
        const kept = keptLearner(input, today);
        expect(keptLearner(kept, today)).toStrictEqual(kept);
        expect(learnerFaults(kept, today)).toEqual([]);
      }),
    );
  });

  test.each([
    ['of 2099', 'personnummer', swedishNumber('2099-01-01', '980', 0)],
    ['of the form of a samordningsnummer', 'personnummer', swedishNumber('1990-02-28', '980', 60)],
    ['with a wrong check digit', 'personnummer', wrongDigit(swedishNumber('1990-02-28', '980', 0))],
    ['of the form of a personnummer', 'samordningsnummer', swedishNumber('1990-02-28', '980', 0)],
    ['of the 30th of February', 'personnummer', swedishNumber('1990-02-30', '980', 0)],
    ['with a wrong check character', 'henkilotunnus', '280290-901A'],
    ['that is no learner number', 'oppijanumero', '1.2.246.562.24.1'],
    ['without its prefix', 'european-student-identifier', 'se:12345'],
  ] as const)('has no number %s', (_, kind, value) => {
    expect(pointersOf({ nameAsAwarded: 'Lo', identifiers: [{ kind, value }] })).toEqual([
      '#/learner/identifiers/0/value',
    ]);
  });

  test('has each identifier once, however it is written', () => {
    const number = swedishNumber('1990-02-28', '980', 0);
    const twice: LearnerInput = {
      nameAsAwarded: 'Lo',
      identifiers: [
        { kind: 'personnummer', value: number },
        { kind: 'personnummer', value: `${number.slice(0, 8)}-${number.slice(8)}` },
      ],
    };
    expect(pointersOf(twice)).toEqual(['#/learner/identifiers/1/value']);
  });

  const born = (birthDate: string, kind: 'personnummer' | 'samordningsnummer' | 'henkilotunnus', value: string) =>
    learnerFaults({ nameAsAwarded: 'Lo', birthDate, identifiers: [{ kind, value }] }, today);
  test.each([
    ['1990-02-27', 'personnummer', swedishNumber('1990-02-28', '980', 0), false],
    ['1990-03-01', 'personnummer', swedishNumber('1990-02-28', '980', 0), true],
    ['1990-03-01', 'samordningsnummer', swedishNumber('1990-02-28', '980', 60), false],
    ['1990-02-28', 'henkilotunnus', finnishCode('1990-02-28', '-', '901'), false],
    ['1990-02-27', 'henkilotunnus', finnishCode('1990-02-28', '-', '901'), true],
  ] as const)('born %s with the %s %s differs: %s', (birthDate, kind, value, differs) => {
    expect(born(birthDate, kind, value).map(({ pointers }) => pointers)).toEqual(
      differs ? [['#/learner/birthDate', '#/learner/identifiers/0/value']] : [],
    );
  });

  test.each([
    ['1990-05-05', []],
    ['1900-01-01', []],
    ['1899-12-31', ['#/learner/birthDate']],
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
    const value = '19121212-1213';
    const faults = learnerFaults(withIdentifier({ kind: 'personnummer', value, from: '2020-02-30', to: 'x' }), today);
    expect(faults).toHaveLength(3);
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
