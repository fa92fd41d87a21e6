import fc from 'fast-check';
import { createPublicKey, createVerify, verify as verifyWithNode } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { base64url } from '../../../src/credentials/document/encoding.ts';
import { keyAlgorithm, keyAlgorithms } from '../../../src/credentials/keys/algorithms/index.ts';
import { isSignedWith } from '../../../src/credentials/keys/held-keys.ts';
import { decodeJwk, decodeMultikey, encodeMultikey } from '../../../src/credentials/keys/multikey.ts';

const data = new TextEncoder().encode('Inledande dataanalys');

async function pairOf(id: string) {
  const algorithm = keyAlgorithm(id);
  const pair = await algorithm.generate();
  return { algorithm, pair, key: { algorithm, bytes: await algorithm.exportPublicKey(pair.publicKey) } };
}

describe.each(keyAlgorithms.map(({ id }) => id))('%s', (id) => {
  test('a public key is the same in all of its forms', async () => {
    const { algorithm, pair, key } = await pairOf(id);
    expect(key.bytes).toHaveLength(algorithm.publicKeyLength);
    expect(decodeMultikey(encodeMultikey(key))).toEqual(key);
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    expect(algorithm.toJwk(key.bytes)).toEqual({ kty, crv, x, ...(y && { y }) });
    expect(decodeJwk({ kty, crv, x, ...(y && { y }) })).toEqual(key);
  });

  test('what it signs is what node:crypto verifies, and nothing else', async () => {
    const { algorithm, pair, key } = await pairOf(id);
    const signature = await algorithm.sign(pair.privateKey, data);
    expect(signature).toHaveLength(algorithm.signatureLength);
    const publicKey = createPublicKey({ key: { ...algorithm.toJwk(key.bytes) }, format: 'jwk' });
    const byNode = (signed: Uint8Array) =>
      id === 'Ed25519'
        ? verifyWithNode(null, signed, publicKey, signature)
        : createVerify(algorithm.hash).update(signed).verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
    expect(byNode(data)).toBe(true);
    expect(await isSignedWith(key, signature, data)).toBe(true);
    for (const index of [0, signature.length - 1]) {
      const changed = signature.with(index, (signature[index] ?? 0) ^ 1);
      expect(await isSignedWith(key, changed, data)).toBe(false);
    }
    const other = await pairOf(id);
    expect(await isSignedWith(other.key, signature, data)).toBe(false);
  });

  test('other members than those of a public key are none', async () => {
    const { algorithm, key } = await pairOf(id);
    const jwk = algorithm.toJwk(key.bytes);
    const short = base64url(new Uint8Array(algorithm.publicKeyLength - 2));
    for (const wrong of [{ d: 'AA' }, { x: short }, { x: 7 }, { x: undefined }, { x: '*' }, { crv: 'P-521' }, { y: 7 }])
      expect(decodeJwk({ ...jwk, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
  });
});

test('a point beside the curve is no public key', async () => {
  const { algorithm, key } = await pairOf('P-256');
  const jwk = algorithm.toJwk(key.bytes);
  expect(decodeJwk({ ...jwk, y: jwk?.x })).toBeUndefined();
  // About half of all x belong to no point.
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (x) => {
      const bytes = Uint8Array.from([2, ...x]);
      const decoded = decodeMultikey(encodeMultikey({ algorithm, bytes }));
      expect(decoded === undefined).toBe(algorithm.toJwk(bytes) === undefined);
    }),
  );
  expect(decodeMultikey(encodeMultikey({ algorithm, bytes: new Uint8Array(33).fill(5) }))).toBeUndefined();
});
