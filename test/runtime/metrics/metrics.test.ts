import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdicts as verdictNames } from '../../../src/domain/verification/verification.ts';
import { createLimits, defaultRates } from '../../../src/http/middleware/rate-limit.ts';
import { platform } from '../../../src/platform/platform.ts';
import { composeApp, composeServices } from '../../../src/runtime/compose.ts';
import { type Metrics, startMetrics } from '../../../src/runtime/metrics/metrics.ts';
import { type Client, createClient, type Dispatch } from '../../http/setup/client.ts';
import { type Harness, origin, type Place, startHarness } from '../../http/setup/harness.ts';
import { must, type Story, wholeStory } from '../../http/setup/story.ts';
import { scrape, valueOf } from './exposition.ts';

const requests = 'mikromerit_http_request_duration_seconds';
const loopback = { host: '127.0.0.1', port: 0 };

let harness: Harness;
let metrics: Metrics;
let anyone: Client;
let north: Place;

/** The service as it is served, with its metrics on; requests come by hand, and scrapes over the network. */
beforeAll(async () => {
  harness = await startHarness();
  metrics = await startMetrics(loopback);
  const { db, clock, network, keyEncryptionKey } = harness;
  const services = metrics.counting(
    composeServices({
      db,
      origins: [origin],
      keyEncryptionKey,
      fetchOnce: network.fetchOnce,
      platform: { ...platform, now: clock.now, wait: clock.wait },
      onIssued: metrics.onIssued,
    }),
  );
  metrics.observe({ db });
  const app = composeApp();
  const limits = createLimits(defaultRates, () => clock.now().getTime());
  const answer: Dispatch = async (request, clientAddress) => app.fetch(request, { services, limits, clientAddress });
  const dispatch = metrics.measure(answer);
  const clientOf = (name: string, key?: string) => createClient(dispatch, () => undefined, name, key);
  anyone = clientOf('nobody');
  const as = Object.entries(harness.north.keys).map(([name, key]) => [name, clientOf(name, key)]);
  north = { ...harness.north, as: Object.fromEntries(as) };
});
afterAll(async () => {
  await metrics.close();
  await harness.close();
});

const now = () => scrape(metrics.port);
const countOf = (of: Awaited<ReturnType<typeof now>>, operation: string, status: string) =>
  valueOf(of, `${requests}_count`, { operation, status });

test('before anything happened there is what the process is, and every verdict at nought', async () => {
  const scraped = await now();
  expect(scraped.types).toMatchObject({
    process_cpu_seconds_total: 'counter',
    process_resident_memory_bytes: 'gauge',
    nodejs_eventloop_lag_seconds: 'gauge',
    mikromerit_verifications_total: 'counter',
    mikromerit_awards_issued_total: 'counter',
    mikromerit_awards_waiting: 'gauge',
    mikromerit_status_list_published_seconds: 'gauge',
    mikromerit_status_list_unpublished_seconds: 'gauge',
    mikromerit_remote_signatures_seconds: 'histogram',
    [requests]: 'histogram',
  });
  expect(valueOf(scraped, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  const verdicts = scraped.samples.filter(({ name }) => name === 'mikromerit_verifications_total');
  expect(verdicts.map(({ value }) => value)).toEqual(verdictNames.map(() => 0));
});

test('a check, a page, a permanent address and a path that is none are counted where they belong', async () => {
  const before = await now();
  const { verdict } = must(await anyone.post('/api/v1/verify', { credential: {} }), 200);
  await anyone.get('/sv/', { Accept: 'text/html' });
  await anyone.get('/institutions/provsjo');
  await anyone.get('/institutions/provsjo/microcredentials/nothing-there');
  await anyone.get('/nothing-there');
  const after = await now();
  const grew = (operation: string, status: string) =>
    countOf(after, operation, status) - countOf(before, operation, status);
  expect(grew('verifyCredential', '2xx')).toBe(1);
  expect(grew('page/catalogue', '2xx')).toBe(1);
  expect(grew('address/institution', '2xx')).toBe(1);
  expect(grew('address/microcredential', '4xx')).toBe(1);
  expect(grew('other', '4xx')).toBe(1);
  expect(verdictNames).toContain(verdict);
  expect(valueOf(after, 'mikromerit_verifications_total', { verdict })).toBe(1);
  expect(valueOf(after, `${requests}_bucket`, { operation: 'verifyCredential', le: '+Inf' })).toBe(1);
});

test('a request that ends in a fault is counted as one, and the fault is passed on', async () => {
  const fault = new Error('The connection broke.');
  const failing = metrics.measure(() => Promise.reject(fault));
  await expect(failing(new Request(`${origin}/en/verify`))).rejects.toBe(fault);
  expect(countOf(await now(), 'page/verifyPage', '5xx')).toBe(1);
});

describe('after a whole story', () => {
  let story: Story;
  let page: string;
  beforeAll(async () => {
    story = await wholeStory(north, 'vattenprov');
    const turned = await north.as.registrar.put(`${north.base}/awards/${story.award.id}/certificate-page`, {
      on: true,
    });
    page = new URL(must(turned, 200).address).pathname;
    for (const path of [page, `/records/${story.award.id}`, `/institutions/provsjo/microcredentials/vattenprov`]) {
      await anyone.get(path);
      expect((await anyone.get(`/sv${path}`, { Accept: 'text/html' })).status).toBe(200);
    }
    expect(must(await anyone.post('/api/v1/verify', { credential: story.credential })).verdict).toBe('valid');
  });

  test('the award, the check and the pages are counted', async () => {
    const scraped = await now();
    expect(valueOf(scraped, 'mikromerit_awards_issued_total')).toBe(1);
    expect(valueOf(scraped, 'mikromerit_awards_waiting')).toBe(0);
    expect(valueOf(scraped, 'mikromerit_verifications_total', { verdict: 'valid' })).toBe(1);
    for (const name of ['makeAward', 'page/certificatePage', 'address/award', 'page/microcredential'])
      expect(countOf(scraped, name, '2xx'), name).toBeGreaterThan(0);
  });

  test('nothing in the numbers says who, what or where', async () => {
    const { text } = await now();
    const ids = [story.offering, story.registration, story.completion, story.award].map(({ id }) => String(id));
    const token = page.replace('/certificates/', '');
    const slugs = ['provsjo', 'vattenprov', 'nothing-there', 'merit.example'];
    const secrets = [...Object.values(north.keys), token, 'hemlig', 'epost.invalid', '19900228'];
    const names = ['Märta', 'Prov-', story.credential.id, story.credential.credentialSubject.id];
    for (const word of [...ids, ...slugs, ...secrets, ...names]) expect(text.includes(word), word).toBe(false);
    expect(text).not.toMatch(/@|[\da-f]{8}-[\da-f]{4}-/i);
  });
});

test('five hundred paths that nobody has make no more labels than one', async () => {
  const ask = async (parts: readonly string[]) => {
    await anyone.get(`/x-${parts.join('/')}`);
    await anyone.get(`/certificates/${parts.join('')}-x`);
    await anyone.get(`/api/v1/institutions/${parts[0] ?? ''}-x`);
  };
  const series = async () => (await now()).samples.filter(({ name }) => name === `${requests}_count`).length;
  await ask(['one']);
  const before = await series();
  for (const parts of fc.sample(fc.array(fc.webSegment(), { minLength: 1, maxLength: 5 }), 500)) await ask(parts);
  expect(await series()).toBe(before);
});

test('docs/operations.md has a row for each number of ours, and no other', async () => {
  const another = await startMetrics(loopback);
  const idle = { totalCount: 3, idleCount: 2, waitingCount: 1 };
  another.observe({ db: harness.db, pools: { reading: idle, writing: idle } });
  const scraped = await scrape(another.port);
  await another.close();
  expect(valueOf(scraped, 'mikromerit_database_pool_size', { pool: 'writing' })).toBe(3);
  expect(valueOf(scraped, 'mikromerit_database_pool_idle', { pool: 'reading' })).toBe(2);
  expect(valueOf(scraped, 'mikromerit_database_pool_waiting', { pool: 'reading' })).toBe(1);
  const handbook = await readFile(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
  const rows = [...handbook.matchAll(/^\| `(mikromerit_\w+)` +\| \w/gm)].map(([, name]) => name);
  const ours = Object.keys(scraped.types).filter((name) => name.startsWith('mikromerit_'));
  expect(rows.sort()).toEqual(ours.sort());
});
