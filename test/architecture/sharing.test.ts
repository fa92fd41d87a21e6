import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { alone } from '../../vitest.config.ts';
import { importsOf, root } from './imports.ts';

const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && !path.startsWith('test/long/'));
const isAlone = (path: string): boolean => alone.some((pattern) => matchesGlob(path, pattern));

/** These clean up when the first file ends that imports them, and a module that is replaced stays replaced. */
const needsItsOwn = (path: string): boolean =>
  /^vi\.mock\(/m.test(readFileSync(join(root, path), 'utf8')) ||
  importsOf(path).some(({ from }) => /\/(processes|first-start|embedded)\.ts$/.test(from ?? ''));

test('what starts processes or replaces a module runs in a process of its own', () => {
  expect(files.filter((path) => needsItsOwn(path) && !isAlone(path))).toEqual([]);
  expect(alone.filter((pattern) => !files.some((path) => matchesGlob(path, pattern)))).toEqual([]);
});

// A second reader would run the tests of the first as its own, or, in one process with it, leave it none.
test('no file of tests imports another', () => {
  const importing = files.filter((path) => importsOf(path).some(({ from }) => from?.endsWith('.test.ts')));
  expect(importing).toEqual([]);
});
