import { type RawBuilder, sql } from 'kysely';
import type { Database } from './tables.ts';

/**
 * Rows as one parameter, so that any number of them is the same statement. As JSON, for the drivers write an array each
 * in its own way. A jsonb column is given as the value that it holds, not as text.
 */
export const rowsOf = (table: keyof Database, rows: readonly object[]): RawBuilder<unknown> =>
  sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`;

export const named = (columns: readonly string[], alias?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(alias === undefined ? column : `${alias}.${column}`)));

/** The drivers write a JavaScript array each in its own way; as JSON there is one. */
export const textArray = (texts: readonly string[]): RawBuilder<string[]> =>
  sql<string[]>`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
