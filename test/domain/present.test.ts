import { expect, expectTypeOf, test } from 'vitest';
import { isObject } from '../../src/domain/shared/json.ts';
import { present } from '../../src/domain/shared/present.ts';

test('leaves out what is undefined, and nothing else', () => {
  expect(present({ a: undefined, b: null, c: 0, d: '', e: false, f: [] })).toStrictEqual({
    b: null,
    c: 0,
    d: '',
    e: false,
    f: [],
  });
});

test('a member that is always there stays so to the compiler', () => {
  const found = present({ id: '1', note: undefined as string | undefined });
  expectTypeOf(found.id).toEqualTypeOf<string>();
  expectTypeOf<{ id: string; note?: string }>().toExtend<typeof found>();
});

test.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  ['{}', false],
  [undefined, false],
])('whether %j is a JSON object', (value, is) => {
  expect(isObject(value)).toBe(is);
});
