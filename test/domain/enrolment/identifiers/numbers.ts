import fc from 'fast-check';
import { luhnDigit, referenceDigit } from '../../../../src/domain/shared/check-digits.ts';

/** The day on which the tests are. */
export const today = '2026-11-26';

export const births = fc
  .date({ min: new Date('1927-01-01'), max: new Date('2026-11-26'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const three = (min: number) => fc.integer({ min, max: 999 }).map((number) => String(number).padStart(3, '0'));

/** Twelve digits, with `added` on the day of birth. Skatteverket's test numbers have 980 to 999 after the date. */
export const swedishNumber = (birth: string, number: string, added: 0 | 60): string => {
  const [year, month, day] = birth.split('-') as [string, string, string];
  const digits = `${year}${month}${Number(day) + added < 10 ? `0${Number(day) + added}` : Number(day) + added}${number}`;
  return digits + luhnDigit(digits.slice(2));
};
export const swedishNumbers = (added: 0 | 60) =>
  fc.tuple(births, three(980)).map(([birth, number]) => swedishNumber(birth, number, added));

const characters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Numbers from 900 on belong to nobody. */
export const finnishCode = (birth: string, sign: string, number: string): string => {
  const [year, month, day] = birth.split('-') as [string, string, string];
  const digits = `${day}${month}${year.slice(2)}`;
  return `${digits}${sign}${number}${characters[Number(digits + number) % 31]}`;
};
export const finnishCodes = fc
  .tuple(births, three(900), fc.nat())
  .map(([birth, number, choice]) =>
    finnishCode(birth, [...(birth < '2000' ? '-YXWVU' : 'ABCDEF')][choice % 6]!, number),
  );

export const learnerNumbers = fc
  .integer({ min: 1_000_000_000, max: 9_999_999_999 })
  .map((number) => `1.2.246.562.24.${number}${referenceDigit(String(number))}`);
