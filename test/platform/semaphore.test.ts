import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSemaphore } from '../../src/platform/semaphore.ts';

const patient = 5_000;
const steps = async (count: number) => {
  for (let step = 0; step < count; step += 1) await Promise.resolve();
};

describe('turns', () => {
  test('are never more than there are, whoever comes while one is handed over', async () => {
    const one = fc.record({ comes: fc.nat(30), stays: fc.nat(10) });
    const visits = fc.array(one, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), visits, async (atOnce, all) => {
        const semaphore = createSemaphore(atOnce, patient);
        let inside = 0;
        let most = 0;
        const visit = async ({ comes, stays }: (typeof all)[number]) => {
          await steps(comes);
          const release = await semaphore();
          inside += 1;
          most = Math.max(most, inside);
          await steps(stays);
          inside -= 1;
          release?.();
          return release !== undefined;
        };
        expect(await Promise.all(all.map(visit))).toEqual(all.map(() => true));
        expect(most).toBeLessThanOrEqual(atOnce);
      }),
    );
  });

  test('let nobody in between the one who leaves and the one who waits', async () => {
    const semaphore = createSemaphore(1, patient);
    const release = await semaphore();
    const order: string[] = [];
    const waiting = semaphore().then(() => order.push('who waited'));
    release?.();
    void semaphore().then(() => order.push('who came later'));
    await waiting;
    await steps(10);
    expect(order).toEqual(['who waited']);
  });

  test('that are given back twice come free once', async () => {
    const semaphore = createSemaphore(1, 20);
    const release = await semaphore();
    release?.();
    release?.();
    expect(await semaphore()).toBeDefined();
    expect(await semaphore()).toBeUndefined();
  });

  test('that came too late go to the next', async () => {
    const semaphore = createSemaphore(1, 20);
    const release = await semaphore();
    expect(await semaphore()).toBeUndefined();
    release?.();
    expect(await semaphore()).toBeDefined();
  });
});
