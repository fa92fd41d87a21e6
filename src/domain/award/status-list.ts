/** Entries of every status list: the minimum for the privacy of holders (Bitstring Status List 1.0 §6.1, 16 KB). */
export const statusListLength = 131_072;

/** A list is closed at this many entries, so that drawing a free random index stays cheap. */
export const statusListCapacity = 98_304;

/** The bit of an award: the same index in the list of revocations and in the list of suspensions. */
export type StatusEntry = Readonly<{ listId: string; listNumber: number; index: number }>;
