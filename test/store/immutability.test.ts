import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStores } from '../../src/store/index.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import { appendTo, createFixture } from './fixture.ts';

const frozen = [
  ['microcredential_version', 'document'],
  ['decision', 'ground'],
  ['audit_event', 'action'],
  ['version_partner', 'decision_id'],
] as const;

describe.each(databases)('what stands for good, on %s,', (_, fresh) => {
  let database: Fresh;

  beforeAll(async () => {
    database = await fresh();
    const stores = createStores(database.db);
    const { microcredential } = await createFixture(stores, 'umu');
    const { institution, decision } = await createFixture(stores, 'partner');
    const of = { institutionId: 'umu', microcredentialId: microcredential.id, number: 1 };
    await stores.partnerships.insertBehind({ ...of, partnerId: institution.id, decisionId: decision.id });
    await appendTo(stores, 'umu');
  });
  afterAll(() => database.close());

  test.each(frozen)('%s is not changed, even by who has the database', async (table, column) => {
    const update = sql`update ${sql.table(table)} set ${sql.ref(column)} = 'other'`.execute(database.db);
    await expect(update).rejects.toThrow(/never changes/);
  });

  test.each(frozen)('%s is not deleted', async (table) => {
    await expect(sql`delete from ${sql.table(table)}`.execute(database.db)).rejects.toThrow(/never changes/);
  });

  test('a test may empty the tables', async () => {
    await sql`truncate institution cascade`.execute(database.db);
    const { rows } = await sql`select from audit_event union all select from decision`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
