import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/runtime/config.ts';
import { type Metrics, startMetrics } from '../../../src/runtime/metrics/metrics.ts';
import { scrape } from './exposition.ts';

const loopback = { host: '127.0.0.1', port: 0 };

describe('the listener of metrics', () => {
  let metrics: Metrics;
  beforeAll(async () => {
    metrics = await startMetrics(loopback);
  });
  afterAll(() => metrics.close());

  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${metrics.port}${path}`, init);

  test.each(['/', '/health', '/metrics/', '/api/v1/institutions', '//metrics'])('has nothing at %s', async (path) => {
    expect((await at(path)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('does not take %s', async (method) => {
    const answer = await at('/metrics', { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('lets no page of another origin read it, and nobody keep it', async () => {
    const { headers } = await at('/metrics', { headers: { Origin: 'https://elsewhere.example' } });
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('says in words that its port is taken, or its address is not of this machine', async () => {
    const refused = (place: typeof loopback) =>
      startMetrics(place).then(
        () => [],
        (error: unknown) => (error instanceof ConfigError ? error.faults : [String(error)]),
      );
    expect(await refused({ ...loopback, port: metrics.port })).toEqual([
      `METRICS: cannot listen on 127.0.0.1, port ${metrics.port} (EADDRINUSE).`,
    ]);
    expect(await refused({ host: '192.0.2.1', port: 9464 })).toEqual([
      'METRICS: cannot listen on 192.0.2.1, port 9464 (EADDRNOTAVAIL).',
    ]);
  });

  test('is closed with the service, also where somebody has not finished asking', async () => {
    const another = await startMetrics(loopback);
    const socket = connect(another.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /metr');
    await scrape(another.port);
    const gone = once(socket, 'close');
    await another.close();
    await gone;
    await expect(scrape(another.port)).rejects.toThrow();
  });
});
