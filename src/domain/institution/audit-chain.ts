/** What the first link of an institution's audit chain hangs on: nothing. */
export const genesis = '0'.repeat(64);
