/**
 * Every goal of docs/benchmarks.md beside what it is measured by, interleaved in one run, with documents and names of its
 * own in each round; medians. `npm run bench`, `npm run --silent bench -- --json`; `--rounds 300`, `--growth 3000`
 * (`--full`: 100 000), `--only reading` for the families with that in their name.
 */
import '../../src/runtime/sealed-prototypes.ts';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { inProcess } from './families/in-process.ts';
import { growing } from './families/growing.ts';
import { reading } from './families/reading.ts';
import { serving } from './families/serving.ts';
import { statements } from './families/statements.ts';
import type { Family } from './family.ts';
import { bundleReference } from './reference/bundle.ts';
import { type BenchRow, toTable } from './row.ts';
import { endLoad } from './servers/load.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '200' },
    growth: { type: 'string', default: '3000' },
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
/** This file runs bundled, in `dist/`. */
const root = dirname(import.meta.dirname);
const library = await bundleReference(root);
const databases = ['PostgreSQL', 'PGlite'] as const;
const families: readonly Family[] = [
  inProcess(library),
  ...databases.map((database) => serving(root, library, database)),
  ...databases.map((database) => reading(root, database)),
  statements,
  growing(root),
];

const settings = { rounds: Number(values.rounds), growth: values.full ? 100_000 : Number(values.growth) };
const rows: BenchRow[] = [];
for (const { name, measure } of families.filter(({ name }) => name.includes(values.only))) {
  const say = (line: string) => void process.stderr.write(`${name}: ${line}\n`);
  say('begins');
  rows.push(...(await measure({ ...settings, say })));
}
await endLoad();
const heading = `${settings.rounds} rounds, ${settings.growth} awards in the growth rows, Node ${process.versions.node}`;
process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : `${heading}\n\n${toTable(rows)}\n`);
