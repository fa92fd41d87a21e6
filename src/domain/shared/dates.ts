/** Calendar dates travel as `YYYY-MM-DD` and are compared as text; moments are `Date`s and travel as RFC 3339 in UTC. */
export type CalendarDate = string;

export const isCalendarDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** To make one takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** The calendar date at this moment where the institution is; a day in Helsinki begins before one in UTC. */
export const calendarDate = (moment: Date, timeZone = 'UTC'): CalendarDate => formatIn(timeZone).format(moment);

const zones: Readonly<Record<string, string>> = { SE: 'Europe/Stockholm', FI: 'Europe/Helsinki' };
export const timeZoneOf = (country: string): string => zones[country] ?? 'Europe/Brussels';

/** The day that it is at this moment where an institution is. */
export const todayIn = ({ country }: Readonly<{ country: string }>, moment: Date): CalendarDate =>
  calendarDate(moment, timeZoneOf(country));

/** `dateTimeStamp` of XML Schema, to the second, as credentials carry it (VCDM 2.0 §4.9). */
export const timestamp = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, 'Z');
