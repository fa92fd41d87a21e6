import * as base58 from 'base58-universal';
import type { JsonObject } from '../../services/ports.ts';
import { base64, fromBase64url, sameBytes, utf8, type Bytes } from '../encoding.ts';
import { asList } from './values.ts';

type Algorithm = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type Digest = Readonly<{ algorithm: Algorithm; value: Uint8Array }>;

const lengths: Readonly<Record<Algorithm, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
const sriNames: Readonly<Record<string, Algorithm>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };
/** Multihash codes. */
const multihashCodes: Readonly<Record<number, Algorithm>> = { 0x12: 'SHA-256', 0x20: 'SHA-384', 0x13: 'SHA-512' };

const checked = (algorithm: Algorithm | undefined, value: Uint8Array): Digest | undefined =>
  algorithm && value.length === lengths[algorithm] ? { algorithm, value } : undefined;

/** Subresource Integrity: `sha256-` and base64. */
function fromSri(text: unknown): Digest | undefined {
  const parts = typeof text === 'string' ? /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})$/.exec(text) : null;
  if (!parts?.[1] || !parts[2]) return undefined;
  return checked(
    sriNames[parts[1]],
    fromBase64url(parts[2].replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')),
  );
}

function fromMultibase(text: unknown): Digest | undefined {
  if (typeof text !== 'string' || text.length > 200) return undefined;
  const bytes = text.startsWith('u')
    ? fromBase64url(text.slice(1))
    : text.startsWith('z')
      ? base58.decode(text.slice(1))
      : new Uint8Array();
  const [code = 0, length] = bytes;
  return length === bytes.length - 2 ? checked(multihashCodes[code], bytes.subarray(2)) : undefined;
}

/** Every digest of a related resource; undefined where one of them cannot be read. */
export function readDigests(resource: JsonObject): readonly Digest[] | undefined {
  try {
    const digests = [
      ...asList(resource['digestSRI']).map(fromSri),
      ...asList(resource['digestMultibase']).map(fromMultibase),
    ];
    return digests.every((digest) => digest !== undefined) ? digests : undefined;
  } catch {
    return undefined;
  }
}

export const hexDigests = (digests: readonly Digest[], algorithm: Algorithm): readonly string[] =>
  digests
    .filter((digest) => digest.algorithm === algorithm)
    .map(({ value }) => Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join(''));

/** Whether the text has every one of these digests. */
export async function matches(text: string, digests: readonly Digest[]): Promise<boolean> {
  const bytes: Bytes = utf8(text);
  const results = await Promise.all(
    digests.map(async ({ algorithm, value }) =>
      sameBytes(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)), value),
    ),
  );
  return results.length > 0 && results.every(Boolean);
}

/** SHA-256 of a text, base64. */
export const sha256 = async (text: string): Promise<string> =>
  base64(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
