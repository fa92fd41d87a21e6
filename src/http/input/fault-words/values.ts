import type { FaultParameters } from './fault-words.ts';

const mostListed = 16;
const listedOfMore = 12;

/** The values that are allowed; of more than can be read at a glance the first, and how many there are. */
export function listed(values: readonly unknown[], inAll: (count: number) => string): string {
  if (values.length <= mostListed) return values.join(', ');
  return `${values.slice(0, listedOfMore).join(', ')} … (${inAll(values.length)})`;
}

/** Which two items of a list are the same, counted from 1 as people do. */
export const numbersOfTwins = ({ i, j }: FaultParameters, and: string): string =>
  `${Math.min(i, j) + 1} ${and} ${Math.max(i, j) + 1}`;
