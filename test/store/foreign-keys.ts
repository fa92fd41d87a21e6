import { sql } from 'kysely';
import type { Fresh } from '../databases/databases.ts';

/** Every reference from one table to another, with the columns that make it. */
export async function foreignKeys({
  db,
}: Fresh): Promise<readonly Readonly<{ target: string; columns: readonly string[] }>[]> {
  const { rows } = await sql<{ target: string; columns: string }>`
    select k.confrelid::regclass::text as target, (
      select string_agg(a.attname, ' ') from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    ) as columns
    from pg_constraint k where k.contype = 'f'`.execute(db);
  return rows.map(({ target, columns }) => ({ target, columns: columns.split(' ') }));
}
