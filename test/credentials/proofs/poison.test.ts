import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** In another process, so that what else protects the prototypes of this one takes no part. */
test('no document names a node, a type or a member as every object names something', { timeout: 300_000 }, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'poison-run.ts')],
    { maxBuffer: 10_000_000 },
  );
  const { faults, tried } = JSON.parse(stdout) as { faults: readonly string[]; tried: number };
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(50_000);
});
