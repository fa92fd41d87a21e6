import { isCalendarDate } from '../../shared/dates.ts';
import { referenceDigit } from '../../shared/check-digits.ts';
import { firstOf, type IdentifierRow, noSuchDate, notBornYet, plainHyphens, wrongCheck } from './kind.ts';

/** The sign tells the century, and since 2023 also one person from another: several stand for the same century. */
const centuries: Readonly<Record<string, string>> = {
  '+': '18',
  ...Object.fromEntries([...'-YXWVU'].map((sign) => [sign, '19'])),
  ...Object.fromEntries([...'ABCDEF'].map((sign) => [sign, '20'])),
};
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const asHenkilotunnus = (value: string): string => plainHyphens(value).toUpperCase();

export const henkilotunnus: IdentifierRow<'henkilotunnus'> = {
  kind: 'henkilotunnus',
  label: {
    sv: 'finsk personbeteckning',
    'sv-FI': 'personbeteckning',
    fi: 'henkilötunnus',
    en: 'Finnish personal identity code',
  },
  normalise: asHenkilotunnus,
  check(value, today) {
    const found = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-Y])$/.exec(asHenkilotunnus(value));
    if (!found) return 'Write it as DDMMYY, the sign of the century, three digits and the check character.';
    const [, day, month, year, sign, number, last] = found as unknown as readonly string[];
    const date = `${centuries[sign!]}${year}-${month}-${day}`;
    return firstOf(
      [!isCalendarDate(date), noSuchDate],
      [date > today, notBornYet],
      // 900 to 999 belong to nobody (tests, temporary numbers); they pass, so that a trial needs no real person's number.
      [Number(number) < 2, 'The three digits after its sign are never 000 or 001.'],
      [checkCharacters[Number(`${day}${month}${year}${number}`) % 31] !== last, wrongCheck],
    );
  },
  birthDate(value) {
    const text = asHenkilotunnus(value);
    return `${centuries[text[6]!]}${text.slice(4, 6)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
  },
};

const node = '1.2.246.562.24.';

/** The learner number of the Finnish National Agency for Education, under the node of persons. */
export const oppijanumero: IdentifierRow<'oppijanumero'> = {
  kind: 'oppijanumero',
  label: {
    sv: 'finskt studentnummer',
    'sv-FI': 'studentnummer',
    fi: 'oppijanumero',
    en: 'Finnish learner number',
  },
  normalise: (value) => value.trim(),
  check(value) {
    const text = value.trim();
    if (!text.startsWith(node)) return `It begins with ${node}, the node of persons.`;
    const digits = text.slice(node.length);
    return firstOf(
      [!/^[1-9]\d{10}$/.test(digits), `After ${node} stand eleven digits, of which the first is not 0.`],
      [referenceDigit(digits.slice(0, -1)) !== Number(digits.at(-1)), wrongCheck],
    );
  },
};
