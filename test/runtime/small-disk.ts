import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './processes.ts';

const run = promisify(execFile);

/** A disk of its own, small enough to fill. */
export type SmallDisk = Readonly<{
  folder: string;
  /** Fills it with a file of somebody else's, until so many bytes are left. */
  fill(leave: number): void;
  /** Takes that file away again. */
  empty(): void;
  enlarge(megabytes: number): Promise<void>;
  remove(): Promise<void>;
}>;

/** Undefined where this machine lets us mount none: that takes root, on Linux. */
export async function smallDisk(kilobytes: number): Promise<SmallDisk | undefined> {
  const folder = join(await temporaryFolder(), 'disk');
  mkdirSync(folder);
  const mount = (...words: readonly string[]) => run('mount', ['-t', 'tmpfs', ...words, 'tmpfs', folder]);
  const isMounted = await mount('-o', `size=${kilobytes}k`).then(
    () => true,
    () => false,
  );
  if (!isMounted) return undefined;
  const filler = join(folder, 'of-somebody-else');
  return {
    folder,
    fill(leave) {
      const file = openSync(filler, 'w');
      while (roomOn(folder) > leave) writeSync(file, Buffer.alloc(Math.min(65_536, roomOn(folder) - leave)));
      closeSync(file);
    },
    empty: () => rmSync(filler),
    enlarge: async (megabytes) => void (await run('mount', ['-o', `remount,size=${megabytes}m`, folder])),
    remove: async () => void (await run('umount', ['--lazy', folder])),
  };
}

function roomOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Starts the built service where no file may grow beyond this, and waits until it has ended. */
export async function startWithSmallFiles(
  env: Readonly<Record<string, string>>,
  kilobytes: number,
): Promise<Readonly<{ code: number | null; stderr: string }>> {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', 'dist/node.js'];
  // In bash a block of `ulimit -f` is 1024 bytes; in dash, which may be sh, 512.
  const child = spawn('bash', ['-c', `ulimit -f ${kilobytes} && exec "$@"`, 'bash', ...node], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}
