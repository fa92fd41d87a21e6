import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierKind, identifierKinds } from '../../../../src/domain/enrolment/identifiers/index.ts';
import { births, finnishCode, finnishCodes, learnerNumbers, swedishNumber, swedishNumbers, today } from './numbers.ts';

const check = (kind: string, value: string) => identifierKind(kind)!.check(value, today);
const normalise = (kind: string, value: string) => identifierKind(kind)!.normalise(value, today);

const esi = 'urn:schac:personalUniqueCode:int:esi:';
const subjects = fc.stringMatching(/^[a-z]{5}-[a-z]{5}$/).map((name) => `${name}@eduid.se`);
const studentCodes = fc
  .tuple(fc.constantFrom('se', 'fi', 'es-ct', 'universitet.example'), fc.stringMatching(/^[a-z0-9]{4,12}$/))
  .map(([scope, code]) => `${esi}${scope}:${code}`);
const good: Readonly<Record<string, fc.Arbitrary<string>>> = {
  personnummer: swedishNumbers(0),
  samordningsnummer: swedishNumbers(60),
  henkilotunnus: finnishCodes,
  oppijanumero: learnerNumbers,
  'eduid-subject': subjects,
  eppn: subjects,
  'european-student-identifier': studentCodes,
};

describe('the kinds of identifier', () => {
  test('are all tried here, each under a name of its own', () => {
    expect(identifierKinds.map(({ kind }) => kind)).toEqual(Object.keys(good));
    expect(identifierKind('student-number')).toBeUndefined();
  });

  test.each(Object.entries(good))(
    '%s: a number that is made by the rules passes, and normalises to itself',
    (kind, numbers) => {
      fc.assert(
        fc.property(numbers, (value) => {
          expect(check(kind, ` ${value} `)).toBeUndefined();
          expect(normalise(kind, ` ${value} `)).toBe(value);
        }),
      );
    },
  );

  test.each(identifierKinds.map(({ kind }) => kind))('%s: no fault holds what was written, whatever it is', (kind) => {
    const written = fc.oneof(
      fc.string({ minLength: 6 }),
      ...Object.values(good).map((each) => each.map((value) => `${value}7`)),
    );
    fc.assert(
      fc.property(written, (value) => {
        const fault = check(kind, value);
        if (value.trim().length > 5 && fault) expect(fault).not.toContain(value.trim());
        expect(normalise(kind, normalise(kind, value))).toBe(normalise(kind, value));
      }),
    );
  });

  const numbered = ['personnummer', 'samordningsnummer', 'henkilotunnus', 'oppijanumero'];
  test.each(numbered)('%s: any other last character is a wrong one', (kind) => {
    fc.assert(
      fc.property(good[kind]!, fc.integer({ min: 0, max: 9 }), (value, digit) => {
        if (value.endsWith(String(digit))) return;
        expect(check(kind, value.slice(0, -1) + digit)).toMatch(/^Its last character does not fit/);
      }),
    );
  });
});

describe('a Swedish number', () => {
  const born = swedishNumber('1990-05-17', '981', 0);
  const coordinated = swedishNumber('1990-05-17', '981', 60);
  const form = /^Write it as twelve digits/;
  const otherKind = /has the form of a samordningsnummer/;

  test.each([
    ['of 2099', swedishNumber('2099-05-17', '981', 0), /is after today/],
    ['of tomorrow', swedishNumber('2026-11-27', '981', 0), /is after today/],
    ['that is a samordningsnummer', coordinated, otherKind],
    ['with a wrong check digit', born.slice(0, -1) + ((Number(born.at(-1)) + 1) % 10), /last character does not fit/],
    ['of a thirteenth month', swedishNumber('1990-13-17', '981', 0), /does not exist/],
    ['of 30 February', swedishNumber('1990-02-30', '981', 0), /does not exist/],
    ['of day 0', swedishNumber('1990-05-00', '981', 0), /does not exist/],
    ['with the number 000', swedishNumber('1990-05-17', '000', 0), /never 000/],
    ['of another century', `17${born.slice(2)}`, form],
    ['in ten digits without a sign', born.slice(2), form],
    ['with letters', `${born.slice(0, 8)}T981`, form],
    ['in Arabic digits', '١٩٩٠٠٥١٧٩٨١٤', form],
    ['that is empty', '', form],
    ['that is too long', `${born}0`, form],
  ])('%s is no personnummer', (_, value, fault) => {
    expect(check('personnummer', value)).toMatch(fault);
  });

  test('is told apart from one of the other kind in both directions', () => {
    expect(check('samordningsnummer', coordinated)).toBeUndefined();
    expect(check('samordningsnummer', born)).toMatch(/has the form of a personnummer/);
    expect(check('samordningsnummer', swedishNumber('1990-02-30', '981', 60))).toMatch(/does not exist/);
  });

  test.each([
    ['1990-05-17', '-', '1990-05-17'],
    ['1927-01-01', '-', '1927-01-01'],
    ['1926-01-01', '+', '1926-01-01'],
    ['1926-12-31', '+', '1926-12-31'],
    ['2026-01-01', '-', '2026-01-01'],
  ])('of %s in ten digits with %s is that of %s in twelve', (birth, sign) => {
    const whole = swedishNumber(birth, '981', 0);
    expect(normalise('personnummer', `${whole.slice(2, 8)}${sign}${whole.slice(8)}`)).toBe(whole);
    expect(normalise('personnummer', `${whole.slice(0, 8)}\u2013${whole.slice(8)}`)).toBe(whole);
  });

  test('has the check digit of the example that Skatteverket publishes (SKV 704: 640823-323)', () => {
    expect(check('personnummer', '640823-3234')).toBeUndefined();
  });
});

describe('a Finnish identity code', () => {
  const code = finnishCode('1990-01-10', '-', '999');
  const form = /^Write it as DDMMYY/;

  test('is as in the two examples of the Digital and Population Data Services Agency, which are two persons', () => {
    const [first, second] = ['100190-999P', '100190Y999P'] as const;
    expect([check('henkilotunnus', first), check('henkilotunnus', second)]).toEqual([undefined, undefined]);
    expect(normalise('henkilotunnus', first)).not.toBe(normalise('henkilotunnus', second));
  });

  test.each([
    ['of tomorrow', finnishCode('2026-11-27', 'A', '999'), /is after today/],
    ['of 2099', finnishCode('2099-01-10', 'F', '999'), /is after today/],
    ['of 31 April', finnishCode('1990-04-31', '-', '999'), /does not exist/],
    ['with the number 001', finnishCode('1990-01-10', '-', '001'), /never 000 or 001/],
    ['with a wrong check character', code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'), /last character/],
    ['with the sign G', finnishCode('1990-01-10', 'G', '999'), form],
    ['without its sign', code.replace('-', ''), form],
    ['with the check character I', `${code.slice(0, -1)}I`, /last character/],
    ['that is empty', '', form],
  ])('%s is none', (_, value, fault) => {
    expect(check('henkilotunnus', value)).toMatch(fault);
  });

  test('may be written in small letters and of the century before the last', () => {
    expect(normalise('henkilotunnus', code.toLowerCase())).toBe(code);
    expect(check('henkilotunnus', finnishCode('1899-12-31', '+', '999'))).toBeUndefined();
  });
});

describe('an identifier of the academic fixture', () => {
  test.each([
    ['oppijanumero', '1.2.246.562.98.10000000001', /^It begins with 1\.2\.246\.562\.24\./],
    ['oppijanumero', '1.2.246.562.24.00000000000', /eleven digits/],
    ['oppijanumero', '1.2.246.562.24.1234567890', /eleven digits/],
    ['eduid-subject', '', /1 to 255 characters/],
    ['eduid-subject', 'hubba bubba@eduid.se', /1 to 255 characters/],
    ['eduid-subject', 'håkan@eduid.se', /1 to 255 characters/],
    ['eduid-subject', 'a'.repeat(256), /1 to 255 characters/],
    ['eduid-subject', '@eduid.se', /at most one @/],
    ['eduid-subject', 'a@b@eduid.se', /at most one @/],
    ['eduid-subject', 'hubba-bubba@', /the domain/],
    ['eduid-subject', 'hubba-bubba@localhost', /the domain/],
    ['european-student-identifier', 'xyz123', /^It begins with urn:schac:/],
    ['european-student-identifier', 'urn:schac:personalUniqueCode:se:LIN:87654321', /^It begins with urn:schac:/],
    ['european-student-identifier', `${esi}sweden:1`, /a country or the domain/],
    ['european-student-identifier', `${esi}se`, /the code of the student/],
    ['european-student-identifier', `${esi}se:`, /the code of the student/],
    ['european-student-identifier', `${esi}se:å`, /the code of the student/],
    ['european-student-identifier', `${esi}se:${'1'.repeat(255)}`, /at most 255/],
  ])('%s: %j is none', (kind, value, fault) => {
    expect(check(kind, value)).toMatch(fault);
  });

  test('is compared without regard to capitals where its standard says so, and with it elsewhere', () => {
    expect(
      normalise('european-student-identifier', 'URN:SCHAC:personaluniquecode:INT:ESI:Universitet.Example:AbC1'),
    ).toBe(`${esi}universitet.example:abc1`);
    expect(normalise('eduid-subject', 'Hubba@EduID.se')).toBe('Hubba@eduid.se');
    expect(check('eduid-subject', '248289761001')).toBeUndefined();
  });
});

describe('the date of birth that a number says', () => {
  const saysOf = (kind: string) => identifierKind(kind)!.birthDate;

  test('is whole in a Finnish one, and to the month in a Swedish one, whose day may be one near it', () => {
    expect(saysOf('henkilotunnus')!(finnishCode('1990-02-28', '-', '901'), today)).toBe('1990-02-28');
    expect(saysOf('personnummer')!(swedishNumber('1990-02-28', '980', 0), today)).toBe('1990-02');
    expect(saysOf('samordningsnummer')).toBeUndefined();
  });

  test('is how every date begins of which a number is made', () => {
    fc.assert(
      fc.property(births, (birth) => {
        expect(birth.startsWith(saysOf('personnummer')!(swedishNumber(birth, '981', 0), today))).toBe(true);
      }),
    );
  });
});

describe('an eduPersonPrincipalName', () => {
  test.each(['lo', 'lo@', '@provsjo.se', 'lo@provsjo', 'lo@a@b.se', 'lo lo@provsjo.se', ''])('is not %j', (value) => {
    expect(check('eppn', value)).toBeDefined();
  });
});
