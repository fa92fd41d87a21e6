import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Poisoning = Readonly<{ faults: readonly string[]; tried: number }>;

/** In another process, so that what else protects the prototypes of this one takes no part. */
export async function runPoison(...words: readonly '--all'[]): Promise<Poisoning> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'poison-run.ts'), ...words],
    { maxBuffer: 10_000_000 },
  );
  return JSON.parse(stdout) as Poisoning;
}
