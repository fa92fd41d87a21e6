import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './imports.ts';

const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };

/** Whatever stands for a name of one's own is in capitals. */
const paths = [...guide.matchAll(/`((?:src|test|docs|schemas|openapi|scripts)\/[^`\s]*)`|\]\(([^)]+)\)/g)]
  .map(([, code, link]) => code ?? link ?? '')
  .map((path) => path.replace(/NAME.*$/, ''));

test('CONTRIBUTING.md names files and folders that are there', () => {
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('CONTRIBUTING.md names scripts that are there', () => {
  const named = [...guide.matchAll(/`npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(named).toContain('check');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
