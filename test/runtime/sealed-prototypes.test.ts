import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Written = readonly (readonly [name: string, members: readonly string[]])[];
const run = (...args: readonly string[]): Written => {
  const script = join(import.meta.dirname, 'poison-library.ts');
  return JSON.parse(execFileSync(process.execPath, ['--no-warnings', script, ...args], { encoding: 'utf8' }));
};
const names = Object.getOwnPropertyNames(Object.prototype);

describe('the JSON-LD library by itself, with documents that name nodes as plain objects name their members,', () => {
  // Where this no longer holds, the library was mended, and the next test proves nothing.
  test('writes into what all objects share, for each name', () => {
    const written = run();
    expect(written.map(([name]) => name).sort()).toEqual(names.sort());
    for (const [name, members] of written) expect(members.length, name).toBeGreaterThan(0);
  });

  test('writes nothing there where the prototypes are sealed', () => {
    const written = run('sealed');
    expect(written.map(([name]) => name).sort()).toEqual(names.sort());
    for (const [name, members] of written) expect(members, name).toEqual([]);
  });
});

describe('where the prototypes are sealed', () => {
  test.each(
    [Object, Function, Array, String, Number, Boolean, RegExp, Date, Map, Set, Promise].map(
      ({ name, prototype }) => [name, prototype] as const,
    ),
  )('nothing can be added to that of %s, or to a function that it has', (_, prototype) => {
    expect(Object.isSealed(prototype)).toBe(true);
    const members = Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap((one) => Object.values(one));
    const functions = members.filter((member) => typeof member === 'function');
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter((member) => Object.isExtensible(member))).toEqual([]);
  });

  test('an object can still be given what its prototype has', () => {
    const own: { toString: () => string } = {};
    own.toString = () => 'mine';
    expect(own.toString()).toBe('mine');
    expect(Object.hasOwn(own, 'toString')).toBe(true);
  });
});
