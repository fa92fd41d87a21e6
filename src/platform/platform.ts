import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { uint8ArrayToBase64 } from 'uint8array-extras';
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
  // WebCrypto makes a job for another thread of each, which takes many times as long as the digest of a small text.
  sha256: (data) => Promise.resolve(createHash('sha256').update(data).digest('hex')),
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
