import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, explain, findCommand } from '../../src/runtime/commands/commands.ts';
import { readInstitution } from '../../src/runtime/commands/institution-file.ts';
import { roles } from '../../src/domain/institution/staff.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const handbook = read('docs/operations.md');

/** The first cell of each row of the tables below this heading. */
const firstCells = (heading: string) => {
  const section = handbook.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell);
};

test('the institution in docs/operations.md is one that the command takes', () => {
  const [, json = ''] = /```json\n(.*?)```/s.exec(handbook) ?? [];
  const institution: unknown = JSON.parse(json);
  expect(readInstitution(institution)).toEqual(institution);
});

test('docs/operations.md has every variable that is read, and no other', () => {
  const variables = [...read('src/runtime/config.ts').matchAll(/\bread(?:<[^(]*>)?\(\s*'([A-Z_]+)'/g)].map(
    ([, name]) => name,
  );
  expect(variables.length).toBeGreaterThan(6);
  expect(firstCells('Configuration').sort()).toEqual([...new Set(variables)].sort());
});

test('docs/operations.md has every command', () => {
  for (const name of Object.keys(commands))
    expect(handbook).toMatch(new RegExp(`(cli --|npm run) ${name}|\`${name}\``));
});

test('docs/operations.md has every role', () => {
  expect(firstCells('Institutions, staff and keys').sort()).toEqual([...roles, 'none'].sort());
});

/** What is typed after `npm run cli --` in a page, words in quotes as one, up to a comment or the end of the code. */
const typedIn = (page: string): readonly string[][] =>
  [...page.matchAll(/npm run cli -- ([^#`\n]+)/g)].map(([, line = '']) =>
    [...line.matchAll(/(?:[^\s"]+|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', '')),
  );

test.each(['README.md', 'deploy/README.md', 'docs/operations.md', 'docs/data-protection.md', 'docs/security.md'])(
  'every command in %s is one, with what it takes',
  (path) => {
    for (const words of typedIn(read(path))) {
      // A sentence may name a command without what it takes.
      const isNamed = ['COMMAND', '…'].some((word) => words.includes(word)) || Object.hasOwn(commands, words.join(' '));
      const found = findCommand(words.filter((word) => !word.startsWith('[')));
      expect(isNamed || found !== undefined, words.join(' ')).toBe(true);
    }
  },
);

test('the pages that say how to do it have commands to look at', () => {
  expect(typedIn(handbook).length).toBeGreaterThan(20);
  expect(typedIn(read('docs/data-protection.md')).length).toBeGreaterThan(4);
});

test('the usage has every command, those of a noun together', () => {
  const lines = explain([]).filter((line) => /^ {2}\S/.test(line));
  expect(lines).toHaveLength(Object.keys(commands).length);
  const nouns = lines.map((line) => line.trim().split(' ')[0]);
  expect(nouns.filter((noun, index) => noun !== nouns[index - 1])).toEqual([...new Set(nouns)]);
  const ofUnit = explain(['unit']).filter((line) => /^ {2}\S/.test(line));
  expect(ofUnit.map((line) => line.trim().split(' ').slice(0, 2).join(' '))).toEqual([
    'unit list',
    'unit add',
    'unit rename',
  ]);
});
