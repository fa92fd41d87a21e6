import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { type Env, root, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { readDemoFile, type DemoFile } from './demo-file.ts';

/** What the walk says on its way, in this order, on whatever it runs. */
const steps: readonly RegExp[] = [
  /^The main job at Archipelago Demo University, http:\/\/localhost:\d+$/,
  /^ 1\. A draft is written: /,
  /^ 2\. Publishing is refused, with reasons:$/,
  /^ {6}#\/level: /,
  /^ {6}#\/qualityAssurance: /,
  /^ 3\. The draft is mended; nothing stands in the way\.$/,
  /^ 4\. Published as http:\/\/localhost:\d+\/institutions\/skargarden\/microcredentials\/[\w-]+\/versions\/1$/,
  /^ {6}digest sha256-[A-Za-z0-9+/]{43}=$/,
  /^ 5\. An offering is open from /,
  /^ 6\. A learner is registered\.$/,
  /^ 7\. The examiner finds the outcomes met: grade G\.$/,
  /^ 8\. Awarded and signed: http:\/\/localhost:\d+\/records\/[0-9a-f-]{36}$/,
  /^ 9\. Checked here: genuine and in force \(.*proof passed.*status passed.*catalogue passed\)\.$/,
  /^10\. Checked by @digitalcredentials\/vc as a stranger, which fetched over HTTP:$/,
  /^ {6}http:.*\/institutions\/skargarden\/did\.json$/,
  /^ {6}http:.*\/contexts\/mikromerit\/v1$/,
  /^ {6}http:.*\/institutions\/skargarden\/status\/1\/revocation$/,
  /^11\. One character changed: not genuine \(.*proof failed.*The stranger refuses it too\.$/,
  /^12\. The institution revokes the award, on the ground “awarded in error”\.$/,
  /^13\. Checked again: revoked, says the list published .* The stranger sees it too\.$/,
  /^Every step went as stated\.$/,
];

type Walk = Readonly<{ code: number | null; stdout: string; stderr: string }>;

/** `npm run demo`, without the build before it. `whenItStays` is called with what is said of the service that stays. */
async function walk(env: Env = {}, whenItStays?: (said: string) => Promise<void>): Promise<Walk> {
  const options = whenItStays ? ['--stay'] : [];
  const child = spawn(process.execPath, [join(root, 'scripts/demo.ts'), ...options], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text));
  if (whenItStays) {
    await vi.waitFor(() => expect(printed.stdout).toContain('keys of the demo'), { timeout: 110_000, interval: 200 });
    await whenItStays(printed.stdout).finally(() => child.kill('SIGINT'));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...printed };
}

function expectEveryStep({ code, stdout, stderr }: Walk): void {
  expect(stderr).toBe('');
  const lines = stdout.split('\n');
  for (const step of steps) {
    const found = lines.findIndex((line) => step.test(line));
    expect(found, `${step} in what is left of the walk: ${lines.join('\n')}`).toBeGreaterThanOrEqual(0);
    lines.splice(0, found + 1);
  }
  expect(code).toBe(0);
}

describe('the demo', () => {
  test('walks the main job on a service of its own, which stays where that is asked for', async () => {
    let folder = '';
    const looksAround = async (said: string): Promise<void> => {
      folder = dirname(/keys of the demo +(.+)/.exec(said)![1]!);
      for (const what of ['the catalogue', 'a certificate', 'check a certificate', 'the interface']) {
        const address = new RegExp(`^ +${what} +(http\\S+)$`, 'm').exec(said)![1]!;
        expect((await fetch(address, { headers: { Accept: 'text/html' } })).status, what).toBe(200);
      }
    };
    expectEveryStep(await walk({}, looksAround));
    expect(existsSync(folder)).toBe(false);
  });

  test('exits with 1 where it is told half of what it needs, or a key that is none', async () => {
    const half = await walk({ BASE_URL: 'http://localhost:1' });
    expect(half).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Set both BASE_URL and API_KEY, or neither.'),
    });
  });
});

describeOnPostgres('the demo on PostgreSQL', () => {
  let database: FreshPostgres;
  let env: Env;
  let service: RunningService;
  let file: DemoFile;

  beforeAll(async () => {
    database = await freshPostgres();
    const key = randomBytes(32).toString('base64');
    const own = { PORT: String(await freePort()), DATA_DIR: await temporaryFolder() };
    env = { ...own, DATABASE_URL: database.url, KEY_ENCRYPTION_KEY: key, DEMO: '1' };
    service = await start(env);
    file = await readDemoFile(service.dataDir);
  });
  afterAll(async () => {
    if (service) await terminate(service);
    await database?.drop();
  });

  test('walks the main job', async () => {
    expectEveryStep(await walk({ BASE_URL: service.baseUrl, API_KEY: file.apiKey }));
  });

  test('stops at the first step that is not as stated, with 1', async () => {
    const { code, stderr } = await walk({ BASE_URL: service.baseUrl, API_KEY: 'mikromerit_none' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/The demo stopped: whom the key stands for: GET \/api\/v1\/me answered 401 and not 200/);
  });

  const rows = async () => {
    const tables = [
      'institution',
      'microcredential',
      'offering',
      'learner',
      'award',
      'staff_member',
      'api_key',
    ] as const;
    const counts = tables.map((table) =>
      database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    return (await Promise.all(counts)).map(({ count }, index) => `${tables[index]} ${count}`);
  };

  test('is loaded once: a second start prints the same, and nothing more is there', async () => {
    const [before, said] = [await rows(), service.output()];
    expect(said).toContain(`catalogue      ${service.baseUrl}/\n`);
    expect(said).toContain(`a certificate  ${file.certificate}\n`);
    expect(said).toContain(`check one      ${service.baseUrl}/verify\n`);
    expect(said).toContain(`API reference  ${service.baseUrl}/docs\n`);
    expect(said).toContain(`in ${join(service.dataDir, 'demo-api-keys.json')}\n`);
    expect(said).not.toContain('mikromerit_');
    expect((await stat(join(service.dataDir, 'demo-api-keys.json'))).mode & 0o777).toBe(0o600);

    expect((await terminate(service)).code).toBe(0);
    service = await start(env);
    const printed = (text: string) => text.split('\n').filter((line) => !line.startsWith('{'));
    expect(printed(service.output())).toEqual(printed(said));
    expect(await readDemoFile(service.dataDir)).toEqual(file);
    expect(await rows()).toEqual(before);
  });

  test('shows a certificate that is in force, to people and to machines, and every other address that it prints', async () => {
    const page = await fetch(file.certificate, { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
    const anyone = createClient(service.baseUrl);
    const credential = (await anyone.get(new URL(file.certificate).pathname)).body;
    expect((await anyone.post('/api/v1/verify', { credential })).body).toMatchObject({ verdict: 'valid' });
    for (const path of ['/', '/verify', '/docs']) {
      const { status } = await fetch(`${service.baseUrl}${path}`, { headers: { Accept: 'text/html' } });
      expect(`${path} ${status}`).toBe(`${path} 200`);
    }
  });
});
