import { expect, test } from 'vitest';
import { createHostSemaphores } from '../../../src/platform/fetch/semaphores.ts';

test('one host is asked four times at once, however many others are asked meanwhile', async () => {
  const whenFree = createHostSemaphores();
  let inside = 0;
  let most = 0;
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const ask = () =>
    whenFree('one.example', async () => {
      most = Math.max(most, (inside += 1));
      await ended;
      inside -= 1;
    });
  const first = Array.from({ length: 4 }, ask);
  for (let index = 0; index < 1_000; index += 1) await whenFree(`${index}.example`, async () => undefined);
  const second = Array.from({ length: 4 }, ask);
  await new Promise((resolve) => setTimeout(resolve, 10));
  end();
  await Promise.all([...first, ...second]);
  expect(most).toBe(4);
});
