import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '../../../src/domain/institution/change.ts';
import {
  identifierFault,
  type InstitutionIdentifierKind,
  institutionIdentifierKinds,
} from '../../../src/domain/institution/identifiers.ts';
import { type DomainError } from '../../../src/domain/shared/errors.ts';
import { institutionOf } from '../../samples/institution.ts';

const faultOf = (kind: InstitutionIdentifierKind, value: string, country = kind === 'y-tunnus' ? 'FI' : 'SE') =>
  identifierFault({ kind, value }, country);
const checkFails = /the check at its end does not fit/;

/** Of no institution: each is as long and high as its form allows, or spells a name of the demo. */
const right = {
  'organisation-number': '999999-9999',
  'y-tunnus': '9999999-2',
  eidas: 'NTRSE-999999-9999',
  ror: 'https://ror.org/0fja11s71',
  pic: '999999999',
  schac: 'provsjo.example',
} as const satisfies Record<InstitutionIdentifierKind, string>;

describe('an identifier of an institution', () => {
  test.each(institutionIdentifierKinds)('of the kind %s is taken in its form', (kind) => {
    expect(faultOf(kind, right[kind])).toBeUndefined();
  });

  test.each([
    ['organisation-number', '9999999999'],
    ['organisation-number', '999999-999'],
    ['organisation-number', '991999-9999'],
    ['organisation-number', ' 999999-9999'],
    ['y-tunnus', '99999992'],
    ['y-tunnus', 'FI99999992'],
    ['y-tunnus', '999999-2'],
    ['eidas', '999999-9999'],
    ['eidas', 'NTRse-999999-9999'],
    ['eidas', 'NTRSE-'],
    ['eidas', 'ABCSE-1'],
    ['ror', '0fja11s71'],
    ['ror', 'http://ror.org/0fja11s71'],
    ['ror', 'https://ror.org/1fja11s71'],
    ['ror', 'https://ror.org/0fjai1s71'],
    ['ror', 'https://ror.org/0fja11s71/'],
    ['pic', '99999999'],
    ['pic', '099999999'],
    ['pic', '9999999999'],
    ['schac', 'provsjo'],
    ['schac', 'Provsjo.example'],
    ['schac', 'https://provsjo.example'],
    ['schac', '-a.example'],
    ['schac', `${'a'.repeat(250)}.example`],
    ['schac', 'provsjo.example\n'],
  ] as const)('%s is not %j, and the form is named', (kind, value) => {
    expect(faultOf(kind, value)).toMatch(/: .+\.$/);
    expect(faultOf(kind, value)).not.toMatch(checkFails);
  });

  test.each([
    ['organisation-number', '999999-9990'],
    ['y-tunnus', '9999999-3'],
    ['y-tunnus', '0000006-1'],
    ['ror', 'https://ror.org/0fja11s72'],
    ['ror', 'https://ror.org/0fja11s00'],
  ] as const)('%s is not %s, whose check is wrong', (kind, value) => {
    expect(faultOf(kind, value)).toMatch(checkFails);
  });

  test.each(['organisation-number', 'y-tunnus', 'ror'] as const)('%s: one mistyped digit is seen', (kind) => {
    const value: string = right[kind];
    const places = [...value].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
    const slip = fc.record({ at: fc.constantFrom(...places), digit: fc.integer({ min: 0, max: 9 }).map(String) });
    fc.assert(
      fc.property(slip, ({ at, digit }) => {
        const slipped = value.slice(0, at) + digit + value.slice(at + 1);
        expect(faultOf(kind, slipped) === undefined).toBe(slipped === value);
      }),
    );
  });

  test.each([
    ['organisation-number', 'FI'],
    ['y-tunnus', 'SE'],
    ['y-tunnus', 'NO'],
  ] as const)('%s is none of %s', (kind, country) => {
    expect(faultOf(kind, right[kind], country)).toContain(`an institution in ${country} has none`);
  });
});

describe('a change of an institution', () => {
  const institution = institutionOf({ id: 'i1', createdAt: new Date('2026-01-01T00:00:00Z') });
  const all = institutionIdentifierKinds
    .filter((kind) => kind !== 'y-tunnus')
    .map((kind) => ({ kind, value: right[kind] }));

  test('gives it identifiers, and null takes them away', () => {
    const given = changed(institution, { identifiers: all }, true);
    expect(given.identifiers).toEqual(all);
    expect(changed(given, { identifiers: null }, true)).toEqual(institution);
  });

  test('refuses two of a kind, and those that another country gives, where they stand', () => {
    const { value } = all[0]!;
    const attempt = (identifiers: typeof all, more = {}) => {
      try {
        return changed(institution, { identifiers, ...more }, false);
      } catch (error) {
        return (error as DomainError).violations.map(({ pointer }) => pointer);
      }
    };
    expect(attempt([...all, { kind: 'organisation-number', value }])).toEqual(['#/identifiers/5/value']);
    expect(attempt(all, { country: 'FI' })).toEqual(['#/identifiers/0/value']);
  });
});
