import type { FaultParameters } from './fault-words.ts';

const mostListed = 12;

/** The first of the values that are allowed, and how many there are where that is more. */
export function listed(values: readonly unknown[], inAll: (count: number) => string): string {
  const shown = values.slice(0, mostListed).join(', ');
  return values.length > mostListed ? `${shown} … (${inAll(values.length)})` : shown;
}

/** Which two items of a list are the same, counted from 1 as people do. */
export const numbersOfTwins = ({ i, j }: FaultParameters, and: string): string =>
  `${Math.min(i, j) + 1} ${and} ${Math.max(i, j) + 1}`;
