export const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
