import type { Bytes } from '../../document/encoding.ts';

const sequence = 0x30;
const integer = 0x02;

type Read = Readonly<{ value: Bytes; rest: Bytes }>;

/**
 * A value with this tag and what follows it. Every value here is shorter than 128 bytes, whose length DER writes in
 * one byte and in no other way (X.690 §10.1).
 */
function read(tag: number, bytes: Bytes): Read | undefined {
  const length = bytes[1];
  if (bytes[0] !== tag || length === undefined || length > 127 || bytes.length < 2 + length) return undefined;
  return { value: bytes.subarray(2, 2 + length), rest: bytes.subarray(2 + length) };
}

/** A number above zero in as few bytes as it takes (X.690 §8.3.2), with zeros put before it up to `length`. */
function fixed(value: Bytes, length: number): Bytes | undefined {
  const [first, second = 0] = value;
  if (first === undefined || first > 127) return undefined;
  if (first === 0 && second < 128) return undefined;
  const digits = first === 0 ? value.subarray(1) : value;
  if (digits.length > length) return undefined;
  const padded = new Uint8Array(length);
  padded.set(digits, length - digits.length);
  return padded;
}

/**
 * An ECDSA signature as key services answer it, Ecdsa-Sig-Value in DER (RFC 3279 §2.2.3), as r and s beside one another
 * (IEEE P1363), which is what Data Integrity and JOSE have. `length`: of both together. Undefined for all that is not
 * DER to the letter, so one signature has one form.
 */
export function fromDer(der: Bytes, length: number): Bytes | undefined {
  const whole = read(sequence, der);
  const r = whole?.rest.length === 0 ? read(integer, whole.value) : undefined;
  const s = r && read(integer, r.rest);
  if (!r || s?.rest.length !== 0) return undefined;
  const [one, other] = [fixed(r.value, length / 2), fixed(s.value, length / 2)];
  return one && other && Uint8Array.from([...one, ...other]);
}
