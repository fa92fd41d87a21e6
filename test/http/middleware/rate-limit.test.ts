import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { composeApp } from '../../../src/runtime/compose.ts';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { costOfDocument, costOfRequest } from '../../../src/http/middleware/check-cost.ts';
import { createLimits, createRateLimiter, defaultRates } from '../../../src/http/middleware/rate-limit.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import type { Client } from '../setup/client.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectProblem, expectSame } from '../setup/refusals.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.clock.advance(60_000));

const limited = { status: 429, code: 'rate-limited' };
const body = () => JSON.stringify({ credential: {} });
const check = (from: string, path = '/api/v1/verify') => harness.anyone.send('POST', path, { from, body: body() });
const times = async (count: number, send: () => Promise<{ status: number }>) =>
  (await Promise.all(Array.from({ length: count }, send))).map(({ status }) => status);

describe('checks from one place', () => {
  test('are made up to twenty at once; the twenty-first is told when to come again', async () => {
    expect(await times(20, () => check('192.0.2.1'))).toEqual(Array(20).fill(200));
    const before = await harness.dump();
    const answer = await check('192.0.2.1');
    expectProblem(answer, limited);
    expect(answer.headers.get('Retry-After')).toBe('1');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.body.detail).toMatch(/Try again in 1 s\.$/);
    expectSame(before, await harness.dump());
  });

  test('do not stand in the way of another place', async () => {
    await times(30, () => check('192.0.2.2'));
    expectProblem(await check('192.0.2.2'), limited);
    expect((await check('192.0.2.3')).status).toBe(200);
  });

  test('are made again, one a second, and twenty after a rest', async () => {
    await times(25, () => check('192.0.2.4'));
    harness.clock.advance(1_000);
    expect(await times(2, () => check('192.0.2.4'))).toEqual([200, 429]);
    harness.clock.advance(3_600_000);
    const statuses = await times(22, () => check('192.0.2.4'));
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  });

  test('of a person who is told to wait are answered with a page in their language', async () => {
    await times(20, () => check('192.0.2.9'));
    const form = new URLSearchParams({ text: '{}' });
    const headers = { Accept: 'text/html' };
    const answer = await harness.anyone.send('POST', '/fi/verify', { from: '192.0.2.9', body: form, headers });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(answer.text).toContain('Liian monta tarkistusta kerralla');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test('count also where they cannot be read, and are not read then', async () => {
    const send = (sent: BodyInit) => harness.anyone.send('POST', '/api/v1/verify', { from: '192.0.2.5', body: sent });
    expect(await times(20, () => send('{'))).toEqual(Array(20).fill(400));
    expectProblem(await send('x'.repeat(2_000_000)), limited);
  });

  test('count however the address is written, and through the form of every language', async () => {
    expect(await times(5, () => check('192.0.2.6', '/api/v1/%76erify'))).toEqual(Array(5).fill(200));
    const form = new URLSearchParams({ text: '{}' });
    for (const language of ['/sv', '/sv-fi', '/fi']) {
      const send = () => harness.anyone.send('POST', `${language}/verify`, { from: '192.0.2.6', body: form });
      expect(await times(5, send)).toEqual(Array(5).fill(200));
    }
    expectProblem(await harness.anyone.send('POST', '/en/verify', { from: '192.0.2.6', body: form }), limited);
    expectProblem(await check('192.0.2.6', '/api/v1/%76erify'), limited);
  });
});

describe('who has a key', () => {
  const check = (client: Client, from: string) => client.send('POST', '/api/v1/verify', { from, body: body() });

  test('is counted by it and not by their place, and may check more', async () => {
    const { editor, registrar } = harness.south.as;
    expect(await times(20, () => check(harness.anyone, '192.0.2.20'))).toEqual(Array(20).fill(200));
    expectProblem(await check(harness.anyone, '192.0.2.20'), limited);
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const from = `192.0.2.${20 + round}`;
      statuses.push(...(await times(20, () => check(editor, from))));
    }
    expect(statuses).toEqual(Array(100).fill(200));
    expectProblem(await check(editor, '192.0.2.30'), limited);
    expect((await check(registrar, '192.0.2.30')).status).toBe(200);
  });

  test('that is none is counted by their place', async () => {
    const stray = harness.withKey('mk_none');
    await times(20, () => check(stray, '192.0.2.40'));
    expectProblem(await check(stray, '192.0.2.40'), limited);
    expectProblem(await check(harness.anyone, '192.0.2.40'), limited);
  });
});

describe('a check costs what it takes', () => {
  const valuesOf = (count: number) => ({ list: Array.from({ length: count }, () => 1) });

  test.each([
    [undefined, undefined, 1],
    ['0', undefined, 1],
    ['99999', undefined, 1],
    ['500000', undefined, 6],
    ['1000000', undefined, 10],
    ['99000000', undefined, 10],
    ['-1', undefined, 10],
    ['?', undefined, 10],
    [undefined, 'chunked', 10],
  ])('to read: Content-Length %s, Transfer-Encoding %s', (length, encoding, cost) => {
    expect(costOfRequest(length, encoding)).toBe(cost);
  });

  test.each([10, 600, 3_000, 6_000, 60_000])('by its %i values, in whatever shape it comes', (count) => {
    const json = valuesOf(count);
    const text = JSON.stringify(json);
    const costs = [{ json }, { text }, { bytes: new TextEncoder().encode(text) }].map(costOfDocument);
    for (const cost of costs) expect(Math.abs(cost - Math.min(10, Math.floor(count / 600)))).toBeLessThanOrEqual(1);
  });

  test('more where the service has to fetch it', () => {
    expect(costOfDocument({ link: 'https://wallet.example/1' })).toBe(5);
  });

  test('so that of documents with many values few are checked, through API and form alike', async () => {
    const credential = valuesOf(7_000);
    const api = () =>
      harness.anyone.send('POST', '/api/v1/verify', { from: '192.0.2.50', body: JSON.stringify({ credential }) });
    expect(await times(2, api)).toEqual([200, 429]);
    const form = new URLSearchParams({ text: JSON.stringify(credential) });
    const page = () => harness.anyone.send('POST', '/sv/verify', { from: '192.0.2.51', body: form });
    expect(await times(2, page)).toEqual([200, 429]);
  });

  test('and never more than a full share, so that everybody may check something', () => {
    const wait = createRateLimiter({ now: () => 0, capacity: 3, perSecond: 1 });
    expect([wait('a', 10), wait('a', 10)]).toEqual([undefined, 3]);
  });
});

test.each([
  ['GET', '192.0.2.60'],
  ['HEAD', '192.0.2.62'],
])('certificate pages count, but little: %s', async (method, from) => {
  const open = () => harness.anyone.send(method, '/sv/certificates/none', { from });
  expect(await times(100, open)).toEqual(Array(100).fill(404));
  expect((await open()).status).toBe(429);
  expect((await check('192.0.2.61')).status).toBe(200);
});

test('certificate pages count also for who asks for their head alone', async () => {
  const ask = () => harness.anyone.send('HEAD', '/sv/certificates/none', { from: '192.0.2.62' });
  expect(await times(100, ask)).toEqual(Array(100).fill(404));
  expect((await ask()).status).toBe(429);
});

test('a question that means something at another address makes no check cheaper', async () => {
  const headers = { 'Content-Length': '950000' };
  const send = () =>
    harness.anyone.send('POST', '/api/v1/verify?stranger=1', {
      from: '192.0.2.63',
      body: ' '.repeat(950_000),
      headers,
    });
  expect(await times(3, send)).toEqual([400, 400, 429]);
});

describe('a service with too much to do', () => {
  const app = composeApp();
  const limits = createLimits(defaultRates, () => 0);
  const busy = () => Promise.reject(new DomainError('busy', 'Too much.', { retryAfterSeconds: 5 }));
  const ask = (path: string, init: RequestInit) => {
    const services = { ...harness.services, verifying: { verify: busy, verifyReceived: busy } };
    return app.fetch(new Request(`https://merit.example${path}`, init), { services, limits, clientAddress: path });
  };

  test('says when to come again', async () => {
    const answer = await ask('/api/v1/verify', { method: 'POST', body: body() });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ type: '/problems/busy', status: 503 });
  });

  test('says so to a person in their language', async () => {
    const form = new URLSearchParams({ text: '{}' });
    const answer = await ask('/fi/verify', { method: 'POST', body: form, headers: { Accept: 'text/html' } });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await answer.text()).toContain('<html lang="fi"');
  });
});

test('reading, and writing with a key, has no such limit', async () => {
  const { editor } = harness.south.as;
  const path = `${harness.south.base}/microcredentials`;
  expect(await times(40, () => harness.anyone.send('GET', '/api/v1/institutions', { from: '192.0.2.7' }))).toEqual(
    Array(40).fill(200),
  );
  expect(await times(40, () => editor.send('POST', path, { from: '192.0.2.7', body: '{}' }))).toEqual(
    Array(40).fill(400),
  );
});

describe('the limiter', () => {
  const staged = (options: object = {}) => {
    const clock = { now: 0 };
    return { clock, wait: createRateLimiter({ now: () => clock.now, capacity: 2, perSecond: 0.5, ...options }) };
  };

  test('says how long to wait, rounded up', () => {
    const { clock, wait } = staged();
    expect([wait('a'), wait('a'), wait('a')]).toEqual([undefined, undefined, 2]);
    clock.now = 1_999;
    expect(wait('a')).toBe(1);
    clock.now = 2_000;
    expect(wait('a')).toBeUndefined();
  });

  test('is not thrown by a clock that is set back', () => {
    const { clock, wait } = staged();
    clock.now = 1_000_000;
    expect(wait('a')).toBeUndefined();
    clock.now = 0;
    expect(wait('a')).toBeUndefined();
    expect(wait('a')).toBe(2);
  });

  test('forgets first who has been quiet longest, and never grows beyond its size', () => {
    const { wait } = staged({ callers: 2, capacity: 1 });
    expect([wait('a'), wait('b'), wait('a')]).toEqual([undefined, undefined, 2]);
    expect(wait('c')).toBeUndefined();
    expect([wait('a'), wait('b')]).toEqual([2, undefined]);
  });
});

everyAnswer(() => harness);
