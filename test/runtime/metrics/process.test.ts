import { readdir, readFile, readlink } from 'node:fs/promises';
import { platform } from 'node:os';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { freePort } from '../../../scripts/demo/service.ts';
import { describeOnPostgres, freshPostgres } from '../../databases/databases.ts';
import { migratedFolder } from '../embedded.ts';
import { type Env, runService, stackLine, start, temporaryFolder, terminate } from '../processes.ts';
import { scrape, valueOf } from './exposition.ts';

const embedded = async (): Promise<Env> => ({ ...(await migratedFolder()).env, DEMO: '0' });

/** The ports at which a process listens, by /proc/net and its own open files. */
async function portsOf(pid: number): Promise<readonly number[]> {
  const links = (await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''));
  const own = new Set(await Promise.all(links));
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')));
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && own.has(`socket:[${inode}]`))
    .map(([, address = '']) => parseInt(address.split(':')[1] ?? '', 16));
}

test.skipIf(platform() !== 'linux')('nothing is counted, and nothing listens, unless it is asked for', async () => {
  const env = await embedded();
  const service = await start(env);
  expect(await portsOf(service.process.pid ?? 0)).toEqual([Number(env['PORT'])]);
  expect((await fetch(`${service.baseUrl}/metrics`)).status).toBe(404);
  expect(service.output()).not.toContain('metrics');
  expect((await terminate(service)).code).toBe(0);
});

test('where it is asked for, the built service counts, says where, and stops cleanly', async () => {
  const port = await freePort();
  const service = await start({ ...(await embedded()), METRICS: `127.0.0.1:${port}` });
  expect((await fetch(`${service.baseUrl}/metrics`)).status).toBe(404);
  const scraped = await scrape(port);
  const healthy = { operation: 'readHealth', status: '2xx' };
  expect(valueOf(scraped, 'mikromerit_http_request_duration_seconds_count', healthy)).toBeGreaterThan(0);
  expect(scraped.samples.filter(({ name }) => name.includes('pool'))).toEqual([]);
  expect(service.output()).toContain(`metrics        http://127.0.0.1:${port}/metrics`);
  expect((await terminate(service)).code).toBe(0);
  expect(service.output()).not.toContain('"level":"error"');
  await expect(scrape(port)).rejects.toThrow();
});

test('a place that is taken is refused before anything is made', async () => {
  const port = await freePort();
  const env = await embedded();
  const service = await start({ ...env, METRICS: `127.0.0.1:${port}` });
  const other = await temporaryFolder();
  const { code, stderr } = await runService({
    DATA_DIR: other,
    PORT: String(await freePort()),
    METRICS: `127.0.0.1:${port}`,
  });
  expect(code).toBe(1);
  expect(stderr).toContain(`METRICS: cannot listen on 127.0.0.1, port ${port} (EADDRINUSE).`);
  expect(stderr).not.toMatch(stackLine);
  expect(await readdir(other)).toEqual([]);
  await terminate(service);
});

describeOnPostgres('with PostgreSQL', () => {
  test('the connections of both pools are counted', async () => {
    const database = await freshPostgres();
    const port = await freePort();
    const service = await start({
      DATABASE_URL: database.url,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      METRICS: `127.0.0.1:${port}`,
      DEMO: '0',
    });
    const scraped = await scrape(port);
    for (const pool of ['reading', 'writing']) {
      const [size, idle, waiting] = ['size', 'idle', 'waiting'].map((name) =>
        valueOf(scraped, `mikromerit_database_pool_${name}`, { pool }),
      );
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(5);
      expect(idle).toBeLessThanOrEqual(size ?? 0);
      expect(waiting).toBe(0);
    }
    expect(scraped.samples.filter(({ name }) => name.includes('pool'))).toHaveLength(6);
    expect((await terminate(service)).code).toBe(0);
    await database.drop();
  });
});
