import { type Kysely, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from './tables.ts';

/** Tables of what belongs to one row of another, in an order: each with that table and the column that points there. */
const owners = {
  offering_form: ['offering', 'offering_id'],
  offering_session: ['offering', 'offering_id'],
  learner_identifier: ['learner', 'learner_id'],
} as const satisfies Partial<Record<keyof Database, readonly [keyof Database, string]>>;

/** As many columns as the map of a table has, and what it makes an item of. */
type MapOf<Row> = Readonly<{ columns: readonly string[]; toItem(this: void, row: Row): unknown }>;

/** What belongs to the row that is selected, in its order, as one column. */
export function partsOf<Row>(
  db: Kysely<Database>,
  part: keyof typeof owners,
  { columns }: MapOf<Row>,
): RawBuilder<Row[]> {
  const [owner, column] = owners[part];
  const same = (own: string, theirs: string) =>
    sql<boolean>`${sql.ref(`${part}.${own}`)} = ${sql.ref(`${owner}.${theirs}`)}`;
  const rows = db
    .selectFrom(part as 'offering_form')
    .select(columns as never)
    .where(same('institution_id', 'institution_id'))
    .where(same(column, 'id'))
    .orderBy('position');
  return jsonArrayFrom(rows);
}
