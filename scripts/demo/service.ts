import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type RunningService = Readonly<{
  baseUrl: string;
  dataDir: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}>;

const root = resolve(import.meta.dirname, '../..');

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'mikromerit-'));

/** Which Node runs what, with which options and where; if not said, this very one runs the build of this project. */
export type Program = Readonly<{
  node?: string;
  options?: readonly string[];
  script?: string;
  cwd?: string;
  /** Whether it can be spoken to by messages. */
  ipc?: boolean;
}>;

/** Starts the built service as a process of its own on a free port, and waits until it answers. */
export async function startService(
  env: Readonly<Record<string, string>> = {},
  { node = process.execPath, options = [], script = join(root, 'dist/node.js'), cwd, ipc = false }: Program = {},
): Promise<RunningService> {
  const port = env['PORT'] ?? String(await freePort());
  const dataDir = env['DATA_DIR'] ?? (await temporaryFolder());
  const own = { PORT: port, PUBLIC_URL: `http://localhost:${port}`, DATA_DIR: dataDir };
  const inherited = { PATH: process.env['PATH'] ?? '' };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...options, script], {
    cwd,
    env: { ...inherited, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const baseUrl = `http://localhost:${port}`;
  await untilLive(baseUrl, child, () => printed);
  const isOurs = env['DATA_DIR'] === undefined;
  return {
    baseUrl,
    dataDir,
    process: child,
    output: () => printed,
    stop: () => stop(child, isOurs ? dataDir : undefined),
  };
}

async function untilLive(baseUrl: string, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the service ended with ${child.exitCode}:\n${printed()}`);
    const answer = await fetch(`${baseUrl}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the service did not answer within 90 s:\n${printed()}`);
}

async function stop(child: ChildProcess, folder: string | undefined): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
