import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A step forward, one statement at a time (PGlite takes no more at once). There is no way back: a mistake is mended by the next. */
export const migration = (...statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
