/**
 * Runs vitest and ends with `N passed, N failed, N skipped`, after a list of what was skipped and why.
 * Arguments go to vitest: `npm test -- test/domain`. Exits as vitest does, and with 1 where no test ran.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tally } from './test-tally.ts';

const root = join(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'mikromerit-test-'));
const tallyFile = join(folder, 'tally.json');

const vitest = spawn(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    `--reporter=${join(import.meta.dirname, 'test-tally.ts')}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TALLY_FILE: tallyFile } },
);
const [exitCode] = (await once(vitest, 'exit')) as [number | null];

const { passed, failed, skipped } = await readTally();
await rm(folder, { recursive: true });
if (skipped.length > 0) console.log('Skipped:');
for (const { name, reason } of skipped) console.log(`  ${name} — ${reason ?? 'no reason given'}`);
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = passed + failed === 0 ? 1 : (exitCode ?? 1);

async function readTally(): Promise<Tally> {
  try {
    return JSON.parse(await readFile(tallyFile, 'utf8')) as Tally;
  } catch {
    // vitest fell before it could report: on a fault in its configuration, or because it was ended.
    return { passed: 0, failed: 0, skipped: [] };
  }
}
