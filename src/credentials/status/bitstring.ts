import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { StatusPurpose } from '../../domain/addresses/grammar.ts';
import { timestamp } from '../../domain/shared/dates.ts';
import { statusListLength } from '../../domain/award/status-list.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { contextUrls } from '../contexts/document-loader.ts';
import { ed25519 } from '../keys/algorithms/ed25519.ts';
import { base64url, fromBase64url, type Bytes } from '../document/encoding.ts';

/** The most a list may unpack to (16 million entries): a short text must not become gigabytes. */
const maxListBytes = 2 * 1024 * 1024;
/** An honest list of that size, even if it does not compress at all. */
const maxEncodedLength = 3 * 1024 * 1024;

export class StatusListFault extends Error {}

async function* chunksOf(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    // Stops the unpacking where the reader has seen enough.
    await reader.cancel().catch(() => undefined);
  }
}

async function through(bytes: Bytes, transform: CompressionStream | DecompressionStream, most: number): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  for await (const chunk of chunksOf(new Blob([bytes]).stream().pipeThrough(transform))) {
    length += chunk.length;
    if (length > most) throw new StatusListFault('The status list unpacks to more than a status list can be.');
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  chunks.reduce((offset, chunk) => (whole.set(chunk, offset), offset + chunk.length), 0);
  return whole;
}

/** Bitstring Status List 1.0 §3.3: gzip, then multibase base64url; index 0 is the most significant bit. */
export async function encodeBits(length: number, set: readonly number[]): Promise<string> {
  const bits = new Uint8Array(Math.ceil(length / 8));
  for (const index of set) {
    if (!Number.isInteger(index) || index < 0 || index >= length)
      throw new RangeError(`There is no entry ${index} in a list of ${length}.`);
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return `u${base64url(await through(bits, new CompressionStream('gzip'), Infinity))}`;
}

/** Bitstring Status List 1.0 §3.4. Throws `StatusListFault` for anything that is no such list. */
export async function decodeBits(encoded: unknown): Promise<Bytes> {
  if (typeof encoded !== 'string' || !encoded.startsWith('u') || encoded.length > maxEncodedLength) {
    throw new StatusListFault('The status list is not encoded as the standard demands.');
  }
  try {
    return await through(fromBase64url(encoded.slice(1)), new DecompressionStream('gzip'), maxListBytes);
  } catch (cause) {
    throw cause instanceof StatusListFault
      ? cause
      : new StatusListFault('The status list cannot be unpacked.', { cause });
  }
}

export const bitAt = (bits: Uint8Array, index: number): boolean =>
  ((bits[Math.floor(index / 8)] ?? 0) & (0x80 >> (index % 8))) !== 0;

/** An index as an entry writes it: digits alone, without leading zeros. Undefined for anything else. */
export const indexOf = (text: unknown): number | undefined =>
  typeof text === 'string' && /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : undefined;

type Facts = Readonly<{
  slug: string;
  list: number;
  purpose: StatusPurpose;
  set: readonly number[];
  validFrom: Date;
  ttlSeconds: number;
}>;

/** How a list is signed; bitstring lists are credentials of their own, whatever form an award is issued in. */
export const statusListSecuring = { mediaType: 'application/vc', keyAlgorithm: ed25519.id } as const;

/** Unsigned BitstringStatusListCredential on VC Data Model 2.0 (Bitstring Status List 1.0 §2.2). */
export async function composeStatusList(addresses: Addresses, facts: Facts): Promise<JsonObject> {
  const id = addresses.statusList(facts.slug, facts.list, facts.purpose);
  return {
    '@context': [contextUrls.credentials],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: addresses.did(facts.slug),
    validFrom: timestamp(facts.validFrom),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: facts.purpose,
      encodedList: await encodeBits(statusListLength, facts.set),
      ttl: facts.ttlSeconds * 1000,
    },
  };
}
