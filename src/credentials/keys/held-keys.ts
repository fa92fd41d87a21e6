import { LRUCache } from 'lru-cache';
import type { Bytes } from '../document/encoding.ts';
import type { PublicKey } from './algorithms/index.ts';
import { encodeMultikey } from './multikey.ts';

const most = 500;
/** Importing a public key costs about what the comparison does, and one key made thousands of signatures. */
const held = new LRUCache<string, Promise<CryptoKey>>({ max: most });

function open(key: PublicKey): Promise<CryptoKey> {
  const name = encodeMultikey(key);
  const known = held.get(name);
  if (known) return known;
  const opening = key.algorithm.importPublicKey(key.bytes);
  held.set(name, opening);
  opening.catch(() => held.delete(name));
  return opening;
}

/** Whether these bytes were signed with the private half of this key. Rejects where the bytes of the key are none. */
export const isSignedWith = async (key: PublicKey, signature: Bytes, data: Bytes): Promise<boolean> =>
  key.algorithm.verify(await open(key), signature, data);
