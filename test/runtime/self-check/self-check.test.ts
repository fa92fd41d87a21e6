import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPages } from '../../../src/pages/index.tsx';
import { composeServices } from '../../../src/runtime/compose.ts';
import { createCachedValue } from '../../../src/platform/cached-value.ts';
import { checksAndRenders } from '../../../src/runtime/self-check/self-check.ts';
import type { Services } from '../../../src/services/index.ts';
import { type Fresh, sharedPglite } from '../../databases/databases.ts';

describe('the check of the service by itself', () => {
  let database: Fresh;
  let services: Services;
  beforeAll(async () => {
    database = await sharedPglite();
    services = composeServices({
      db: database.db,
      origins: ['https://merit.example'],
      keyEncryptionKey: randomBytes(32),
      fetchOnce: () => Promise.reject(new Error('Nothing is fetched here.')),
    });
  });
  afterAll(() => database.close());

  test('passes, and asks nobody', async () => {
    expect(await checksAndRenders(createPages(), services)).toBe(true);
    expect(await services.health.check(false)).toEqual({ live: true, ready: true });
  });

  test('fails where a good certificate is not found valid', async () => {
    const verifying = {
      ...services.verifying,
      verifyReceived: async () => ({ ...(await services.verifying.verify({}, services.now())) }),
    };
    expect(await checksAndRenders(createPages(), { ...services, verifying })).toBe(false);
  });

  test('fails where the page cannot be made', async () => {
    const broken = { request: async () => new Response('?', { status: 500 }) } as unknown as Parameters<
      typeof checksAndRenders
    >[0];
    expect(await checksAndRenders(broken, services)).toBe(false);
  });
});

describe('what is remembered', () => {
  const staged = (isShared = true) => {
    const clock = { at: 1_000_000 };
    let made = 0;
    const remembered = createCachedValue<number>({ forMs: 10_000, now: () => new Date(clock.at), isShared });
    return { clock, ask: () => remembered(async () => (made += 1)), made: () => made, remembered };
  };

  test('is made once in its time, and anew when that is over', async () => {
    const { clock, ask } = staged();
    expect(await ask()).toBe(1);
    clock.at += 9_999;
    expect(await ask()).toBe(1);
    clock.at += 1;
    expect(await ask()).toBe(2);
  });

  test('is old where the clock was set back, and not for ever young', async () => {
    const { clock, ask } = staged();
    await ask();
    clock.at -= 3_600_000;
    expect(await ask()).toBe(2);
    clock.at += 7_200_000;
    expect(await ask()).toBe(3);
  });

  test('is made once however many ask at once', async () => {
    const { ask, made } = staged();
    expect(await Promise.all(Array.from({ length: 100 }, ask))).toEqual(Array(100).fill(1));
    expect(made()).toBe(1);
  });

  test('is made by each for itself where nothing may be shared', async () => {
    const { ask, made } = staged(false);
    await Promise.all(Array.from({ length: 3 }, ask));
    expect(made()).toBe(3);
    expect(await ask()).toBeLessThanOrEqual(3);
  });

  test('is nothing where it failed', async () => {
    const { ask, remembered } = staged();
    await expect(remembered(() => Promise.reject(new Error('once')))).rejects.toThrow('once');
    expect(await ask()).toBe(1);
  });
});
