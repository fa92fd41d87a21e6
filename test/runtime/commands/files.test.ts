import { describe, expect, test } from 'vitest';
import { readDocument, readJson } from '../../../src/runtime/commands/files.ts';

describe('the JSON of a file that a command names', () => {
  test.each([
    ['{"a":1', /^f\.json is not JSON: /],
    ['', /^f\.json is not JSON: /],
    ['{"name":"A","b":{"c":1,"c":1}}', 'f.json has /b/c twice, and only one of the two can be meant.'],
  ])('refused: %s', (text, message) => {
    expect(() => readJson('f.json', { 'f.json': text })).toThrow(message);
    expect(() => readDocument('f.json', { 'f.json': text })).toThrow(message);
  });

  test('is read', () => expect(readJson('f', { f: '{"a":[{"b":1},{"b":2}]}' })).toEqual({ a: [{ b: 1 }, { b: 2 }] }));
  test('or left as it is, where it is the compact form of a signature', () =>
    expect(readDocument('f', { f: ' eyJ.eyJ.sig\n' })).toBe('eyJ.eyJ.sig'));
});
