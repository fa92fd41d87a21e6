import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort, temporaryFolder } from '../../scripts/demo/service.ts';
import { type Bundle, bundleWorker } from '../../scripts/worker/bundle.ts';
import {
  addressOf,
  type Place,
  prepareDatabase,
  type RunningWorker,
  startWorker,
} from '../../scripts/worker/worker.ts';
import { suites } from '../../src/credentials/proofs/suites/index.ts';
import { presentedBy } from '../credentials/proofs/suites/signed-by.ts';
import { type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { everything, makeOldFormat } from '../databases/old-format.ts';
import { leaveUnsigned } from './unsigned-award.ts';
import { describeInWorkerd } from './workerd.ts';

const root = join(import.meta.dirname, '../..');

let folder: string;
let bundle: Bundle;
beforeAll(async () => {
  folder = await temporaryFolder();
  bundle = await bundleWorker(join(folder, 'bundle'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  test('runs where code may not be made from text, not even at start-up', async () => {
    const settings = await readFile(join(root, 'wrangler.toml'), 'utf8');
    expect(settings).toMatch(/^compatibility_flags = \[[^\]]*^ *"disallow_eval_during_startup",$/m);
  });

  // Strict, because nothing in it needs to: what comes to match is a new dependency that wants looking at.
  test('makes no code from text', async () => {
    const script = await readFile(bundle.script, 'utf8');
    const found = script.matchAll(/\bnew Function\b|(?<![\w$.])(eval|Function)\(/g);
    expect([...found].map(({ index }) => script.slice(index - 200, index + 200))).toEqual([]);
  });

  test('has nothing in it that is for Node alone', async () => {
    const { inputs, outputs } = JSON.parse(await readFile(bundle.metafile, 'utf8'));
    const packages = Object.keys(inputs).map((path) => /node_modules\/((@[^/]+\/)?[^/]+)\/[^:]*$/.exec(path)?.[1]);
    const forNode = ['undici', '@hono/node-server', '@electric-sql/pglite', 'ajv', 'setimmediate'];
    expect(forNode.filter((name) => packages.includes(name))).toEqual([]);
    const imported = Object.values<any>(outputs).flatMap(({ imports }) => imports.map(({ path }: any) => path));
    const unknownToWorkerd = /^(node:)?(sqlite|child_process|cluster|worker_threads|vm|repl|inspector)$/;
    expect(imported.filter((path) => unknownToWorkerd.test(path))).toEqual([]);
  });
});

describeInWorkerd('the Worker', () => {
  const keyEncryptionKey = randomBytes(32);
  const secret = { KEY_ENCRYPTION_KEY: keyEncryptionKey.toString('base64') };
  let database: FreshPostgres;
  let place: Place;
  let worker: RunningWorker;
  let apiKey: string;

  beforeAll(async () => {
    database = await freshPostgres();
    place = { databaseUrl: database.url, port: String(await freePort()), dataDir: folder };
    await prepareDatabase(place, secret.KEY_ENCRYPTION_KEY);
    apiKey = JSON.parse(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')).apiKey;
    const variables = { ...secret, PUBLIC_URL: addressOf(place) };
    worker = await startWorker(place, { variables, script: bundle.script });
  });
  afterAll(async () => {
    await worker?.stop();
    await database?.drop();
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(worker.baseUrl + path, { headers });

  test('is in good health, and a stranger can resolve what it signs', async () => {
    const response = await get('/health?stranger=1');
    const stranger = { did: 'passed', context: 'passed', statusList: 'passed' };
    expect([response.status, await response.json()]).toEqual([200, { live: true, ready: true, stranger }]);
  });

  test('walks the whole demo', async () => {
    const env = { PATH: process.env['PATH'], BASE_URL: worker.baseUrl, API_KEY: apiKey };
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/demo.ts')], { env });
    expect(stdout).toContain('Every step went as stated.');
  });

  test('renders pages, with a policy about content', async () => {
    const response = await get('/en/', { Accept: 'text/html' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(await response.text()).toMatch(/^<!doctype html><html lang="en">.*<\/html>\s*$/s);
  });

  test('checks proofs of every suite', async () => {
    for (const { id, keys, signing } of suites) {
      if (!signing) continue;
      for (const { id: algorithm } of keys) {
        const { credential } = await presentedBy(algorithm, id);
        // By a key, which may ask for more than a place.
        const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${apiKey}` };
        const body = JSON.stringify({ credential });
        const response = await fetch(`${worker.baseUrl}/api/v1/verify`, { method: 'POST', headers, body });
        const { checks } = (await response.json()) as { checks: { name: string; outcome: string }[] };
        expect(
          checks.find(({ name }) => name === 'proof'),
          `${id} by ${algorithm}`,
        ).toMatchObject({ outcome: 'passed' });
      }
    }
  });

  test.each([
    ['what is not JSON', 400, '/api/v1/verify', '{"credential":'],
    ['what has no credential', 400, '/api/v1/verify', '{}'],
    ['what is nested too deep', 400, '/api/v1/verify', `{"credential":${'['.repeat(65)}${']'.repeat(65)}}`],
    ['10 MB', 413, '/api/v1/verify', JSON.stringify({ credential: { a: 'a'.repeat(10_000_000) } })],
    ['whom it does not know', 401, '/api/v1/institutions/skargarden/results', '{}'],
    ['an address where nothing lives', 404, '/api/v1/nothing', '{}'],
  ])('answers %s with a problem document', async (_, status, path, body) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(worker.baseUrl + path, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  // Each on a connection of its own: what one request opened is closed to every other.
  test('answers many at once', async () => {
    const paths = ['/health', '/en/', '/api/v1/microcredentials', '/api/v1/institutions', '/contexts/mikromerit/v1'];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => get(paths[index % paths.length]!)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('finishes on its schedule what was prepared and never signed', async () => {
    const address = await leaveUnsigned({ db: database.db, baseUrl: worker.baseUrl, keyEncryptionKey, apiKey });
    const staff = createClient(worker.baseUrl, apiKey);
    expect((await staff.get(address)).body.state).toBe('prepared');
    expect((await staff.get(`${address}/credential`)).status).toBe(409);

    expect((await get('/cdn-cgi/handler/scheduled')).status).toBe(200);

    expect((await staff.get(address)).body.state).toBe('issued');
    const { body: credential } = await staff.get(`${address}/credential`);
    expect((await staff.post('/api/v1/verify', { credential })).body.verdict).toBe('valid');
  });

  test('lets nothing be added to what all objects share', async () => {
    // In a folder of its own: wrangler watches the one that its script is in, and loads it anew where a file appears.
    const script = join(folder, 'sealed/worker.js');
    const entryPoints = [join(import.meta.dirname, 'sealed-worker.ts')];
    await build({ entryPoints, outfile: script, bundle: true, format: 'esm' });
    const other = { ...place, port: String(await freePort()) };
    const sealed = await startWorker(other, { variables: { ...secret, PUBLIC_URL: addressOf(place) }, script });
    try {
      // wrangler may load a script once more that was written a moment ago, and drops what it was asked then.
      const answer = await vi.waitFor(async () => (await (await fetch(sealed.baseUrl)).json()) as unknown, 30_000);
      expect(answer).toEqual({ isSealed: true, written: [] });
    } finally {
      await sealed.stop();
    }
  });

  test('refuses a document that names a node as every object names something, and goes on', async () => {
    const staff = createClient(worker.baseUrl, apiKey);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2', `${worker.baseUrl}/contexts/mikromerit/v1`],
        type: ['VerifiableCredential'],
        issuer: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
        credentialSubject: { description: { id: 'https://x.example/1', learningOutcome: name } },
      };
      const { status, body } = await staff.post('/api/v1/verify', { credential });
      expect([status, ['malformed', 'invalid', 'undetermined'].includes(body.verdict)]).toEqual([200, true]);
    }
    expect((await get('/health')).status).toBe(200);
  });

  test('without its key it answers 500 and says no more; its log says why', async () => {
    const other = { ...place, port: String(await freePort()) };
    const keyless = await startWorker(other, { variables: { PUBLIC_URL: addressOf(place) }, script: bundle.script });
    try {
      const response = await fetch(`${keyless.baseUrl}/api/v1/microcredentials`);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500 };
      expect([response.status, await response.json()]).toEqual([500, problem]);
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      await vi.waitFor(() => expect(keyless.output()).toMatch(/"message":"[^"]*KEY_ENCRYPTION_KEY: required/));
    } finally {
      await keyless.stop();
    }
  });

  test('refuses a database whose records are of an earlier version', async () => {
    const old = await freshPostgres();
    await makeOldFormat(old.db);
    const before = await everything(old.db);
    const other = { ...place, databaseUrl: old.url, port: String(await freePort()) };
    const variables = { ...secret, PUBLIC_URL: addressOf(place) };
    const refusing = await startWorker(other, { variables, script: bundle.script });
    try {
      const response = await fetch(`${refusing.baseUrl}/api/v1/microcredentials`);
      const problem = {
        type: '/problems/service-misconfigured',
        detail: expect.stringMatching(/by an earlier version/),
      };
      expect([response.status, await response.json()]).toEqual([500, expect.objectContaining(problem)]);
      expect(await everything(old.db)).toEqual(before);
    } finally {
      await refusing.stop();
      await old.drop();
    }
  });
});
