import { describe, expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { createWork } from '../../src/runtime/database/work.ts';
import { createTransact } from '../../src/store/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import { createShares } from '../../src/platform/shares.ts';

/** Work that ends when it is told to. */
function endless() {
  let end = () => {};
  const work = () => new Promise<string>((resolve) => (end = () => resolve('done')));
  return { work, end: () => end() };
}

describe('the share of an institution', () => {
  test('is never exceeded, and the rest come in turn', async () => {
    const share = createShares({ ofOne: 2, inAll: 9 }, 5_000);
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => share('one', work)));
    expect(most).toBe(2);
  });

  test('that is all in use holds up nobody else, nor the service itself', async () => {
    const share = createShares({ ofOne: 1, inAll: 9 }, 5_000);
    const held = endless();
    const running = share('one', held.work);
    const waiting = share('one', async () => 'at last');
    expect(await share('another', async () => 'at once')).toBe('at once');
    expect(await share(undefined, async () => 'at once')).toBe('at once');
    held.end();
    expect(await Promise.all([running, waiting])).toEqual(['done', 'at last']);
  });

  test('is told to be busy to who waited long enough, and comes free again', async () => {
    const share = createShares({ ofOne: 1, inAll: 9 }, 20);
    const held = endless();
    const running = share('one', held.work);
    await expect(share('one', async () => 'never')).rejects.toMatchObject({ code: 'busy' });
    held.end();
    await running;
    expect(await share('one', async () => 'again')).toBe('again');
  });

  test('comes free where the work fails', async () => {
    const share = createShares({ ofOne: 1, inAll: 9 }, 20);
    const failing = () => Promise.reject(new Error('no'));
    for (let round = 0; round < 3; round += 1) await expect(share('one', failing)).rejects.toThrow('no');
  });
});

describe('what is read with keys', () => {
  test('never has all five connections for reading, however many institutions read', async () => {
    const transact = createTransact({} as Kysely<Database>);
    const { readFor } = createWork({ transact, write: transact });
    let inside = 0;
    let most = 0;
    const read = async () => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 40 }, (_, index) => readFor(`${index % 8}`, read)));
    expect(most).toBe(4);
  });

  test('is told to be busy where others have it all, and gives back what it had', async () => {
    const share = createShares({ ofOne: 1, inAll: 1 }, 20);
    const held = endless();
    const running = share('one', held.work);
    await expect(share('another', async () => 'never')).rejects.toMatchObject({ code: 'busy' });
    held.end();
    await running;
    expect(await share('another', async () => 'again')).toBe('again');
  });
});
