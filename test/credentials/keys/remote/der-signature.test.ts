import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { fromBER } from 'asn1js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDer } from '../../../../src/credentials/keys/remote/der-signature.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (given: Uint8Array | undefined) => given && Buffer.from(given).toString('hex');

/** As few bytes as it takes, with a zero before a high bit. */
function derInteger(value: Uint8Array): number[] {
  const start = value.findIndex((byte) => byte !== 0);
  const digits = [...value.subarray(start)];
  const body = (digits[0] ?? 0) > 127 ? [0, ...digits] : digits;
  return [2, body.length, ...body];
}
const derOf = (r: Uint8Array, s: Uint8Array) => {
  const body = [...derInteger(r), ...derInteger(s)];
  return Uint8Array.from([0x30, body.length, ...body]);
};

const curves = [
  { curve: 'P-256', hash: 'sha256', length: 64 },
  { curve: 'P-384', hash: 'sha384', length: 96 },
] as const;

describe.each(curves)('a signature of $curve', ({ curve, hash, length }) => {
  const half = length / 2;
  const number = fc
    .uint8Array({ minLength: half, maxLength: half })
    .filter((value) => value.some((byte) => byte !== 0))
    .chain((value) => fc.nat(half - 1).map((zeros) => value.map((byte, index) => (index < zeros ? 0 : byte))))
    .filter((value) => value.some((byte) => byte !== 0));

  test('is r and s, whatever they are', () => {
    fc.assert(
      fc.property(number, number, (r, s) => {
        expect(hex(fromDer(derOf(r, s), length))).toBe(hex(Uint8Array.from([...r, ...s])));
      }),
    );
  });

  test('that differs in one byte of its frame, is longer or is shorter is none, or another', () => {
    fc.assert(
      fc.property(number, number, fc.nat(255), fc.nat(), (r, s, byte, at) => {
        const der = derOf(r, s);
        const index = at % der.length;
        const changed = der.with(index, byte);
        const given = fromDer(changed, length);
        if (changed[index] === der[index]) expect(hex(given)).toBe(hex(Uint8Array.from([...r, ...s])));
        else expect(given && hex(derOf(given.subarray(0, half), given.subarray(half)))).toBe(given && hex(changed));
        expect(fromDer(der.subarray(0, index), length)).toBeUndefined();
        expect(fromDer(Uint8Array.from([...der, byte]), length)).toBeUndefined();
      }),
    );
  });

  test('is none where a reader of ASN.1 finds none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 110 }), (given) => {
        const { result, offset } = fromBER(Uint8Array.from([0x30, ...given]).buffer);
        const isAsn1 = offset !== -1 && result.error === '';
        if (!isAsn1) expect(fromDer(Uint8Array.from([0x30, ...given]), length)).toBeUndefined();
      }),
    );
  });

  test('made by OpenSSL is read as OpenSSL writes it in the other form', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
    for (let count = 0; count < 50; count += 1) {
      const data = Buffer.from(`record ${count}`);
      const der = createSign(hash).update(data).sign(privateKey);
      const given = fromDer(new Uint8Array(der), length);
      expect(given).toHaveLength(length);
      const verify = createVerify(hash).update(data);
      expect(verify.verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, given!)).toBe(true);
    }
  });
});

/** As cloud services answer: base64 of DER, with r and s of every length that turns up. */
const r31 = '01'.repeat(31);
const answers: readonly (readonly [name: string, base64: string, r: string, s: string])[] = [
  [
    'neither with a high bit: 70 bytes',
    `3044 0220 ${'11'.repeat(32)} 0220 ${'22'.repeat(32)}`,
    '11'.repeat(32),
    '22'.repeat(32),
  ],
  [
    'r with a high bit: 71 bytes',
    `3045 022100 ${'f1'.repeat(32)} 0220 ${'22'.repeat(32)}`,
    'f1'.repeat(32),
    '22'.repeat(32),
  ],
  [
    's with a high bit: 71 bytes',
    `3045 0220 ${'11'.repeat(32)} 022100 ${'80'.repeat(32)}`,
    '11'.repeat(32),
    '80'.repeat(32),
  ],
  [
    'both with a high bit: 72 bytes',
    `3046 022100 ${'ff'.repeat(32)} 022100 ${'80'.repeat(32)}`,
    'ff'.repeat(32),
    '80'.repeat(32),
  ],
  ['r a byte short: 69 bytes', `3043 021f ${r31} 0220 ${'22'.repeat(32)}`, `00${r31}`, '22'.repeat(32)],
  [
    'r a byte short with a high bit',
    `3044 022000 ${'f1'.repeat(31)} 0220 ${'22'.repeat(32)}`,
    `00${'f1'.repeat(31)}`,
    '22'.repeat(32),
  ],
  ['r and s of one byte each', '3006 020101 020102', `${'00'.repeat(31)}01`, `${'00'.repeat(31)}02`],
].map(([name = '', der = '', r = '', s = '']) => [name, Buffer.from(bytes(der)).toString('base64'), r, s] as const);

test.each(answers)('an answer with %s is read', (_, base64, r, s) => {
  expect(hex(fromDer(new Uint8Array(Buffer.from(base64, 'base64')), 64))).toBe(r + s);
});

const [r, s] = ['11'.repeat(32), '22'.repeat(32)];
test.each([
  ['nothing', ''],
  ['a tag alone', '30'],
  ['r and s with no frame', r + s],
  ['another tag around it', `3144 0220 ${r} 0220 ${s}`],
  ['another tag for r', `3044 0320 ${r} 0220 ${s}`],
  ['another tag for s', `3044 0220 ${r} 0420 ${s}`],
  ['r without the zero before its high bit, so below zero', `3044 0220 ${'f1'.repeat(32)} 0220 ${s}`],
  ['s below zero', `3044 0220 ${r} 0220 ${'80'.repeat(32)}`],
  ['a zero too many before r', `3045 022100 ${r} 0220 ${s}`],
  ['two zeros before r', `3046 02220000 ${'f1'.repeat(32)} 0220 ${s}`],
  ['r of zero', `3025 020100 0220 ${s}`],
  ['s of zero', `3025 0220 ${r} 020100`],
  ['r of no bytes', `3024 0200 0220 ${s}`],
  ['r of 33 bytes', `3045 0221 01${r} 0220 ${s}`],
  ['r of the length of another curve', `3054 0230 ${'11'.repeat(48)} 0220 ${s}`],
  ['a length in more bytes than it takes', `308144 0220 ${r} 0220 ${s}`],
  ['a length of r in more bytes than it takes', `3045 028120 ${r} 0220 ${s}`],
  ['no length, as BER may have it', `3080 0220 ${r} 0220 ${s} 0000`],
  ['a length beyond its end', `3045 0220 ${r} 0220 ${s}`],
  ['a length before its end', `3043 0220 ${r} 0220 ${s}`],
  ['something after s', `3046 0220 ${r} 0220 ${s} 0500`],
  ['something after it', `3044 0220 ${r} 0220 ${s} 00`],
  ['a third number', `3047 0220 ${r} 0220 ${s} 020101`],
  ['no s', `3022 0220 ${r}`],
])('%s is refused', (_, der) => {
  expect(fromDer(bytes(der), 64)).toBeUndefined();
});
