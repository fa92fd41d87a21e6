import { type Kysely, type KyselyPlugin, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/connection/tables.ts';
import { demandDataFormat } from '../../src/store/migrations/data-format.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { createStores } from '../../src/store/index.ts';
import { type Fresh, ownDatabases } from '../databases/databases.ts';
import { everything, makeOldFormat } from '../databases/old-format.ts';

const whatToDo = /does not read: start with an empty database or data folder, or run the version that made it\.$/;
const refused = (begin: string) =>
  expect.objectContaining({
    code: 'service-misconfigured',
    message: expect.stringMatching(new RegExp(`^${begin}.*${whatToDo.source}`)),
  });

describe.each(ownDatabases)('the format of the records, on %s,', (_, fresh) => {
  let database: Fresh;
  let db: Kysely<Database>;
  beforeEach(async () => {
    database = await fresh();
    db = database.db;
  });
  afterEach(() => database.close());

  const expectRefused = async (begin: string) => {
    const before = await everything(db);
    for (const act of [migrate, demandDataFormat]) await expect(act(db)).rejects.toEqual(refused(begin));
    expect(await everything(db)).toEqual(before);
  };

  test('is told in a new database, which is read', async () => {
    expect(await createStores(db).settings.get('data-format')).toBe('4');
    await expect(demandDataFormat(db)).resolves.toBeUndefined();
  });

  test('of an earlier version is refused, and nothing is changed', async () => {
    await makeOldFormat(db);
    await expectRefused('The database was made by an earlier version');
  });

  test('of a version from before there were settings is refused, and nothing is changed', async () => {
    await makeOldFormat(db);
    await sql`drop table setting`.execute(db);
    await expectRefused('The database was made by an earlier version');
  });

  test('of a later version is refused, and nothing is changed', async () => {
    await db.updateTable('setting').set({ value: '5' }).where('name', '=', 'data-format').execute();
    await expectRefused('The database was made by another version');
  });

  test.each([1, 2])('is told by another first start after question %i, and this one goes on', async (moment) => {
    await makeOldFormat(db);
    await sql`drop table setting, completion`.execute(db);
    await sql`delete from kysely_migration`.execute(db);
    let asked = 0;
    const meanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        if (asked === moment) await migrate(db);
        return result;
      },
    };
    await expect(demandDataFormat(db.withPlugin(meanwhile))).resolves.toBeUndefined();
    await expect(demandDataFormat(db)).resolves.toBeUndefined();
  });

  test('is none where a first start ended before its first step: the next one takes them', async () => {
    await makeOldFormat(db);
    await sql`drop table setting, completion`.execute(db);
    await sql`delete from kysely_migration`.execute(db);
    expect((await migrate(db)).length).toBeGreaterThan(0);
    await expect(demandDataFormat(db)).resolves.toBeUndefined();
  });
});
