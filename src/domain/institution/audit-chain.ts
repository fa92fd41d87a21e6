/** The previous hash in the first link of an institution's audit chain, which has no link before it. */
export const genesis = '0'.repeat(64);
