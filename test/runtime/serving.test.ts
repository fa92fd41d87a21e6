import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, createClient } from '../../scripts/demo/client.ts';
import { composeServices } from '../../src/runtime/compose.ts';
import { type Serving, startServing } from '../../src/runtime/serving.ts';
import type { Services } from '../../src/services/index.ts';
import { createStores } from '../../src/store/index.ts';
import { type Fresh, sharedPglite } from '../databases/databases.ts';

/** The answers up to the first refusal; a slow machine earns further tries while it works. */
async function untilRefused(ask: (index: number) => Promise<Answer>, most = 60): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < most && answers.at(-1)?.status !== 429) answers.push(await ask(answers.length));
  return answers;
}

describe('a served process', () => {
  let database: Fresh;
  let services: Services;
  let serving: Serving | undefined;

  beforeAll(async () => {
    database = await sharedPglite();
    await createStores(database.db).settings.keep('public-url', 'http://localhost:8787');
    services = composeServices({
      db: database.db,
      origins: ['http://localhost:8787'],
      keyEncryptionKey: randomBytes(32),
      fetchOnce: () => Promise.reject(new Error('Nothing is fetched here.')),
    });
  });
  afterAll(async () => {
    await serving?.stop();
    await database.close();
  });

  describe('compresses, as a client sees it that unpacks nothing by itself,', () => {
    let port = 0;
    beforeAll(async () => {
      await served(false);
      port = serving?.port ?? 0;
    });

    async function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
      const outgoing = request({ port, path, method, headers, host: '127.0.0.1' }).end();
      const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      return { status: incoming.statusCode, headers: incoming.headers, bytes: Buffer.concat(chunks) };
    }
    const gzip = { 'Accept-Encoding': 'gzip, deflate, br' };
    const html = { Accept: 'text/html' };

    test.each<[string, Record<string, string>]>([
      ['/openapi.json', {}],
      ['/contexts/mikromerit/v1', {}],
      ['/sv/', html],
      ['/sv/verify', html],
    ])('%s, to the same bytes', async (path, headers) => {
      const [plain, packed] = [await raw(path, headers), await raw(path, { ...headers, ...gzip })];
      expect([plain.status, packed.status]).toEqual([200, 200]);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(packed.headers['vary']).toContain('Accept-Encoding');
      expect(plain.headers['vary']).toContain('Accept-Encoding');
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
      expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    });

    test('and whoever has either form is told that it is unchanged', async () => {
      for (const first of [{}, gzip])
        for (const second of [{}, gzip]) {
          const { etag = '' } = (await raw('/openapi.json', first)).headers;
          const again = await raw('/openapi.json', { ...second, 'If-None-Match': etag });
          expect([again.status, again.bytes.length]).toEqual([304, 0]);
          expect(again.headers['vary']).toContain('Accept-Encoding');
        }
    });

    test('no body where only the head was asked for', async () => {
      const { status, bytes, headers } = await raw('/openapi.json', gzip, 'HEAD');
      expect([status, bytes.length, headers['content-encoding']]).toEqual([200, 0, undefined]);
    });
  });

  async function served(trustsProxy: boolean) {
    await serving?.stop();
    serving = await startServing({ services, port: 0, trustsProxy });
    const client = createClient(`http://127.0.0.1:${serving.port}`);
    return {
      client,
      check: (from?: string) =>
        client.post('/api/v1/verify', { credential: {} }, from === undefined ? {} : { 'X-Forwarded-For': from }),
    };
  }

  test('checks twenty documents at once from one place, then says how long to wait; the rest stays open', async () => {
    const { client, check } = await served(false);
    const answers = await untilRefused(() => check());
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { type: '/problems/rate-limited' } });
    expect(answers.at(-1)?.headers.get('Retry-After')).toBe('1');
    for (const { status } of answers.slice(0, -1)) expect(status).toBe(200);
    expect((await client.get('/api/v1/microcredentials')).status).toBe(200);
  });

  test('does not believe X-Forwarded-For unless it is told to', async () => {
    const { check } = await served(false);
    const answers = await untilRefused((index) => check(`203.0.113.${index}`));
    expect(answers.at(-1)?.status).toBe(429);
  });

  test('believes the nearest proxy where it is told to, and nothing that the visitor wrote before it', async () => {
    const { check } = await served(true);
    const others = await untilRefused((index) => check(`203.0.113.${index}`));
    for (const { status } of others) expect(status).toBe(200);
    const disguised = await untilRefused((index) => check(`10.0.0.${index}, 198.51.100.7`));
    expect(disguised.at(-1)?.status).toBe(429);
  });

  test('answers an address that cannot be read, and goes on', async () => {
    const { client } = await served(false);
    const answer = await client.get('/%');
    expect(answer.status).toBeLessThan(500);
    expect((await client.get('/health')).status).toBe(200);
  });

  test.each(['/api/v1/verify', '/sv/verify'])(
    'goes on where an upload to %s is cut off in its middle',
    async (path) => {
      const { client } = await served(false);
      const begun = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\n{"credential":`;
      for (const end of ['destroy', 'resetAndDestroy'] as const) {
        const socket = connect(serving!.port, '127.0.0.1');
        await once(socket, 'connect');
        socket.write(begun);
        await new Promise((resolve) => setTimeout(resolve, 50));
        socket[end]();
      }
      expect((await client.get('/health')).status).toBe(200);
      expect((await client.post('/api/v1/verify', { credential: {} })).status).toBe(200);
    },
  );

  test('stops: no new connection, and the port is free', async () => {
    await served(false);
    const { port } = serving!;
    await serving!.stop();
    serving = await startServing({ services, port, trustsProxy: false });
    expect((await createClient(`http://127.0.0.1:${port}`).get('/health')).body).toMatchObject({ live: true });
  });

  test('says that its port is taken', async () => {
    await expect(startServing({ services, port: serving!.port, trustsProxy: false })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
