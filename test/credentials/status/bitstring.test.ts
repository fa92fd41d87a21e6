import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitAt, decodeBits, encodeBits, indexOf, StatusListFault } from '../../../src/credentials/status/bitstring.ts';
import { statusListLength } from '../../../src/domain/award/status-list.ts';

const packed = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`;

test('index 0 is the left-most bit', async () => {
  const bits = await decodeBits(packed(Uint8Array.from([0x80, 0x01])));
  expect(Array.from({ length: 16 }, (_, index) => index).filter((index) => bitAt(bits, index))).toEqual([0, 15]);
});

test('what is encoded is decoded: these bits and no others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(statusListLength - 1), { maxLength: 50 }), async (set) => {
      const bits = await decodeBits(await encodeBits(statusListLength, set));
      expect(bits.length).toBe(16_384);
      const found = Array.from({ length: statusListLength }, (_, index) => index).filter((index) => bitAt(bits, index));
      expect(found).toEqual([...set].sort((one, other) => one - other));
    }),
    { numRuns: 10 },
  );
});

test('an entry beyond the list is not encoded', async () => {
  await expect(encodeBits(8, [8])).rejects.toThrow(RangeError);
  await expect(encodeBits(8, [-1])).rejects.toThrow(RangeError);
});

test('a gzip bomb is cut off', async () => {
  const bomb = packed(new Uint8Array(128 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1_000_000);
  const before = process.memoryUsage().arrayBuffers;
  await expect(decodeBits(bomb)).rejects.toThrow('more than a status list can be');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});

test.each([
  [undefined],
  [5],
  [''],
  ['u'],
  ['u!!!'],
  ['uAAAA'],
  [`z${packed(new Uint8Array(4)).slice(1)}`],
  [packed(new Uint8Array(99)).slice(0, 20)],
  ['u'.padEnd(3_500_000, 'A')],
])('no status list: %.20s', async (encoded) => {
  await expect(decodeBits(encoded)).rejects.toThrow(StatusListFault);
});

test('an index is a whole number in plain digits', () => {
  expect(['0', '7', '94567'].map(indexOf)).toEqual([0, 7, 94567]);
  expect(
    ['', '-1', '5abc', '05', '1.0', '1e3', ' 5', '５', 5, null, undefined, ['5'], '9'.repeat(30)].map(indexOf),
  ).toEqual(Array(13).fill(undefined));
});
