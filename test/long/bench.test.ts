import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import type { BenchRow } from '../../scripts/bench/row.ts';
import { root } from '../architecture/imports.ts';

let rows: readonly BenchRow[];
let said: string;
beforeAll(async () => {
  const words = [join(root, 'dist/bench.js'), '--json', '--rounds', '2', '--growth', '1000'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { maxBuffer: 10_000_000 });
  rows = JSON.parse(stdout) as readonly BenchRow[];
  said = stderr;
});

test('says line by line what it does, and gives every row as data', () => {
  expect(said).toContain('in process: verifying');
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(['name', 'ours', 'reference', 'ratio', 'must', 'aim', 'holds']);
    for (const value of [row.ours, row.ratio, row.reference ?? 1]) expect(value, row.name).toBeGreaterThan(0);
    for (const bound of [row.must, row.aim]) expect(bound ?? '≤ 1').toMatch(/^[≤≥] \d+(\.\d+)?$/);
  }
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

test.each([
  ['issue a known achievement', '≤ 3', 1],
  ['@digitalbazaar/vc ÷ issue a known achievement', '≥ 30', 1],
  ['verify our own credential', '≤ 2.5', 1],
  ['verify over HTTP', '≥ 15', 2],
  ['issue over HTTP', '≥ 5', 2],
  ['stored certificates, 200', '≤ 2.5', 2],
  ['stored certificates, 304', '≤ 1.5', 2],
  ['did.json, 200', '≤ 2.5', 2],
  ['status list, 200', '≤ 2.5', 2],
  ['version, 200', '≤ 2.5', 2],
  ['database statements of a single award', '≤ 8', 1],
  ['award 1001 over HTTP', '≤ 1.2', 1],
  ['page 1000 of a list of awards', '≤ 1.2', 1],
])('%s is among them with its goal, for each database', (begin, must, count) => {
  expect(rows.filter((row) => row.name.startsWith(begin)).map((row) => row.must)).toEqual(Array(count).fill(must));
});
