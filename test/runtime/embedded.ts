import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { inject } from 'vitest';
import { freePort } from '../../scripts/demo/service.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import { type Env, temporaryFolder } from './processes.ts';

export type Migrated = Readonly<{ folder: string; origin: string; key: string; env: Env }>;

/** A data folder with the tables that every other test begins with too, which spares the service its long first start. */
export async function migratedFolder(
  fill?: (db: Kysely<Database>, place: Migrated) => Promise<void>,
): Promise<Migrated> {
  const folder = await temporaryFolder();
  const port = String(await freePort());
  const key = randomBytes(32).toString('base64');
  const env = { DATA_DIR: folder, PORT: port, KEY_ENCRYPTION_KEY: key };
  const place = { folder, origin: `http://localhost:${port}`, key, env };
  const loadDataDir = new Blob([await readFile(inject('pgliteDump'))]);
  const pglite = await PGlite.create(join(folder, 'database'), { loadDataDir });
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
  await fill?.(db, place);
  await pglite.close();
  return place;
}
