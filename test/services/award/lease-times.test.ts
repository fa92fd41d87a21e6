import { expect, test } from 'vitest';
import { leaseTimes } from '../../../src/services/award/lease-times.ts';
import { within } from '../../../src/services/award/within.ts';

test('a lease lasts at least three times as long as an attempt may take', () => {
  expect(leaseTimes.leaseMs).toBeGreaterThanOrEqual(3 * leaseTimes.attemptMs);
});

test('an attempt ends itself when its signal comes, also where the signer never answers', async () => {
  const end = new AbortController();
  const attempt = within(end.signal, new Promise(() => undefined));
  end.abort(new Error('its time is over'));
  await expect(attempt).rejects.toThrow('its time is over');
  await expect(within(end.signal, new Promise(() => undefined))).rejects.toThrow('its time is over');
  expect(await within(new AbortController().signal, Promise.resolve('signed'))).toBe('signed');
});
