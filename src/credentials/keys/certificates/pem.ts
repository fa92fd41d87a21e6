import { Certificate } from 'pkijs';
import { base64ToUint8Array, uint8ArrayToBase64 } from 'uint8array-extras';
import type { Bytes } from '../../document/encoding.ts';
import { refused } from './refused.ts';

/** A chain of more certificates than any authority gives. */
const most = 10;
const longest = 100_000;
const block = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;

/** RFC 7468 §2, lines of 64 characters. */
export function toPem(label: string, der: ArrayBuffer | Uint8Array): string {
  const lines = uint8ArrayToBase64(new Uint8Array(der)).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

export const chainToPem = (chain: readonly Certificate[]): string =>
  chain.map((certificate) => toPem('CERTIFICATE', certificate.toSchema(true).toBER())).join('');

function bytesIn(text: string): Bytes {
  try {
    return base64ToUint8Array(text.replace(/\s/g, ''));
  } catch {
    throw refused('A block of it is no base64.');
  }
}

function certificateIn(bytes: Bytes): Certificate {
  try {
    return Certificate.fromBER(bytes);
  } catch {
    throw refused('A block of it is no X.509 certificate.');
  }
}

/** The certificates of a PEM file, in its order. Refuses a private key in it, which has no business there. */
export function readPem(text: string): readonly Certificate[] {
  if (text.length > longest) throw refused('It is longer than any chain of certificates.');
  const blocks = [...text.matchAll(block)].map(([, label = '', body = '']) => ({ label, body }));
  if (blocks.some(({ label }) => label.endsWith('PRIVATE KEY')))
    throw refused('It holds a private key. Give the certificates alone, or key and certificates as PKCS#12.');
  const chain = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ body }) => certificateIn(bytesIn(body)));
  if (chain.length === 0) throw refused('It holds no certificate in PEM (-----BEGIN CERTIFICATE-----).');
  if (chain.length > most) throw refused(`It holds more than ${most} certificates.`);
  return chain;
}
