import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './imports.ts';

// Put together here, so that this file may itself be scanned.
const machinePlaces = ['work', 'tmp'].map((name) => `/${name}/`);
const registry = ['registry', 'npmjs'].join('.');
const lockFile = 'package-lock.json';

/** What is committed, and what a commit of everything would add. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(join(root, file)))
  .map((file) => ({ file, lines: readFileSync(join(root, file), 'latin1').split('\n') }));

function linesWith(isFault: (line: string) => boolean): string[] {
  return files
    .filter(({ file }) => file !== lockFile)
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, index) => (isFault(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
    );
}

test('no file names a place on one machine', () => {
  expect(linesWith((line) => machinePlaces.some((place) => line.includes(place)))).toEqual([]);
});

test('no file but the lock file names a package registry', () => {
  expect(linesWith((line) => line.includes(registry))).toEqual([]);
});

test('the lock file names no other host', () => {
  const lines = files.find(({ file }) => file === lockFile)?.lines ?? [];
  const elsewhere = lines.filter((line) => line.includes('"resolved":') && !line.includes(`"https://${registry}.org/`));
  expect(elsewhere).toEqual([]);
});
