import { isCalendarDate } from '../../shared/dates.ts';
import { luhnDigit } from '../../shared/check-digits.ts';
import { firstOf, type IdentifierRow, noSuchDate, notBornYet, plainHyphens, wrongCheck } from './kind.ts';

type Parts = Readonly<{ year: number; month: number; day: number; number: string; digit: number }>;

/**
 * Twelve digits with or without a hyphen, or ten with their sign. A hyphen says under a hundred years of age, a plus
 * from the year on in which the person turns a hundred (18 § folkbokföringslagen (1991:481)). Ten digits without a sign
 * leave the century open, and so are no form.
 */
function partsOf(value: string, today: string): Parts | undefined {
  const text = plainHyphens(value);
  const found =
    /^(?<century>18|19|20)(?<two>\d\d)(?<month>\d\d)(?<day>\d\d)-?(?<number>\d{3})(?<digit>\d)$/.exec(text) ??
    /^(?<two>\d\d)(?<month>\d\d)(?<day>\d\d)(?<sign>[-+])(?<number>\d{3})(?<digit>\d)$/.exec(text);
  if (!found?.groups) return undefined;
  const { century, two, month, day, sign, number, digit } = found.groups;
  return {
    year: century ? Number(century + two!) : yearBefore(Number(today.slice(0, 4)), Number(two), sign === '+'),
    month: Number(month),
    day: Number(day),
    number: number!,
    digit: Number(digit),
  };
}

/** The last year with these two digits that is not after this one, or the one a hundred years earlier. */
function yearBefore(thisYear: number, two: number, isOverHundred: boolean): number {
  const age = (((thisYear - two) % 100) + 100) % 100;
  return thisYear - age - (isOverHundred ? 100 : 0);
}

const pad = (number: number, length = 2) => String(number).padStart(length, '0');
const dateOf = ({ year, month, day }: Parts, added: number) => `${year}-${pad(month)}-${pad(day - added)}`;

const swedish = (added: 0 | 60, other: string) => ({
  normalise(value: string, today: string): string {
    const parts = partsOf(value, today);
    if (!parts) return plainHyphens(value);
    return `${parts.year}${pad(parts.month)}${pad(parts.day)}${parts.number}${parts.digit}`;
  },
  check(value: string, today: string): string | undefined {
    const parts = partsOf(value, today);
    if (!parts) return 'Write it as twelve digits (YYYYMMDDNNNN), or as ten with the hyphen or the plus sign.';
    const { year, month, day, number, digit } = parts;
    const date = dateOf(parts, added);
    return firstOf(
      [day > 60 !== (added === 60), other],
      [!isCalendarDate(date), noSuchDate],
      [date > today, notBornYet],
      // Skatteverket gives the numbers 001 to 999.
      [number === '000', 'The three digits after its date of birth are never 000.'],
      [luhnDigit(`${pad(year % 100)}${pad(month)}${pad(day)}${number}`) !== digit, wrongCheck],
    );
  },
});

export const personnummer: IdentifierRow<'personnummer'> = {
  kind: 'personnummer',
  label: {
    sv: 'personnummer',
    'sv-FI': 'svenskt personnummer',
    fi: 'ruotsalainen henkilönumero',
    en: 'Swedish personal identity number',
  },
  // Where a day has no numbers left, one near it in the same month is given (18 § third paragraph, SFS 2009:272).
  birthDate(value, today) {
    const parts = partsOf(value, today);
    return parts ? `${parts.year}-${pad(parts.month)}` : '';
  },
  ...swedish(0, 'It has the form of a samordningsnummer (60 added to the day of birth): name that kind.'),
};

export const samordningsnummer: IdentifierRow<'samordningsnummer'> = {
  kind: 'samordningsnummer',
  label: {
    sv: 'samordningsnummer',
    'sv-FI': 'svenskt samordningsnummer',
    fi: 'ruotsalainen koordinaationumero',
    en: 'Swedish coordination number',
  },
  ...swedish(60, 'It has the form of a personnummer (nothing added to the day of birth): name that kind.'),
};
