import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import {
  connect,
  databases,
  describeOnPostgres,
  type Fresh,
  type FreshPostgres,
  freshPostgres,
} from '../../databases/databases.ts';

test('migrations are numbered one after another', () => {
  const numbers = Object.keys(migrations).map((name) => Number(/^(\d{4})-[a-z-]+$/.exec(name)?.[1]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

describe.each(databases)('migrating again, on %s,', (_, fresh) => {
  let database: Fresh;
  beforeAll(async () => {
    database = await fresh();
  });
  afterAll(() => database.close());

  test('changes nothing', async () => {
    expect(await migrate(database.db)).toEqual([]);
  });
});

describeOnPostgres('migrating on PostgreSQL', () => {
  let database: FreshPostgres;
  beforeAll(async () => {
    database = await freshPostgres();
    await database.pool.query('drop schema public cascade; create schema public');
  });
  afterAll(() => database.drop());

  test('by three processes at once takes each step once', async () => {
    const processes = [1, 2, 3].map(() => connect(database.url).db);
    const taken = await Promise.all(processes.map((db) => migrate(db)));
    expect(taken.flat()).toEqual(Object.keys(migrations));
    await Promise.all(processes.map((db) => db.destroy()));
  });

  test('throws what the database said, and leaves nothing half done', async () => {
    await database.pool.query('drop schema public cascade; create schema public; create table learner ()');
    await expect(migrate(database.db)).rejects.toThrow('relation "learner" already exists');
    const { rows } = await database.pool.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name = 'institution'`,
    );
    expect(rows).toEqual([]);
  });
});
