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
type Options = Readonly<{
  /** A temporary folder of the caller's, for whatever wrangler keeps. */
  home: string;
  env?: Environment;
  /** Told everything that wrangler prints, as it comes. */
  print?: ((text: string) => void) | undefined;
}>;

const root = resolve(import.meta.dirname, '../..');
/** How long it may take to end by itself. */
const graceInMs = 5_000;

/** Nothing goes out, nothing is asked, and nobody's account is used. */
const keepsToItself = (home: string): Environment => ({
  HOME: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  WRANGLER_SEND_METRICS: 'false',
  // With the banner goes the question to the registry whether there is a newer version.
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
});

/** Runs wrangler on the project, offline. */
export function startWrangler(args: readonly string[], { home, env, print }: Options): Wrangler {
  const cli = join(root, 'node_modules/wrangler/wrangler-dist/cli.js');
  const child = spawn(process.execPath, ['--no-warnings', cli, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...keepsToItself(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that workerd can be ended even where wrangler fell.
    detached: true,
  });
  let printed = '';
  const keep = (text: string) => {
    printed += text;
    print?.(text);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
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
