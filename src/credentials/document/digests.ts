import * as base58 from 'base58-universal';
import type { JsonObject } from '../../services/ports/index.ts';
import { base64, fromBase64url, sameBytes, utf8, type Bytes } from './encoding.ts';
import { asList } from './values.ts';

type Algorithm = 'SHA-256' | 'SHA-384' | 'SHA-512';
/** Without an algorithm it is one that is written as it should be and cannot be worked out here. */
export type Digest = Readonly<{ algorithm: Algorithm | undefined; value: Uint8Array }>;

const lengths: Readonly<Record<Algorithm, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
const sriNames: Readonly<Record<string, Algorithm>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };
/** Multihash codes. */
const multihashCodes: Readonly<Record<number, Algorithm>> = { 0x12: 'SHA-256', 0x20: 'SHA-384', 0x13: 'SHA-512' };

/** A longer text is no digest; decoding takes time that grows with the square of the length. */
const maxMultibase = 200;
const maxSri = 2_000;

const checked = (algorithm: Algorithm, value: Uint8Array): Digest | undefined =>
  value.length === lengths[algorithm] ? { algorithm, value } : undefined;

/** Either alphabet of RFC 4648 §4 and §5, padded or not. */
const fromBase64 = (text: string): Bytes =>
  fromBase64url(
    text
      .replace(/={1,2}$/, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  );

/** One hash of Subresource Integrity: `sha256-`, base64, and options that mean nothing yet (SRI 1.0 §3.5). */
function fromSri(text: string): Digest | undefined {
  const parts = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\?[\x21-\x7e]*)?$/.exec(text);
  const algorithm = sriNames[parts?.[1] ?? ''];
  return algorithm && checked(algorithm, fromBase64(parts?.[2] ?? ''));
}

/** SRI 1.0 §3.5: one hash, or several with white space between them. */
const fromSriList = (text: unknown): readonly (Digest | undefined)[] =>
  typeof text === 'string' && text.length <= maxSri
    ? text
        .trim()
        .split(/[\t\n\f\r ]+/)
        .map(fromSri)
    : [undefined];

function fromHex(text: string): Bytes {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new Error('no hexadecimal octets');
  return Uint8Array.from(text.match(/../g) ?? [], (octet) => Number.parseInt(octet, 16));
}

/** Prefixes of multibase, with what they say of the text behind them. */
const bases: Readonly<Record<string, (text: string) => Uint8Array>> = {
  u: fromBase64,
  U: fromBase64,
  m: fromBase64,
  M: fromBase64,
  z: (text) => base58.decode(text),
  f: fromHex,
  F: fromHex,
};

function fromMultibase(text: unknown): Digest | undefined {
  if (typeof text !== 'string' || text.length > maxMultibase || !Object.hasOwn(bases, text.charAt(0))) return undefined;
  const bytes = bases[text.charAt(0)]?.(text.slice(1)) ?? new Uint8Array();
  const [code = 0, length] = bytes;
  const algorithm = multihashCodes[code];
  if (algorithm) return length === bytes.length - 2 ? checked(algorithm, bytes.subarray(2)) : undefined;
  return bytes.length > 2 ? { algorithm: undefined, value: bytes } : undefined;
}

/** Every digest of a related resource; undefined where one of them cannot be read, or none is there. */
export function readDigests(resource: JsonObject): readonly Digest[] | undefined {
  try {
    const digests = [
      ...asList(resource['digestSRI']).flatMap(fromSriList),
      ...asList(resource['digestMultibase']).map(fromMultibase),
    ];
    return digests.length > 0 && digests.every((digest) => digest !== undefined) ? digests : undefined;
  } catch {
    return undefined;
  }
}

type Known = Readonly<Record<Algorithm, string>>;

/** Every one is compared: one that differs decides, then one that cannot be worked out here. */
export async function compare(
  digests: readonly Digest[],
  known: (algorithm: Algorithm) => Promise<Uint8Array>,
): Promise<'same' | 'different' | 'unknown'> {
  const results = await Promise.all(
    digests.map(async ({ algorithm, value }) => (algorithm ? sameBytes(await known(algorithm), value) : undefined)),
  );
  if (results.includes(false)) return 'different';
  return results.length === 0 || results.includes(undefined) ? 'unknown' : 'same';
}

/** With the digests of what stands at an address. */
export function compareText(digests: readonly Digest[], text: string): ReturnType<typeof compare> {
  const bytes = utf8(text);
  return compare(digests, async (algorithm) => new Uint8Array(await crypto.subtle.digest(algorithm, bytes)));
}

/** With digests that are known already, in base64. */
export const compareKnown = (digests: readonly Digest[], known: Known): ReturnType<typeof compare> =>
  compare(digests, (algorithm) => Promise.resolve(fromBase64(known[algorithm])));

/** SHA-256 of a text, base64. */
export const sha256 = async (text: string): Promise<string> =>
  base64(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
