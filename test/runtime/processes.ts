import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type RunningService, startService } from '../../scripts/demo/service.ts';

export const root = join(import.meta.dirname, '../..');

export type Env = Readonly<Record<string, string>>;
export type Ended = Readonly<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>;

/** To compile the embedded database a second time, for speed, costs more than a process of a few seconds gets back. */
export const shortLived = ['--liftoff-only'];

const running = new Set<ChildProcess>();
const folders = new Set<string>();

// Whatever a test that failed has left behind.
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all([...folders].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })));
});

function built(name: 'node' | 'cli'): string {
  const file = join(root, `dist/${name}.js`);
  if (!existsSync(file)) throw new Error('The service is not built. Run: npm run build');
  return file;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mikromerit-'));
  folders.add(folder);
  return folder;
}

/** Runs the built service or command line until it ends by itself, with this environment and nothing of ours. */
async function run(name: 'node' | 'cli', env: Env, words: readonly string[]): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...shortLived, built(name), ...words],
    {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text));
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, ...printed });
    }),
  );
}

/** A start that is expected to be refused. */
export const runService = (env: Env): Promise<Ended> => run('node', env, []);
export const runCli = (env: Env, ...words: readonly string[]): Promise<Ended> => run('cli', env, words);

/** The built service, up and answering. */
export async function start(env: Env): Promise<RunningService> {
  built('node');
  const service = await startService(env, { options: shortLived });
  running.add(service.process);
  return service;
}

/** Ends it as a power cut would; resolves when it is gone. */
export async function kill({ process: child }: RunningService): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** The exit code after SIGTERM, and how long that took. */
export async function terminate({
  process: child,
}: RunningService): Promise<Readonly<{ code: number | null; milliseconds: number }>> {
  const before = performance.now();
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return { code: await gone, milliseconds: performance.now() - before };
}

/** What an operator must never be shown: where in the program a fault was thrown. */
export const stackLine = /^\s+at .*[:(]\d+/m;
