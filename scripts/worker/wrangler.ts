import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export type Environment = Readonly<Record<string, string>>;
export type Wrangler = Readonly<{
  /** What it has printed so far. */
  output(): string;
  hasEnded(): boolean;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it, and the workerd that it started. */
  stop(): Promise<void>;
}>;

const root = resolve(import.meta.dirname, '../..');
/** How long it may take to end by itself. */
const graceInMs = 5_000;

/** Nothing goes out, nothing is asked, and what it keeps goes into the folder that is its home. */
const keepsToItself = (home: string): Environment => ({
  HOME: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  WRANGLER_SEND_METRICS: 'false',
  // The banner is where it asks the registry for a newer version.
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
});

/** Runs wrangler in the project, offline. `home` is a temporary folder of the caller's. */
export function startWrangler(args: readonly string[], home: string, env: Environment = {}): Wrangler {
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'node_modules/wrangler/wrangler-dist/cli.js'), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...keepsToItself(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that workerd can be ended even where wrangler fell.
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return {
    output: () => printed,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), graceInMs);
  await ended;
  clearTimeout(timer);
  killGroup(child);
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
