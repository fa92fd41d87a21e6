import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: (name) => name.startsWith('src/generated') });

type Line = Readonly<{ file: string; level?: string; message?: string }>;

/** Every call of `log` in a source, with its words where they are written out. */
function linesOf(file: string, source: string): readonly Line[] {
  const calls = source.matchAll(/(?<![\w.])(?:\w+\.)?log\(\s*(?!level: )(?!error\))(?=([\s\S]{0,300}))/g);
  return [...calls].map(([, words = '']) => {
    const [, level, message] = /^'(info|error)',\s*'([^']+)'/.exec(words) ?? [];
    return level === undefined || message === undefined ? { file } : { file, level, message };
  });
}

const lines = sources.flatMap((file) => linesOf(file, readFileSync(join(root, file), 'utf8')));
const written = lines.filter(({ message }) => message !== undefined);

const [, section = ''] = readFileSync(join(root, 'docs/operations.md'), 'utf8').split(/^## What the log says$/m);
const rows = [
  ...(section.split(/^## /m)[0] ?? '').matchAll(/^\| `([^`]+)`( \(error\))? +\| ([^|]+)\| ([^|]+)\|$/gm),
].map(([, message = '', level, means = '', remedy = '']) => ({
  message,
  level: level === undefined ? 'info' : 'error',
  means: means.trim(),
  remedy: remedy.trim(),
}));

describe('docs/operations.md has a row for each message of the log', () => {
  test.each(written)('$level: $message', ({ message, level }) => {
    const row = rows.find((one) => one.message === message);
    expect(row).toMatchObject({ level, means: expect.stringMatching(/\w{2}/), remedy: expect.stringMatching(/\w{2}/) });
  });

  test('and none for what is not said', () => {
    const said = new Set(written.map(({ message }) => message));
    // Those two are made in log.ts, of a code.
    const made = ['database error CODE', 'system error CODE'];
    expect(rows.map(({ message }) => message).filter((one) => !said.has(one) && !made.includes(one))).toEqual([]);
  });
});

test('every message is written out where it is said, but for faults of ours', () => {
  expect(written.length).toBeGreaterThan(5);
  expect(lines.filter(({ message }) => message === undefined).map(({ file }) => file)).toEqual(['src/runtime/log.ts']);
});

test('a call is found however it is laid out, and a message that is put together is noticed', () => {
  expect(linesOf('a.ts', "log('info', 'one', { a: 1 }); ports.log(\n  'error',\n  'two',\n)")).toEqual([
    { file: 'a.ts', level: 'info', message: 'one' },
    { file: 'a.ts', level: 'error', message: 'two' },
  ]);
  expect(linesOf('a.ts', "log('error', `three ${x}`)")).toEqual([{ file: 'a.ts' }]);
});
