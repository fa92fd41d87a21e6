import { describe, test } from 'vitest';
import { dimensions, expectBounded } from '../credentials/verification/most.ts';

const pairs = dimensions.flatMap((one, at) => dimensions.slice(at).map((other) => [one, other] as const));

describe('a document at the limit in two dimensions, whichever they are', () => {
  test.each(pairs.map(([one, other]) => [one[0], other[0], one, other] as const))('%s and %s', (_, __, one, other) =>
    expectBounded(one, other),
  );
});
