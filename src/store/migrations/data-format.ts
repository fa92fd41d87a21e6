import { type Kysely, sql } from 'kysely';
import { DomainError } from '../../domain/shared/errors.ts';

/** Of the records; raised where migrations are rewritten, so that what an earlier one made cannot be brought up to it. */
export const dataFormat = '4';
export const dataFormatSetting = 'data-format';

/**
 * Throws where the database was made by a version with other records; changes nothing. One with no migration taken is
 * new: the format is set in the transaction that makes the tables. Another process may end that transaction between any
 * two questions here, so whether there are settings is asked last, when the steps are seen to be taken.
 */
export async function demandDataFormat<T>(db: Kysely<T>): Promise<void> {
  if (!(await exists(db, 'kysely_migration')) || !(await hasRows(db))) return;
  const format = (await exists(db, 'setting')) ? await formatOf(db) : undefined;
  if (format === dataFormat) return;
  throw new DomainError(
    'service-misconfigured',
    `The database was made by ${format === undefined ? 'an earlier' : 'another'} version, whose records this version ` +
      'does not read: start with an empty database or data folder, or run the version that made it.',
  );
}

async function exists<T>(db: Kysely<T>, table: string): Promise<boolean> {
  const { rows } = await sql<Readonly<{ name: string | null }>>`select to_regclass(${table})::text as name`.execute(db);
  return rows[0]?.name !== null;
}

async function hasRows<T>(db: Kysely<T>): Promise<boolean> {
  const { rows } = await sql`select name from kysely_migration limit 1`.execute(db);
  return rows.length > 0;
}

async function formatOf<T>(db: Kysely<T>): Promise<string | undefined> {
  const { rows } = await sql<Readonly<{ value: string }>>`
    select value from setting where name = ${dataFormatSetting}`.execute(db);
  return rows[0]?.value;
}
