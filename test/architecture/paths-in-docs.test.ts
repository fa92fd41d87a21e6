import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './imports.ts';

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(join(root, file)));

/** The change log tells of files that went since. */
const pages = files.filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md');
const sources = files.filter(
  (file) => /^(?:src|test|scripts)\/.*\.tsx?$/.test(file) && !/^src\/generated\//.test(file),
);

type Line = Readonly<{ file: string; line: string }>;
const linesOf = (file: string): Line[] =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line) => ({ file, line }));
const prose = pages.flatMap(linesOf);
const comments = sources.flatMap(linesOf).filter(({ line }) => /(?:^\s*\/?\*|(?:^|\s)\/\/\s)/.test(line));

/** Every hit of the pattern in these lines that names nothing. In capitals stands a name that the reader chooses. */
const missing = (lines: readonly Line[], pattern: RegExp, isThere: (path: string, file: string) => boolean) =>
  lines.flatMap(({ file, line }) =>
    [...line.matchAll(pattern)]
      .map(([hit, part = hit]) => part.replace(/(?:NAME|SUBJECT|PAGE).*$/, '').replace(/\.$/, ''))
      .filter((path) => !isThere(path, file))
      .map((path) => `${file}: ${path}`),
  );
const inTree = (path: string) => existsSync(join(root, path));
const endsLikeAFile = (path: string) =>
  path === '' || path.endsWith('/') || files.some((file) => `/${file}`.endsWith(`/${path}`));

const folderAndPath = /(?<![\w./@:-])(?:src|test|scripts|docs|schemas|openapi|deploy|demo)\/[\w./-]*/g;
const sourceFile = /(?<![\w./@:-])[\w./-]*\w\.tsx?\b/g;

test('a path in a document or a comment is there', () => {
  expect(prose.length + comments.length).toBeGreaterThan(1_000);
  expect(missing([...prose, ...comments], folderAndPath, inTree)).toEqual([]);
});

test('a source file that a document or a comment names is there, whatever part of its path is given', () => {
  expect(missing([...prose, ...comments], sourceFile, endsLikeAFile)).toEqual([]);
});

test('a link from one document to another leads somewhere', () => {
  const link = /\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/g;
  expect(missing(prose, link, (path, file) => inTree(normalize(join(dirname(file), path))))).toEqual([]);
});

test('each decision has a number of its own, in its name and in its heading', () => {
  const decisions = files.filter((file) => file.startsWith('docs/decisions/'));
  const numbers = decisions.map((file) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
  expect(new Set(numbers).size).toBe(decisions.length);
  const headings = decisions.map((file) => Number(/^# (\d+)\. /.exec(readFileSync(join(root, file), 'utf8'))?.[1]));
  expect(headings).toEqual(numbers);
});

test('a decision that is referred to by its number is there', () => {
  const number = /(?:\b[Dd]ecision (?=\d{1,2}\b)|\bdecisions\/)(\d+)/g;
  const isThere = (given: string) => files.some((file) => file.startsWith(`docs/decisions/${given.padStart(4, '0')}-`));
  expect(missing([...prose, ...comments], number, isThere)).toEqual([]);
});
