import { expect, test } from 'vitest';
import { createCallerSemaphores } from '../../../src/http/middleware/caller-semaphore.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function staged(mostUnderWay: number) {
  const whenFree = createCallerSemaphores(mostUnderWay, () => new Error('full'));
  const open: PromiseWithResolvers<void>[] = [];
  const ask = (name: string) =>
    whenFree({ name, atOnce: 2 }, () => {
      const work = Promise.withResolvers<void>();
      open.push(work);
      return work.promise;
    });
  return { open, ask };
}

test('work of one caller is done so much at once, the next when one ends, also where that one fails', async () => {
  const { open, ask } = staged(4);
  const answers = [ask('a'), ask('a'), ask('a'), ask('a')];
  const failed = expect(answers[0]).rejects.toThrow('broken');
  await settled();
  expect(open).toHaveLength(2);
  await expect(ask('a')).rejects.toThrow('full');
  open[0]!.reject(new Error('broken'));
  await failed;
  open[1]!.resolve();
  await settled();
  expect(open).toHaveLength(4);
  for (const { resolve } of open) resolve();
  await Promise.allSettled(answers);
});

test('and keeps no other caller from theirs', async () => {
  const { open, ask } = staged(4);
  const answers = [ask('a'), ask('a'), ask('a'), ask('b')];
  await settled();
  expect(open).toHaveLength(3);
  for (let index = 0; index < 4; index += 1) {
    open[index]?.resolve();
    await settled();
  }
  await Promise.all(answers);
});
