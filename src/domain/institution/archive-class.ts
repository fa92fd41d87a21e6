import { type CalendarDate, isCalendarDate } from '../shared/dates.ts';
import { DomainError } from '../shared/errors.ts';

/** What the plan of an archive says of one kind of record; without `years` it is kept for ever. */
export type ArchiveClass = Readonly<{ code: string; text: string; years?: number }>;
/** By the kinds of record that a person's case leaves behind. */
export type ArchiveClasses = Readonly<{ result?: ArchiveClass; award?: ArchiveClass }>;
/** The class of one record; `keptUntil`: the last day on which it must be there, absent where that has no end. */
export type Archived = Readonly<{ code: string; text: string; keptUntil?: CalendarDate }>;

type Duty = Readonly<{ archiveDuty: boolean; archiveClasses?: ArchiveClasses }>;

/** Throws where an institution that has no duty to archive says how it archives. */
export function demandArchiveDuty({ archiveDuty, archiveClasses }: Duty): void {
  if (archiveDuty || archiveClasses === undefined) return;
  throw new DomainError('content-invalid', 'An institution without the duty to archive has no archive classes.', {
    violations: [
      { pointer: '#/archiveClasses', detail: 'Leave them out (null in a change), or say that archiveDuty is true.' },
    ],
  });
}

/** How a record of this day is archived; undefined where nothing is said of its kind. */
export function archivedAs(
  { archiveDuty, archiveClasses }: Duty,
  kind: keyof ArchiveClasses,
  date: CalendarDate,
): Archived | undefined {
  const found = archiveDuty ? archiveClasses?.[kind] : undefined;
  if (!found) return undefined;
  const { code, text, years } = found;
  return { code, text, ...(years !== undefined && { keptUntil: yearsAfter(date, years) }) };
}

/** The same day so many years later; 29 February becomes 1 March where there is none. */
function yearsAfter(date: CalendarDate, years: number): CalendarDate {
  const later = `${Number(date.slice(0, 4)) + years}`.padStart(4, '0') + date.slice(4);
  return isCalendarDate(later) ? later : `${later.slice(0, 4)}-03-01`;
}
