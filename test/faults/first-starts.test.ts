import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort } from '../../scripts/demo/service.ts';
import { describeOnPostgres, freshPostgres } from '../databases/databases.ts';
import { start, temporaryFolder, terminate } from '../runtime/processes.ts';

// PGlite runs one transaction after another and has one process; only PostgreSQL can lose these races.
describeOnPostgres('two first starts at once on an empty PostgreSQL', () => {
  test('agree on the schema and on the address that ids are made from', async () => {
    const database = await freshPostgres();
    await database.pool.query('drop schema public cascade; create schema public');
    const ports = [String(await freePort()), String(await freePort())];
    const key = randomBytes(32).toString('base64');
    const env = { DATABASE_URL: database.url, KEY_ENCRYPTION_KEY: key, PUBLIC_URL: `http://localhost:${ports[0]}` };
    const DATA_DIR = await temporaryFolder();
    const both = await Promise.all(ports.map((PORT) => start({ ...env, PORT, DATA_DIR })));
    for (const { baseUrl } of both)
      expect((await createClient(baseUrl).get('/health')).body).toMatchObject({ ready: true });
    await Promise.all(both.map(terminate));
    await database.drop();
  });
});
