import { expect, test } from 'vitest';
import { runPoison } from '../credentials/proofs/poison-process.ts';

test('no document names anything as every object names something, whatever the term and the name', async () => {
  const { faults, tried } = await runPoison('--all');
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(50_000);
});
