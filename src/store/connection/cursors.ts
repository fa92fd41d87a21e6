import { type RawBuilder, sql } from 'kysely';
import { base64ToUint8Array, stringToBase64 } from 'uint8array-extras';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Page, PageRequest } from '../../services/ports/page.ts';

/** Where a page ended: what the list is sorted by, and the id that tells equals apart. */
type Key = readonly [sortedBy: string, id: string];

/**
 * The rows that follow the cursor in a list from newest to oldest, `(moment desc, id desc)`. Exact, because moments
 * are kept to the millisecond (see 0001-institution) and a cursor carries all of it.
 */
export function olderThan(cursor: string | undefined, moment: string, id: string): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [at, after] = readCursor(cursor, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  return sql<boolean>`(${sql.ref(moment)}, ${sql.ref(id)}) < (${at}::timestamptz, ${after}::text)`;
}

/** The rows that follow the cursor in a list by calendar date, `(date, id)`. */
export function laterThan(cursor: string | undefined, date: string, id: string): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [day, after] = readCursor(cursor, /^\d{4}-\d{2}-\d{2}$/);
  return sql<boolean>`(${sql.ref(date)}, ${sql.ref(id)}) > (${day}::text, ${after}::text)`;
}

/** The rows that follow the cursor in a list by number. */
export function afterPosition(cursor: string | undefined, position: string): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [last] = readCursor(cursor, /^\d{1,6}$/, () => true);
  return sql<boolean>`${sql.ref(position)} > ${last}::integer`;
}

/** Asks for one row more than the page holds, so that the last page is known to be the last. */
export const rowsFor = ({ limit }: PageRequest): number => limit + 1;

/** The page out of those rows, with the cursor to the next where there was one more. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  { limit }: PageRequest,
  keyOf: (row: Row) => Key,
  toItem: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    ...(rows.length > limit && last !== undefined && { next: writeCursor(keyOf(last)) }),
  };
}

export const newestFirst = (row: Readonly<{ created_at: Date; id: string }>): Key => [
  row.created_at.toISOString(),
  row.id,
];

/** base64url (RFC 4648 §5) of JSON in UTF-8. */
const writeCursor = (key: Key): string => stringToBase64(JSON.stringify(key), { urlSafe: true });

function readCursor(cursor: string, form: RegExp, exists: (text: string) => boolean = isMoment): Key {
  try {
    const bytes = base64ToUint8Array(cursor);
    const [sortedBy, id, ...rest] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown[];
    if (
      typeof sortedBy === 'string' &&
      typeof id === 'string' &&
      rest.length === 0 &&
      form.test(sortedBy) &&
      exists(sortedBy)
    ) {
      return [sortedBy, id];
    }
  } catch {
    // Every unreadable cursor gets the same refusal, below.
  }
  throw new DomainError('malformed-request', 'The cursor cannot be read.', {
    violations: [
      { pointer: '#/cursor', detail: 'Send the cursor of the page before exactly as it came, or none to begin again.' },
    ],
  });
}

/** One that exists: JavaScript takes the 31st of February for the 3rd of March, and PostgreSQL does not take it at all. */
const isMoment = (text: string): boolean => {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) && !text.startsWith('0000');
};
