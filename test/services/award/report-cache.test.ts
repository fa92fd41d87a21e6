import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/domain/verification/verification.ts';
import { createReportCache } from '../../../src/services/award/report-cache.ts';

const start = Date.parse('2027-03-20T12:00:00Z');

function staged(isShared = true) {
  const memory = createReportCache(isShared);
  const clock = { at: start };
  let made = 0;
  const now = () => new Date(clock.at);
  const make =
    (turnsAt: readonly number[], size = 1) =>
    async () => {
      made += 1;
      await Promise.resolve();
      return { report: { verdict: 'valid', checkedAt: `${made}`, fetchedFrom: 'x'.repeat(size) } as Report, turnsAt };
    };
  const read = (document: string, basis = 'a', turnsAt: readonly number[] = [], size = 1) =>
    memory.read(document, basis, now, make(turnsAt, size));
  return { memory, clock, now, made: () => made, read };
}

describe('a report is remembered', () => {
  test('as long as its basis is the same, for less than a minute', async () => {
    const { clock, made, read } = staged();
    await read('one');
    clock.at += 59_999;
    await read('one');
    expect(made()).toBe(1);
    await read('one', 'b');
    expect(made()).toBe(2);
    await read('one', 'a');
    expect(made()).toBe(3);
    clock.at += 60_000;
    await read('one', 'a');
    expect(made()).toBe(4);
  });

  test.each([-1, -3_600_000, 3_600_000])('and not where the clock jumps by %i ms', async (by) => {
    const { clock, made, read } = staged();
    await read('one');
    clock.at += by;
    await read('one');
    await read('one');
    expect(made()).toBe(2);
  });

  test('until a moment at which it would come out otherwise, and again after it', async () => {
    const { clock, made, read } = staged();
    const turnsAt = [start - 5_000, start + 5_000, start + 3_600_000];
    await read('one', 'a', turnsAt);
    clock.at = start + 4_999;
    await read('one', 'a', turnsAt);
    expect(made()).toBe(1);
    clock.at = start + 5_000;
    await read('one', 'a', turnsAt);
    expect(made()).toBe(2);
    clock.at = start + 30_000;
    await read('one', 'a', turnsAt);
    expect(made()).toBe(2);
  });

  test('not where it is very large, and only so many at a time, the oldest being forgotten', async () => {
    const { made, read } = staged();
    await read('large', 'a', [], 60_000);
    await read('large', 'a', [], 60_000);
    expect(made()).toBe(2);
    for (let index = 0; index <= 1_000; index += 1) await read(`${index}`);
    const before = made();
    await read('1000');
    expect(made()).toBe(before);
    await read('0');
    expect(made()).toBe(before + 1);
  });

  test('not where it could not be made; who waited for it is told, and the next one tries again', async () => {
    const { memory, now, made, read } = staged();
    const fail = () => Promise.reject(new Error('broken'));
    const both = await Promise.allSettled([memory.read('one', 'a', now, fail), memory.read('one', 'a', now, fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await read('one');
    expect(made()).toBe(1);
  });
});

describe('readers who come at once', () => {
  test('share one check, unless the basis changed meanwhile', async () => {
    const { made, read } = staged();
    await Promise.all([read('one'), read('one'), read('one', 'b'), read('two')]);
    expect(made()).toBe(3);
  });

  test('each have one of their own where nothing may be shared', async () => {
    const { made, read } = staged(false);
    await Promise.all([read('one'), read('one')]);
    expect(made()).toBe(2);
  });
});
