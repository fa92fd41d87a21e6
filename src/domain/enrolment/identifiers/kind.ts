import type { CalendarDate } from '../../shared/dates.ts';
import type { Label } from '../../shared/language.ts';

/** One kind of identifier of a person. */
export type IdentifierRow<Kind extends string = string> = Readonly<{
  kind: Kind;
  label: Label;
  /** The one way in which the value is kept and compared; what has no such form comes back trimmed. */
  normalise: (value: string, today: CalendarDate) => string;
  /** What is wrong with it, in words that never hold a part of it. */
  check: (value: string, today: CalendarDate) => string | undefined;
  /** The beginning of the date of birth that a good one says (year and month, or all of it). */
  birthDate?: (value: string, today: CalendarDate) => string;
  /** Whoever gives them out may give one to somebody else when its time is over. */
  isGivenAnew?: true;
}>;

/** The fault of the first rule that is broken. */
export const firstOf = (...rules: readonly (readonly [isBroken: boolean, fault: string])[]): string | undefined =>
  rules.find(([isBroken]) => isBroken)?.[1];

/** Word processors write other characters for a hyphen. */
export const plainHyphens = (value: string): string => value.trim().replace(/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, '-');

export const noSuchDate = 'The date of birth in it does not exist.';
export const notBornYet = 'The date of birth in it is after today.';
export const wrongCheck = 'Its last character does not fit the others: look for a mistyped one.';
