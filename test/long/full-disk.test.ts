import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { completeContent } from '../../scripts/demo/content.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { kill, root, runService, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { smallDisk, startWithSmallFiles } from '../runtime/small-disk.ts';

type DemoFile = Readonly<{ apiKey: string; institution: string }>;
const keysIn = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')) as DemoFile;

// Each makes a database from nothing, some twice.
vi.setConfig({ testTimeout: 300_000 });

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether the demo is whole, and can be worked with. */
async function isWhole({ baseUrl }: RunningService, folder: string): Promise<void> {
  const { apiKey, institution } = await keysIn(folder);
  const anyone = createClient(baseUrl);
  expect((await anyone.get('/api/v1/institutions')).body.items).toHaveLength(2);
  const { status } = await createClient(baseUrl, apiKey).post(`/api/v1/institutions/${institution}/microcredentials`, {
    slug: 'after-all',
    content: completeContent('FI'),
  });
  expect(status).toBe(201);
  expect(existsSync(join(folder, 'database-unfinished'))).toBe(false);
}

/** Too little for the whole of a first start. */
const sizes = [90_000];

describe('a first start on a disk that fills', () => {
  test.each(sizes)('at %i kB leaves nothing that cannot start again', async (kilobytes) => {
    const disk = await smallDisk(kilobytes);
    if (!disk) return withSmallFiles(kilobytes);
    try {
      const DATA_DIR = join(disk.folder, 'data');
      const { code, stdout, stderr } = await runService({ DATA_DIR, PORT: String(await freePort()) });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^The service does not start:\n {2}- DATA_DIR: .*(no room left|ENOSPC).*\n$/);
      await disk.enlarge(200);
      const service = await start({ DATA_DIR });
      await isWhole(service, DATA_DIR);
      await terminate(service);
    } finally {
      await disk.remove();
    }
  });

  /** Where no disk can be mounted: no file may grow beyond a size, which the database meets as a disk that is full. */
  async function withSmallFiles(kilobytes: number): Promise<void> {
    const DATA_DIR = join(await temporaryFolder(), 'data');
    const limit = Math.min(kilobytes, 4_000);
    const { code } = await startWithSmallFiles({ DATA_DIR, PORT: String(await freePort()) }, limit);
    expect(code).toBe(1);
    const service = await start({ DATA_DIR });
    await isWhole(service, DATA_DIR);
    await terminate(service);
  }

  test('where a file may not grow, too', () => withSmallFiles(1_000));
});

describe('a first start that is killed', () => {
  /** Killed as soon as this is in its folder. */
  async function killWhen(DATA_DIR: string, name: string): Promise<void> {
    const words = ['--disable-warning=ExperimentalWarning', join(root, 'dist/node.js')];
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR, PORT: String(await freePort()) };
    const child = spawn(process.execPath, words, { env, stdio: 'ignore' });
    const gone = once(child, 'exit');
    while (!existsSync(join(DATA_DIR, name)) && child.exitCode === null) await pause(2);
    child.kill('SIGKILL');
    await gone;
  }

  test('can be made again, wherever it was and however often', async () => {
    const DATA_DIR = join(await temporaryFolder(), 'data');
    for (const name of ['lock', 'database/base', 'database/PG_VERSION']) {
      await killWhen(DATA_DIR, name);
      expect(existsSync(join(DATA_DIR, 'demo-api-keys.json'))).toBe(false);
    }
    const service = await start({ DATA_DIR });
    await isWhole(service, DATA_DIR);
    expect(service.output()).toContain('"message":"a first start was interrupted; the database is made anew"');
    await terminate(service);
  });
});

describe('a disk that fills while the service runs', () => {
  test('is told to who writes and to the log, and nothing that was acknowledged is lost', async ({ skip }) => {
    const disk = await smallDisk(200_000);
    if (!disk) return skip('no disk can be mounted here (that takes root, on Linux)');
    try {
      const DATA_DIR = join(disk.folder, 'data');
      const env = { DATA_DIR, PORT: String(await freePort()) };
      let service = await start(env);
      const { apiKey, institution } = await keysIn(DATA_DIR);
      const base = `/api/v1/institutions/${institution}/microcredentials`;
      const staff = createClient(service.baseUrl, apiKey);
      const acknowledged: string[] = [];
      const write = async (slug: string) => {
        const answer = await staff.post(base, { slug, content: completeContent('FI') });
        if (answer.status === 201) acknowledged.push(slug);
        return answer;
      };

      disk.fill(64_500_000);
      let refused = 0;
      for (let number = 0; refused < 5; number += 1) {
        const { status, body, headers } = await write(`draft-${number}`);
        if (status === 201) continue;
        refused += 1;
        expect({ status, body }).toMatchObject({ status: 507, body: { type: '/problems/storage-full' } });
        expect(headers.get('Retry-After')).toBe('60');
      }
      expect((await staff.get(base)).status).toBe(200);
      expect(service.output().match(/"the disk of the database is full"/g)).toHaveLength(1);
      expect(service.output().match(/"level":"error"/g)).toHaveLength(1);

      disk.empty();
      expect((await write('with-room')).status).toBe(201);

      disk.fill(0);
      expect((await write('without-room')).status).toBe(507);
      await kill(service);
      expect((await runService(env)).stderr).toMatch(/DATA_DIR: there is no room left on the disk/);
      disk.empty();
      service = await start(env);
      const again = createClient(service.baseUrl, apiKey);
      for (const slug of acknowledged) expect([slug, (await again.get(`${base}/${slug}`)).status]).toEqual([slug, 200]);
      await terminate(service);
    } finally {
      await disk.remove();
    }
  });
});
