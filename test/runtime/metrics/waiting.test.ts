import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerWaiting } from '../../../src/runtime/metrics/certificates.ts';
import { parse, valueOf } from './exposition.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(count: () => Promise<number>) {
  const registry = new Registry();
  registerWaiting(registry, count);
  return async () => valueOf(parse(await registry.metrics()), 'mikromerit_awards_waiting');
}

test('the database is asked for what waits at most every ten seconds', async () => {
  const count = vi.fn().mockResolvedValueOnce(3).mockResolvedValueOnce(5);
  const waiting = watched(count);
  expect([await waiting(), await waiting()]).toEqual([3, 3]);
  expect(count).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(await waiting()).toBe(5);
  expect(count).toHaveBeenCalledTimes(2);
});

test('a database that is away costs the one number, and it is back with the database', async () => {
  const count = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce(2);
  const waiting = watched(count);
  expect([await waiting(), await waiting()]).toEqual([NaN, 2]);
});

test('a database that does not answer holds up no scrape, and is not asked a second time meanwhile', async () => {
  const count = vi.fn(() => new Promise<number>(() => undefined));
  const waiting = watched(count);
  const asked = Promise.all([waiting(), waiting()]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await asked).toEqual([NaN, NaN]);
  expect(count).toHaveBeenCalledTimes(1);
});
