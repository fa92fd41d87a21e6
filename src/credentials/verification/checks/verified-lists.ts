import type { Bytes } from '../../document/encoding.ts';

/** Unpacked status lists whose signatures held, by what that rests on. */
export interface VerifiedLists {
  find(basis: string): Bytes | undefined;
  keep(basis: string, bits: Bytes): void;
}

const maxLists = 200;
/** Eight times what the standard demands; whoever publishes longer ones waits each time. */
const maxBytes = 128 * 1024;

export function createVerifiedLists(most = maxLists): VerifiedLists {
  const kept = new Map<string, Bytes>();
  return {
    find: (basis) => kept.get(basis),
    keep(basis, bits) {
      if (bits.length > maxBytes) return;
      // Put last again, so that the one left unused for longest is the first to go.
      kept.delete(basis);
      kept.set(basis, bits);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return;
        kept.delete(oldest);
      }
    },
  };
}
