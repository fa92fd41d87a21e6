import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interleave, median } from '../../scripts/bench/interleave.ts';
import { createOriginal } from '../../scripts/bench/reference/original.ts';
import { benchRow, toTable } from '../../scripts/bench/row.ts';

describe('a row of the benchmark', () => {
  test.each([
    [2, 1, '≤ 2', 'ours ÷ reference', 2, true],
    [2.01, 1, '≤ 2', 'ours ÷ reference', 2.01, false],
    [1, 30, '≥ 30', 'reference ÷ ours', 30, true],
    [1, 29, '≥ 30', 'reference ÷ ours', 29, false],
    [14, undefined, '≤ 8', 'ours ÷ reference', 14, false],
  ] as const)('of %s beside %s, to be %s as %s, is %s: %s', (ours, reference, must, direction, ratio, holds) => {
    const measured = { name: 'a', ours, ...(reference !== undefined && { reference }) };
    expect(benchRow(measured, { must }, direction)).toMatchObject({ ratio, holds });
  });

  test('stands in the table with what it is to be', () => {
    const row = benchRow({ name: 'a ÷ b', ours: 3, reference: 2 }, { must: '≤ 1', aim: '≤ 0.5' });
    expect(toTable([row]).split('\n').at(-1)).toBe('| a ÷ b | 3 | 2 | 1.5 | ≤ 1 | ≤ 0.5 | no |');
  });
});

test('the middle value is the median', () => {
  expect(median([5, 1, 3])).toBe(3);
});

test('contenders take turns, and neither warming up nor preparing counts', async () => {
  const done: string[] = [];
  let meter = 0;
  const contender = (name: string, takes: number) => ({
    name,
    prepare: (round: number) => {
      done.push(`${name}${round} prepared`);
      meter += 100;
    },
    run: (round: number) => {
      done.push(`${name}${round}`);
      meter += round === 0 ? 1_000 : takes;
    },
    meter: () => meter,
  });
  const taken = await interleave([contender('a', 2), contender('b', 3)], { rounds: 1, warmUp: 1 });
  expect([taken('a'), taken('b')]).toEqual([2, 3]);
  const turns = ['a0 prepared', 'a0', 'b0 prepared', 'b0', 'a1 prepared', 'a1', 'b1 prepared', 'b1'];
  expect(done).toEqual(turns);
});

describe('a patched file', () => {
  const patch = `diff --git a/node_modules/p/lib/a.js b/node_modules/p/lib/a.js
--- a/node_modules/p/lib/a.js
+++ b/node_modules/p/lib/a.js
@@ -1,3 +1,3 @@
 one
-two
+zwei
 three
@@ -10,2 +10,3 @@ function f() {
 ten
+ten and a half
 eleven
`;
  const patched = 'one\nzwei\nthree\nfour\nten\nten and a half\neleven\n';

  function inFolder(text: string, read: (original: ReturnType<typeof createOriginal>, path: string) => void): void {
    const folder = mkdtempSync(join(tmpdir(), 'mikromerit-patch-'));
    try {
      mkdirSync(join(folder, 'node_modules/p/lib'), { recursive: true });
      writeFileSync(join(folder, 'p.patch'), patch);
      const path = join(folder, 'node_modules/p/lib/a.js');
      writeFileSync(path, text);
      read(createOriginal(join(folder, 'p.patch')), path);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('is given as it was before', () => {
    inFolder(patched, (original, path) => expect(original(path)).toBe('one\ntwo\nthree\nfour\nten\neleven\n'));
  });

  test('that is not as the patch leaves it is refused', () => {
    inFolder(patched.replace('zwei', 'deux'), (original, path) => expect(() => original(path)).toThrow(/patch leaves/));
  });

  test('and others are left alone', () => {
    inFolder(patched, (original, path) => expect(original(path.replace('a.js', 'b.js'))).toBeUndefined());
  });
});
