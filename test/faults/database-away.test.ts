import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { type PostgresServer, runPostgres, type Undo } from '../../scripts/postgres-server.ts';
import { operationTable } from '../../src/generated/operations.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { connect, describeOnPostgres } from '../databases/databases.ts';
import { start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { found, type Place, registrationOf, servicesOn } from './setup/institution.ts';

describeOnPostgres('while PostgreSQL is away', () => {
  const undo: Undo[] = [];
  let server: PostgresServer;
  let place: Place;
  let service: RunningService;

  beforeAll(async () => {
    server = await runPostgres(undo);
    const PORT = String(await freePort());
    const key = randomBytes(32).toString('base64');
    const { db } = connect(server.url);
    await migrate(db);
    place = await found(await servicesOn(db, `http://localhost:${PORT}`, key));
    await db.destroy();
    const DATA_DIR = await temporaryFolder();
    service = await start({ DATABASE_URL: server.url, KEY_ENCRYPTION_KEY: key, PORT, DATA_DIR });
  });
  afterAll(async () => {
    if (service) await terminate(service);
    for (const step of undo.reverse()) await step();
  });

  const anId = randomUUID();
  /** What needs no database: checks of others' certificates, which say of our own what they could not read. */
  const needNone: readonly string[] = ['readHealth', 'verifyCredential'] satisfies (keyof typeof operationTable)[];
  const filled = (path: string) =>
    path
      .replace(/:institution/, place.slug)
      .replace(/:version|:number/, '1')
      .replace(/:emblem/, '0'.repeat(64))
      .replace(/:\w+/g, anId);
  const ofContract = () =>
    Object.entries(operationTable)
      .filter(([id]) => !needNone.includes(id))
      .map(([id, { method, path }]) => ({ id, method: method.toUpperCase(), path: filled(path) }));
  const permanent = () => [
    `/institutions/${place.slug}`,
    `/institutions/${place.slug}/did.json`,
    `/institutions/${place.slug}/status/1/revocation`,
    `/institutions/${place.slug}/microcredentials/x/versions/1`,
    '/records/1',
    '/certificates/1',
  ];
  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    fetch(`${service.baseUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${place.key}`, ...headers },
      ...(['POST', 'PUT', 'PATCH'].includes(method) && { body: '{}' }),
      redirect: 'manual',
    });
  const register = (name: string, idempotencyKey: string) =>
    createClient(service.baseUrl, place.key).post(
      `${place.base}/offerings/${place.offeringId}/registrations`,
      registrationOf(name),
      { 'Idempotency-Key': idempotencyKey },
    );
  const lines = () =>
    service
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
  const repeatedly = randomUUID();

  describe('and once it was stopped', () => {
    beforeAll(async () => {
      expect((await register('Före Avbrottet', randomUUID())).status).toBe(201);
      await server.stop();
    });

    test('every operation of the contract that needs it answers 503, as a problem with the time to come again', async () => {
      for (const { id, method, path } of ofContract()) {
        const answer = await ask(path, method, { 'Content-Type': 'application/json' });
        const { headers, status } = answer;
        expect([id, status, headers.get('Retry-After'), headers.get('Content-Type')]).toEqual([
          id,
          503,
          '10',
          'application/problem+json',
        ]);
        expect(await answer.json()).toMatchObject({ type: '/problems/unavailable', detail: expect.any(String) });
      }
    });

    test('so do the permanent addresses, and a person gets a page', async () => {
      for (const path of permanent()) {
        const answer = await ask(path);
        expect([path, answer.status, answer.headers.get('Retry-After')]).toEqual([path, 503, '10']);
        expect(await answer.json()).toMatchObject({ type: '/problems/unavailable' });
      }
      for (const path of ['/sv/', `/en/institutions/${place.slug}`, '/sv/certificates/1']) {
        const answer = await ask(path, 'GET', { Accept: 'text/html' });
        expect([path, answer.status, answer.headers.get('Retry-After')]).toEqual([path, 503, '10']);
        expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
      }
    });

    test('health says so, and what needs no database goes on', async () => {
      const health = await ask('/health');
      expect([health.status, await health.json()]).toEqual([503, { live: true, ready: false }]);
      expect((await ask('/openapi.json')).status).toBe(200);
      const verified = await createClient(service.baseUrl).post('/api/v1/verify', { credential: { a: 1 } });
      expect(verified).toMatchObject({ status: 200, body: { verdict: 'undetermined' } });
    });

    test('a request that wrote is told so too', async () => {
      expect(await register('Under Avbrottet', repeatedly)).toMatchObject({
        status: 503,
        body: { type: '/problems/unavailable' },
      });
    });

    test('the log has one line about it and no fault, however many asked', async () => {
      await Promise.all(Array.from({ length: 60 }, () => ask('/api/v1/microcredentials')));
      expect(lines().map((line) => JSON.parse(line).message)).toEqual(['the database does not answer']);
      expect(service.process.exitCode).toBeNull();
    });
  });

  describe('and once it was started again', () => {
    beforeAll(() => server.start());

    test('the next requests are answered, and the one that was refused can be sent again', async () => {
      expect((await ask('/health')).status).toBe(200);
      expect((await ask('/api/v1/microcredentials')).status).toBe(200);
      expect((await ask(`/institutions/${place.slug}/did.json`)).status).toBe(200);
      expect((await register('Under Avbrottet', repeatedly)).status).toBe(201);
      const { body } = await createClient(service.baseUrl, place.key).get(`${place.base}/learners`);
      expect(body.items.map(({ nameAsAwarded }: { nameAsAwarded: string }) => nameAsAwarded).sort()).toEqual([
        'Före Avbrottet',
        'Under Avbrottet',
      ]);
    });

    test('and the log says once that it is back', () => {
      const said = lines().map((line) => JSON.parse(line));
      expect(said.map(({ message }) => message)).toEqual([
        'the database does not answer',
        'the database answers again',
      ]);
      expect(service.output()).not.toContain('Avbrottet');
    });
  });
});
