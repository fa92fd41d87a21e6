import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { ask, onDatabase } from './administration.ts';
import { startPostgres, type Undo } from '../../scripts/postgres-server.ts';

/** A server with an empty, migrated database to copy; or why there is none. */
export type PostgresForTests = Readonly<{ url: string; template: string }> | Readonly<{ unavailable: string }>;

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests;
    /** The file with the data folder of a migrated PGlite, as `dumpDataDir` writes it. */
    pgliteDump: string;
  }
}

/** Once per run: a real PostgreSQL and a PGlite, both migrated, for every test to copy. */
export default async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<Undo> {
  const undo: Undo[] = [];
  const teardown = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    // Both are waited for, so that whatever one has begun is undone where the other fails.
    const [dump, postgres] = await Promise.allSettled([dumpPglite(undo), preparePostgres(undo)]);
    provide('pgliteDump', valueOf(dump));
    provide('postgres', valueOf(postgres));
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

async function dumpPglite(undo: Undo[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mikromerit-pglite-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const pglite = await PGlite.create();
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db);
  const dump = await pglite.dumpDataDir('none');
  await db.destroy();
  const file = join(folder, 'migrated.tar');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  return file;
}

async function preparePostgres(undo: Undo[]): Promise<PostgresForTests> {
  try {
    const url = process.env['DATABASE_URL'] ?? (await startPostgres(undo));
    const template = `mikromerit_template_${process.pid}_${Date.now()}`;
    await ask(url, `create database ${template}`);
    undo.push(() => ask(url, `drop database if exists ${template} with (force)`));
    const db = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: onDatabase(url, template) }) }),
    });
    try {
      await migrate(db);
    } finally {
      // A database that anyone is connected to cannot be copied.
      await db.destroy();
    }
    return { url, template };
  } catch (error) {
    if (process.env['REQUIRE_ALL'] === '1') throw error;
    return { unavailable: String(error) };
  }
}
