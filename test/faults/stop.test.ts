import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort } from '../../scripts/demo/service.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { type Env, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { resultOf, found, type Place, register, servicesOn } from './setup/institution.ts';
import type { Services } from '../../src/services/index.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeOnPostgres('SIGTERM', () => {
  let database: FreshPostgres;
  let services: Services;
  let place: Place;
  let env: Env;

  beforeAll(async () => {
    database = await freshPostgres();
    const key = randomBytes(32).toString('base64');
    const origin = 'http://localhost:8787';
    services = await servicesOn(database.db, origin, key);
    place = await found(services);
    env = {
      DATABASE_URL: database.url,
      KEY_ENCRYPTION_KEY: key,
      PUBLIC_URL: origin,
      DATA_DIR: await temporaryFolder(),
    };
  });
  afterAll(() => database?.drop());

  const startOne = async () => start({ ...env, PORT: String(await freePort()) });

  /** Holds what every change at the institution needs, until it is let go. */
  async function holdUp(): Promise<() => Promise<void>> {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query('select 1 from audit_chain for update');
    return async () => {
      await client.query('rollback');
      client.release();
    };
  }

  test('lets requests under way end, takes no new ones, and ends with 0', async () => {
    const service = await startOne();
    const names = ['Yksi', 'Kaksi', 'Kolme', 'Neljä', 'Viisi'];
    const ids = await Promise.all(names.map((name) => register(services, place, name)));
    const letGo = await holdUp();
    const client = createClient(service.baseUrl, place.key);
    const answers = ids.map((id) => client.post(`${place.base}/results`, resultOf(place, id)));
    await pause(300);

    const stopped = terminate(service);
    await pause(300);
    await expect(client.get('/health')).rejects.toThrow();
    await letGo();
    for (const { status } of await Promise.all(answers)) expect(status).toBe(201);
    const { code, milliseconds } = await stopped;
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(10_000);
    expect(service.output()).not.toContain('"level":"error"');
  });

  test('waits for a body that is still coming, on a connection that would stay open', async () => {
    const service = await startOne();
    const id = await register(services, place, 'Kuusi');
    const body = JSON.stringify(resultOf(place, id));
    const agent = new Agent({ keepAlive: true });
    const outgoing = request(`${service.baseUrl}${place.base}/results`, {
      method: 'POST',
      agent,
      headers: {
        Authorization: `Bearer ${place.key}`,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
      },
    });
    outgoing.write(body.slice(0, 20));
    await pause(300);
    const stopped = terminate(service);
    await pause(300);
    outgoing.end(body.slice(20));
    const [incoming] = await once(outgoing, 'response');
    expect(incoming.statusCode).toBe(201);
    incoming.resume();
    const { code, milliseconds } = await stopped;
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(4_000); // it would stay open for five
    agent.destroy();
  });

  test('twice is as good as once', async () => {
    const service = await startOne();
    service.process.kill('SIGTERM');
    expect((await terminate(service)).code).toBe(0);
  });

  // Each waits for the ten seconds that it is about, so they wait together.
  test.concurrent(
    'does not wait for ever: who waits for a lock is told that it is busy, and what it began is undone',
    async () => {
      const service = await startOne();
      const id = await register(services, place, 'Seitsemän');
      const before = await database.db.selectFrom('result').select('id').execute();
      const letGo = await holdUp();
      const client = createClient(service.baseUrl, place.key);
      const answer = client.post(`${place.base}/results`, resultOf(place, id));
      await pause(300);
      const { milliseconds } = await terminate(service);
      expect((await answer).status).toBe(503);
      expect(milliseconds).toBeLessThan(12_000); // ten, and what a busy machine adds
      await letGo();
      await pause(300);
      expect(await database.db.selectFrom('result').select('id').execute()).toHaveLength(before.length);
    },
  );

  test.concurrent('does not wait for ever: a body that never ends is cut off within ten seconds', async () => {
    const service = await startOne();
    const before = await database.db.selectFrom('result').select('id').execute();
    const outgoing = request(`${service.baseUrl}${place.base}/results`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${place.key}`, 'Content-Type': 'application/json', 'Content-Length': 1000 },
    });
    const ending = new Promise((resolve) => {
      outgoing.once('response', () => resolve('answered'));
      outgoing.once('error', () => resolve('cut off'));
    });
    outgoing.write('{');
    await pause(300);
    const { milliseconds } = await terminate(service);
    expect(await ending).toBe('cut off');
    expect(milliseconds).toBeGreaterThan(7_500);
    expect(milliseconds).toBeLessThan(12_000);
    expect(await database.db.selectFrom('result').select('id').execute()).toHaveLength(before.length);
  });
});
