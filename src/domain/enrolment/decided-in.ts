import { calendarDate, isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import { cleanText, textFault } from '../shared/names.ts';

/** The study register that a result was decided in; the decision is that register's, and none is made here. */
export type DecidedIn = Readonly<{
  /** What the register is called (Ladok, Peppi, Sisu), always spelt alike. */
  system: string;
  /** Of the result in that register. */
  id: string;
  /** Who attested it there. It stays on record here and is in no certificate. */
  attestedBy: string;
  attestedAt: Date;
}>;
export type DecidedInInput = Omit<DecidedIn, 'attestedAt'> & Readonly<{ attestedAt: string }>;

type Facts = Readonly<{
  /** Of the result. */
  date: string;
  /** Of the offering. */
  startDate: string;
  now: Date;
  timeZone: string;
}>;

const at = (member: keyof DecidedIn) => `#/decidedIn/${member}`;

export function decidedInFaults(input: DecidedInInput, facts: Facts): Violation[] {
  const lines = (['system', 'id', 'attestedBy'] as const).flatMap((member) => {
    const detail = textFault(input[member]);
    return detail === undefined ? [] : [{ pointer: at(member), detail }];
  });
  const detail = attestationFault(new Date(input.attestedAt), facts);
  return detail === undefined ? lines : [...lines, { pointer: at('attestedAt'), detail }];
}

/** A grade is attested when it has been set, and never in a time to come. */
function attestationFault(attestedAt: Date, { date, startDate, now, timeZone }: Facts): string | undefined {
  if (Number.isNaN(attestedAt.getTime())) return 'Write a moment that exists, with its time zone.';
  if (attestedAt > now) return `The result is attested after now, ${now.toISOString()}.`;
  const day = calendarDate(attestedAt, timeZone);
  if (day < startDate) return `The result is attested before the offering starts, ${startDate}.`;
  if (isCalendarDate(date) && day < date) return `The result is dated ${date}, after it was attested.`;
  return undefined;
}

/** As it is kept. */
export const cleanDecidedIn = ({ system, id, attestedBy, attestedAt }: DecidedInInput): DecidedIn => ({
  system: cleanText(system),
  id: cleanText(id),
  attestedBy: cleanText(attestedBy),
  attestedAt: new Date(attestedAt),
});
