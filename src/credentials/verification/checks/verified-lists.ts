import { LRUCache } from 'lru-cache';
import type { Bytes } from '../../document/encoding.ts';

/** Unpacked status lists whose signatures held, by what that rests on. */
export interface VerifiedLists {
  find(basis: string): Bytes | undefined;
  keep(basis: string, bits: Bytes): void;
}

const maxLists = 200;
/** Eight times the standard's least length. Longer lists are not kept, and are unpacked each time. */
const maxBytes = 128 * 1024;

export function createVerifiedLists(most = maxLists): VerifiedLists {
  const kept = new LRUCache<string, Bytes>({ max: most });
  return {
    find: (basis) => kept.get(basis),
    keep(basis, bits) {
      if (bits.length <= maxBytes) kept.set(basis, bits);
    },
  };
}
