import canonicalize from 'canonicalize';
import { uint8ArrayToBase64, uint8ArrayToHex } from 'uint8array-extras';
import type { Ports } from '../services/ports/index.ts';

/** The real clock, random numbers and digests; the same in Node and in a Worker. */
export const platform: Pick<
  Ports,
  'now' | 'wait' | 'after' | 'newId' | 'newToken' | 'draw' | 'sha256' | 'canonicalJson'
> = {
  now: () => new Date(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  after: (milliseconds) => AbortSignal.timeout(milliseconds),
  newId: () => crypto.randomUUID(),
  newToken: (bytes) => uint8ArrayToBase64(crypto.getRandomValues(new Uint8Array(bytes)), { urlSafe: true }),
  draw: drawBelow,
  async sha256(data) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    return uint8ArrayToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  },
  canonicalJson(value) {
    const text = canonicalize(value);
    if (text === undefined) throw new TypeError('This value has no JSON form.');
    return text;
  },
};

/** Every number below the bound is equally likely: draws that would favour the low ones are repeated. */
function drawBelow(below: number): number {
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (value < limit) return value % below;
  }
}
