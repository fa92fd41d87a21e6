import { expect, test } from 'vitest';
import { runPoison } from './poison-process.ts';

test('no document names a node, a type or a member as every object names something', { timeout: 300_000 }, async () => {
  const { faults, tried } = await runPoison();
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(35_000);
});
