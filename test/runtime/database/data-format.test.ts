import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { describe, expect, test } from 'vitest';
import { freePort } from '../../../scripts/demo/service.ts';
import { describeOnPostgres, freshPostgres } from '../../databases/databases.ts';
import { everything, makeOldFormat } from '../../databases/old-format.ts';
import { migratedFolder } from '../embedded.ts';
import { type Env, runCli, runService, stackLine, temporaryFolder } from '../processes.ts';

const sentence =
  'The database was made by an earlier version, whose records this version does not read: ' +
  'start with an empty database or data folder, or run the version that made it.';

async function expectRefusedEverywhere(env: Env): Promise<void> {
  const service = await runService(env);
  expect(service).toEqual({
    code: 1,
    signal: null,
    stdout: '',
    stderr: `The service does not start:\n  - ${sentence}\n`,
  });
  for (const words of [['migrate'], ['resume'], ['audit', 'check', 'provsjo']]) {
    const { code, stdout, stderr } = await runCli(env, ...words);
    expect([words, code, stdout, stderr]).toEqual([words, 1, '', `${sentence}\n`]);
    expect(stderr).not.toMatch(stackLine);
  }
}

describe('records of an earlier version', () => {
  test('in a data folder are refused by service and command line, and stay as they were', async () => {
    let before: unknown;
    const { folder, env } = await migratedFolder(async (db) => {
      await makeOldFormat(db);
      before = await everything(db);
    });
    await expectRefusedEverywhere(env);
    const pglite = await PGlite.create(join(folder, 'database'));
    const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
    expect(await everything(db)).toEqual(before);
    await db.destroy();
  });
});

describeOnPostgres('records of an earlier version on PostgreSQL', () => {
  test('are refused by service and command line, and stay as they were', async () => {
    const { url, db, drop } = await freshPostgres();
    await makeOldFormat(db);
    const before = await everything(db);
    await expectRefusedEverywhere({
      DATABASE_URL: url,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      DATA_DIR: await temporaryFolder(),
      PORT: String(await freePort()),
    });
    expect(await everything(db)).toEqual(before);
    await drop();
  });
});
