/** Everything that can be said about the sources without running them. One line per step; exits with 1 if any fails. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Step = readonly [name: string, run: () => Promise<string | undefined>];

const root = join(import.meta.dirname, '..');
const atOnce = 2;
const steps: readonly Step[] = [
  ['types', () => node('node_modules/typescript/bin/tsc', '--noEmit')],
  ['lint', () => node('node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.')],
  ['format', () => node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['contract', () => node('node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi/index.yaml', '--format=stylish')],
  ['generated', compareGenerated],
];

const waiting = [...steps];
const failures: string[] = [];
await Promise.all(Array.from({ length: atOnce }, runSteps));
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function runSteps(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, run] = step;
    const start = performance.now();
    const fault = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${fault === undefined ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds} s`);
    if (fault !== undefined) failures.push(`\n── ${name} ──\n${fault.trim()}`);
  }
}

/** Runs a script with this very Node; undefined where it exits with 0, and what it printed where it does not. */
function node(script: string, ...args: readonly string[]): Promise<string | undefined> {
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const options = { cwd: root, env: { ...process.env, ...quiet }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) =>
    execFile(process.execPath, [join(root, script), ...args], options, (error, stdout, stderr) =>
      resolve(error ? stdout + stderr || error.message : undefined),
    ),
  );
}

async function compareGenerated(): Promise<string | undefined> {
  const fresh = await mkdtemp(join(tmpdir(), 'mikromerit-generated-'));
  const committed = join(root, 'src/generated');
  try {
    const fault = await node('scripts/generate.ts', fresh);
    if (fault !== undefined) return fault;
    const names = new Set([...(await readdir(fresh)), ...(await readdir(committed))]);
    const differs = await Promise.all(
      [...names].map(async (name) => ((await sameBytes(join(fresh, name), join(committed, name))) ? [] : [name])),
    );
    const stale = differs.flat();
    return stale.length > 0 ? `Run npm run generate; these differ: ${stale.join(', ')}` : undefined;
  } finally {
    await rm(fresh, { recursive: true });
  }
}

async function sameBytes(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => readFile(path).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.equals(b);
}
