import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/runtime/commands/commands.ts';
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
