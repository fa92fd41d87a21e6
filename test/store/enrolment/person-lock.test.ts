import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonReference } from '../../../src/services/ports/index.ts';
import { createStores, type Database } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';

const others = 400;

/** How many rows of people and what they did have been read so far. */
async function rowsRead(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ rows: string }>`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows from pg_stat_xact_user_tables
    where relname in ('learner', 'registration', 'result', 'award')`.execute(db);
  return Number(rows[0]?.rows);
}

describe.each(databases)('the lock of a person, on %s,', (_, fresh) => {
  let database: Fresh;
  let fixture: Fixture;
  beforeAll(async () => {
    database = await fresh();
    fixture = await createFixture(createStores(database.db), 'umu');
    // Many at the same institution, and nobody has told the planner.
    const copies = sql`generate_series(1, ${sql.lit(others)}) as number`;
    await sql`insert into learner select (jsonb_populate_record(learner, jsonb_build_object('id', 'l-' || number))).*
      from learner, ${copies} where id = ${fixture.learner.id}`.execute(database.db);
    await sql`insert into registration
      select (jsonb_populate_record(registration, jsonb_build_object(
        'id', 'r-' || number, 'learner_id', 'l-' || number, 'source', null, 'external_id', null))).*
      from registration, ${copies} where id = ${fixture.registration.id}`.execute(database.db);
    await sql`insert into result
      select (jsonb_populate_record(result, jsonb_build_object('id', 'c-' || number, 'registration_id', 'r-' || number))).*
      from result, ${copies} where id = ${fixture.completion.id}`.execute(database.db);
  });
  afterAll(() => database.close());

  const references: readonly PersonReference[] = [{ learner: 'l-7' }, { registrations: ['r-7'] }, { result: 'c-7' }];
  test.each(references)('reads little more than that person for %j', async (reference) => {
    const read = await database.db.transaction().execute(async (transaction) => {
      const before = await rowsRead(transaction);
      expect(await createStores(transaction).learners.lock('umu', reference)).toEqual(['l-7']);
      return (await rowsRead(transaction)) - before;
    });
    expect(read).toBeLessThan(4 * others);
  });
});
