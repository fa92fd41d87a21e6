import { isCalendarDate } from '../../shared/dates.ts';
import type { Violation } from '../../shared/errors.ts';
import type { LanguageMap } from '../../shared/language.ts';

export const sessionKinds = ['teaching', 'meeting', 'examination'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** One dated part of a run. Times are `HH:MM` by the clock of the institution. */
export type Session = Readonly<{
  kind: SessionKind;
  date: string;
  from?: string;
  to?: string;
  title?: LanguageMap;
  place?: LanguageMap;
  online?: boolean;
  seats?: number;
}>;

/** Whom to ask about a run: an office or a function, not a person by their name. */
export type Contact = Readonly<{ name?: string; email?: string; phone?: string; url?: string }>;

/** How long after the last day of the run an examination may still be sat: the next sittings belong to it, too. */
export const daysOfExamination = 180;

/** In the order in which they take place. */
export const inOrder = (sessions: readonly Session[]): readonly Session[] =>
  sessions.toSorted((a, b) => compare(a.date, b.date) || compare(a.from ?? '', b.from ?? ''));
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Run = Readonly<{ startDate: string; endDate: string }>;
type Fault = readonly [member: keyof Session, detail: string];

export const sessionFaults = (sessions: readonly Session[], run: Run): Violation[] =>
  sessions.flatMap((session, index) =>
    [...dateFaults(session, run), ...timeFaults(session), ...seatFaults(session)].map(([member, detail]) => ({
      pointer: `#/sessions/${index}/${member}`,
      detail,
    })),
  );

function dateFaults({ kind, date }: Session, { startDate, endDate }: Run): Fault[] {
  if (!isCalendarDate(date)) return [['date', 'Write a date that exists, as YYYY-MM-DD.']];
  if (date < startDate) return [['date', `The offering begins on ${startDate}; nothing of it is before.`]];
  if (kind !== 'examination')
    return date > endDate ? [['date', `The offering ends on ${endDate}; only an examination may be after.`]] : [];
  return isCalendarDate(endDate) && date > lastExamination(endDate)
    ? [['date', `An examination is at most ${daysOfExamination} days after the last day, ${endDate}.`]]
    : [];
}

function lastExamination(endDate: string): string {
  const day = new Date(`${endDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysOfExamination);
  return day.toISOString().slice(0, 10);
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function timeFaults({ from, to }: Session): Fault[] {
  const faults: Fault[] = [];
  if (from !== undefined && !isTime(from)) faults.push(['from', 'Write a time of day, as HH:MM.']);
  if (to !== undefined && !isTime(to)) faults.push(['to', 'Write a time of day, as HH:MM.']);
  if (faults.length > 0 || to === undefined) return faults;
  if (from === undefined) return [['from', 'Say when it begins, too.']];
  return to <= from ? [['to', 'It ends before it begins. What goes on past midnight is two sessions.']] : [];
}

const seatFaults = ({ seats }: Session): Fault[] =>
  seats === undefined || (Number.isInteger(seats) && seats > 0) ? [] : [['seats', 'Write how many seats there are.']];
