import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, type RunningService, startService } from '../../scripts/demo/service.ts';

const root = join(import.meta.dirname, '../..');
const json = (text: string): any => JSON.parse(text);

type Ended = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Runs a program with this environment and nothing else. */
function run(program: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) =>
    execFile(program, [...words], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    ),
  );
}
const release = (target: string) => run(process.execPath, [join(root, 'scripts/release.ts'), target], root);

let home: string;
let folder: string;
let node: string;
let made: Ended;
const read = (path: string) => readFile(join(folder, path), 'utf8');

beforeAll(async () => {
  // Outside the project, so that no package of the project can be found from it.
  home = await mkdtemp(join(tmpdir(), 'mikromerit-release-'));
  folder = join(home, 'release');
  node = join(home, 'node');
  await copyFile(process.execPath, node, constants.COPYFILE_FICLONE);
  made = await release(folder);
});

afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));

async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('the folder', () => {
  test('is under 80 MB, says so, and leaves nothing beside it', async () => {
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const sizes = await Promise.all((await filesOf(folder)).map(async (file) => (await readFile(file)).byteLength));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(80_000_000);
    expect(made.stdout).toContain(`${(bytes / 1_000_000).toFixed(1)} MB`);
    expect((await readdir(home)).sort()).toEqual(['node', 'release']);
  });

  test('has the version and the licence of the project, and nothing to install', async () => {
    const project = json(await readFile(join(root, 'package.json'), 'utf8'));
    const manifest = json(await read('package.json'));
    expect(manifest).toMatchObject({ version: project.version, license: 'EUPL-1.2', engines: { node: '>=24' } });
    expect(Object.keys(manifest).filter((name) => /dependencies/i.test(name))).toEqual([]);
    expect(await read('LICENSE')).toContain('European Union Public Licence');
    expect(await read('README.md')).toContain('DATABASE_URL');
  });

  test('has the terms of every package that was bundled, and of what the generator took in', async () => {
    const terms = await read('THIRD-PARTY-LICENSES');
    const sources = (await Promise.all(['dist/node.js.map', 'dist/cli.js.map'].map(read))).flatMap(
      (text) => json(text).sources as string[],
    );
    const names = sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    expect(new Set(names).size).toBeGreaterThan(30);
    const others = ['ajv', 'fast-deep-equal', '@electric-sql/pglite', '@fontsource-variable/source-sans-3'];
    for (const name of [...new Set(names), ...others]) expect(terms).toMatch(new RegExp(`^${name} \\d`, 'm'));
    for (const part of ['PostgreSQL', 'Emscripten']) expect(terms).toContain(`\n${part} (in PGlite)\n`);
  });

  test('names no folder of the machine that made it', async () => {
    for (const file of (await filesOf(folder)).filter((path) => !/\.(wasm|data)$/.test(path)))
      expect((await readFile(file, 'utf8')).includes(root), file).toBe(false);
  });

  test('is made again byte for byte, over the old one', async () => {
    const before = await read('SHA256SUMS');
    await writeFile(join(folder, 'stray'), '');
    expect(await release(folder)).toMatchObject({ code: 0, stderr: '' });
    expect(await read('SHA256SUMS')).toBe(before);
    expect(await readdir(folder)).not.toContain('stray');
  });

  test('is not made where something else would be deleted', async () => {
    const other = join(home, 'other');
    await mkdir(other);
    await writeFile(join(other, 'thesis.txt'), 'the only copy');
    expect(await release(other)).toMatchObject({ code: 1, stderr: expect.stringContaining('no release') });
    expect(await readdir(other)).toEqual(['thesis.txt']);
    await rm(other, { recursive: true });
  });
});

describe('with Node alone and an empty environment', () => {
  let service: RunningService;
  let dataDir: string;
  let metricsPort: number;

  beforeAll(async () => {
    dataDir = join(home, 'data');
    metricsPort = await freePort();
    service = await startService(
      { PATH: '', DATA_DIR: dataDir, METRICS: `127.0.0.1:${metricsPort}` },
      { node, script: join(folder, 'dist/node.js'), cwd: home },
    );
  });
  afterAll(() => service.stop());

  const cli = (...words: string[]) => run(node, [join(folder, 'dist/cli.js'), ...words], home, { DATA_DIR: dataDir });

  test('it is healthy', async () => {
    expect(await (await fetch(`${service.baseUrl}/health`)).json()).toEqual({ live: true, ready: true });
  });

  test('it counts what it does', async () => {
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    expect(await metrics.text()).toMatch(/^mikromerit_http_request_duration_seconds_count\{operation="readHealth",/m);
  });

  test('it shows the catalogue, with its style sheet and its fonts', async () => {
    const page = await fetch(service.baseUrl, { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect(page.status).toBe(200);
    const [, style = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(await page.text()) ?? [];
    const sheet = await fetch(`${service.baseUrl}${style}`);
    const [font = ''] = /\/assets\/[^")]+\.woff2/.exec(await sheet.text()) ?? [];
    expect((await fetch(`${service.baseUrl}${font}`)).headers.get('content-type')).toBe('font/woff2');
  });

  test('it checks a certificate that it signed', async () => {
    const { certificate } = json(await readFile(join(dataDir, 'demo-api-keys.json'), 'utf8'));
    const answer = await fetch(`${service.baseUrl}/api/v1/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link: certificate }),
    });
    expect(await answer.json()).toMatchObject({ verdict: 'valid' });
  });

  test('the command line explains itself and reaches the service', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('audit check') });
    const audit = await cli('audit', 'check', 'skargarden');
    expect(audit).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('the chain is whole') });
  });

  test('it ends when it is told to', async () => {
    const ended = new Promise((resolve) => service.process.once('exit', resolve));
    service.process.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
