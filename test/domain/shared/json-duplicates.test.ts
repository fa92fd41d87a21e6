import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateMember } from '../../../src/domain/shared/json-duplicates.ts';

const twice: readonly (readonly [string, string])[] = [
  ['{"a":1,"a":1}', '/a'],
  ['{"a":1,"b":{"c":[0,{"d":1,"e":2,"d":3}]}}', '/b/c/1/d'],
  ['[{"x":1},{"x":1,"\\u0078":2}]', '/1/x'],
  ['{"a/b":1,"c":2,"a\\/b":3}', '/a~1b'],
  ['{"~":1,"~":2}', '/~0'],
  ['{"":1,"":2}', '/'],
  ['{"a" : "x\\"{,", "a" :2}', '/a'],
  ['{"__proto__":1,"__proto__":2}', '/__proto__'],
  ['{"a":{"a":1},"b":[],"c":{},"b":1}', '/b'],
  ['{"credential":{"id":"x"},"credential":{"id":"y"}}', '/credential'],
];
const once = ['{}', '[]', '"a"', '1', '{"a":"a","b":"a"}', '[{"a":1},{"a":1}]', '{"a":{"a":{"a":1}}}', '["a","a"]'];

describe('members that an object has twice', () => {
  it.each(twice)('%s: %s', (text, pointer) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(duplicateMember(text)).toBe(pointer);
  });

  it.each(once)('not in %s', (text) => expect(duplicateMember(text)).toBeUndefined());

  it('never in what JSON.stringify writes, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(duplicateMember(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  it('in any object that is given one of its members again, at any depth', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(objects, fc.array(fc.string()), (object, path) => {
        const [name = ''] = Object.keys(object);
        const body = JSON.stringify(object).slice(0, -1);
        const inner = `${body},${JSON.stringify(name)}:0}`;
        const text = path.reduceRight((whole, key) => `{${JSON.stringify(key)}:[1,${whole}]}`, inner);
        const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
        const expected = [...path.flatMap((key) => [escape(key), '1']), escape(name)]
          .map((part) => `/${part}`)
          .join('');
        expect(duplicateMember(text)).toBe(expected);
      }),
    );
  });
});
