import { base64ToUint8Array, uint8ArrayToBase64 } from 'uint8array-extras';

/** Bytes and the texts they travel as, with nothing but what browsers, Workers and Node share. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export const base64 = (bytes: Uint8Array): string => uint8ArrayToBase64(bytes);

export const base64url = (bytes: Uint8Array): string => uint8ArrayToBase64(bytes, { urlSafe: true });

/** Throws for anything that is no base64 with padding (RFC 4648 §4). */
export function fromBase64(text: string): Bytes {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new TypeError('This is no base64 text.');
  return base64ToUint8Array(text);
}

/** Throws for anything that is no base64url without padding (RFC 4648 §5). */
export function fromBase64url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new TypeError('This is no base64url text.');
  return base64ToUint8Array(text);
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
