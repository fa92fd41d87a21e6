import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, root, sourceFiles } from './imports.ts';

/** Written by the generator, not by hand. */
const isGenerated = (file: string): boolean => file.startsWith('src/generated/');
const files = sourceFiles();
const known = new Set(files);
const graph = new Map(files.map((file) => [file, targetsOf(file)]));

function targetsOf(file: string): readonly string[] {
  return importsOf(file)
    .map(({ from }) => from)
    .filter((from) => from?.startsWith('.'))
    .map((from) => posix.join(posix.dirname(file), from!))
    .filter((target) => known.has(target));
}

/** The shortest way from a file back to itself, if there is one. */
function circleThrough(start: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return wayTo(file, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let at = end; at !== start;) {
    at = cameFrom.get(at)!;
    way.unshift(at);
  }
  return way;
}

/** Those imports of the files below `folder` that lead somewhere where `forbids` is true. */
const offences = (folder: string, forbids: (target: string) => boolean): readonly string[] =>
  files
    .filter((file) => file.startsWith(folder))
    .flatMap((file) => (graph.get(file) ?? []).filter(forbids).map((target) => `${file} imports ${target}`));

/** These files and all that they import, near or far. */
function reachedFrom(start: readonly string[]): ReadonlySet<string> {
  const reached = new Set(start);
  for (const file of reached) for (const target of graph.get(file) ?? []) reached.add(target);
  return reached;
}

const subjects = ['institution', 'catalogue', 'enrolment', 'award'] as const;

describe('files of src/', () => {
  test('import each other in no circle, types included', () => {
    expect(files.map(circleThrough).filter((circle) => circle !== undefined)).toEqual([]);
  });
});

/** What people write: not what is generated, nor samples and vectors, which come from elsewhere. */
const written = ['src', 'test', 'scripts', 'demo'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !isGenerated(file) && !/^test\/(samples|vectors)\//.test(file)),
);

describe('files of src/, test/, scripts/ and demo/', () => {
  test('have at most 250 lines', () => {
    const long = written.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  test('stand at most fifteen in a folder', () => {
    const count = new Map<string, number>();
    for (const file of written) count.set(posix.dirname(file), (count.get(posix.dirname(file)) ?? 0) + 1);
    expect([...count].filter(([, number]) => number > 15)).toEqual([]);
  });
});

describe('a folder of one subject', () => {
  test.each(subjects)('services/%s uses the services of no other subject but institution', (subject) => {
    const others = subjects.filter((other) => other !== subject && other !== 'institution');
    const forbids = (target: string) => others.some((other) => target.startsWith(`src/services/${other}/`));
    expect(offences(`src/services/${subject}/`, forbids)).toEqual([]);
  });
});

describe('credentials/', () => {
  test('document is what signer and verifier both read, so it knows neither keys nor verification', () => {
    const forbids = (target: string) => /^src\/credentials\/(keys|verification)\//.test(target);
    expect(offences('src/credentials/document/', forbids)).toEqual([]);
  });

  test('verification takes the reading half of the forms, and composes and signs nothing by any way round', () => {
    const reached = [...reachedFrom(files.filter((file) => file.startsWith('src/credentials/verification/')))];
    const ofForms = reached.filter((file) => file.startsWith('src/credentials/forms/'));
    expect(ofForms).toContain('src/credentials/forms/readers.ts');
    expect(ofForms.filter((file) => !/[/-](readers|reading)\.ts$/.test(file))).toEqual([]);
    expect(
      reached.filter((file) => /^src\/credentials\/(index|keys\/(key-ring|checked-signer))\.ts$/.test(file)),
    ).toEqual([]);
  });

  test('a form imports no other form', () => {
    const formOf = (file: string) => /^src\/credentials\/forms\/([^/]+)\//.exec(file)?.[1];
    const between = files
      .filter((file) => formOf(file) !== undefined)
      .flatMap((file) => (graph.get(file) ?? []).map((target) => [file, target] as const))
      .filter(([file, target]) => formOf(target) !== undefined && formOf(target) !== formOf(file));
    expect(between).toEqual([]);
  });
});

describe('pages/', () => {
  test('public pages know nothing of those for staff', () => {
    expect(offences('src/pages/public/', (target) => target.startsWith('src/pages/staff/'))).toEqual([]);
  });
});
