import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Undo } from '../../postgres-server.ts';

export const meterOptions = (root: string): readonly string[] => [
  '--disable-warning=ExperimentalWarning',
  '--import',
  join(root, 'scripts/bench/servers/meter.js'),
];

/** The processor time of a process that was started with `meterOptions` and can be spoken to, in µs. */
export async function processorTime(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }];
  return cpu;
}

export type ReferenceServer = Readonly<{ process: ChildProcess; url: string }>;

/** Starts a program that sends its port when it listens. */
export async function startReference(
  root: string,
  script: string,
  words: readonly string[],
  undo: Undo[],
): Promise<ReferenceServer> {
  const child = fork(script, words, {
    execArgv: [...meterOptions(root)],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  undo.push(async () => void child.kill());
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { process: child, url: `http://127.0.0.1:${port}` };
}
