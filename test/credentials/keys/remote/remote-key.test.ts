import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyAlgorithms } from '../../../../src/credentials/keys/algorithms/index.ts';
import { isKeyName, readRemoteKey, writeRemoteKey } from '../../../../src/credentials/keys/remote/remote-key.ts';
import { transitPath, transitTypes } from '../../../../src/credentials/keys/remote/transit.ts';

test('every kind of key has a row in the table of the transit API', () => {
  expect(Object.keys(transitTypes).sort()).toEqual(keyAlgorithms.map(({ id }) => id).sort());
});

test('what is written into the record is read again', () => {
  const name = fc.stringMatching(/^\w([\w.-]{0,126}\w)?$/);
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 999_999_999 }), (name, version) => {
      expect(readRemoteKey(writeRemoteKey({ name, version }))).toEqual({ name, version });
      expect(new URL(`http://localhost${transitPath('sign', name)}`).pathname).toBe(`/v1/transit/sign/${name}`);
    }),
  );
});

test.each(['', '.', '..', '-a', 'a-', 'a/b', 'a%2fb', 'a b', 'a?b', 'a#b', 'ä', 'a\n', 'a'.repeat(129), '../keys/a'])(
  '%j is no name of a key',
  (name) => {
    expect(isKeyName(name)).toBe(false);
    expect(readRemoteKey(`transit.v1.${name}`)).toBeUndefined();
  },
);

test.each([
  '',
  'v1.aaaa.bbbb',
  'transit.v0.a',
  'transit.v01.a',
  'transit.v1',
  'transit.v-1.a',
  'transit.vx.a',
  'vault:v1:a',
])('%j is no remote key', (text) => {
  expect(readRemoteKey(text)).toBeUndefined();
});
