import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, startServing } from '../../../src/runtime/serving.ts';
import { freshPglite } from '../../databases/databases.ts';
import { type Harness, startHarness } from '../../http/setup/harness.ts';
import { must, type Story, wholeStory } from '../../http/setup/story.ts';

let statements = 0;
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    statements += 1;
    return node;
  },
  transformResult: async ({ result }) => result,
};

const counted: (readonly [string, number])[] = [];
let harness: Harness;
let story: Story;
let serving: Serving;
let certificate: string;
beforeAll(async () => {
  harness = await startHarness(async () => {
    const { db, close } = await freshPglite();
    return { db: db.withPlugin(counting), close };
  });
  story = await wholeStory(harness.north, 'vatten');
  await turn(true);
  const count = ({ url }: Pick<Request, 'url'>, status: number) =>
    void counted.push([new URL(url).pathname, status] as const);
  serving = await startServing({ services: harness.services, port: 0, trustsProxy: false, count });
});
afterAll(async () => {
  await serving.stop();
  await harness.close();
});

const at = (path: string) => `${harness.north.base}${path}`;
async function turn(on: boolean): Promise<void> {
  const path = at(`/awards/${story.award.id}/certificate-page`);
  const { address } = must(await harness.north.as.registrar.put(path, { on }));
  if (on) certificate = new URL(address).pathname;
}

type Got = Readonly<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }>;
async function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  const asked = request({ port: serving.port, host: '127.0.0.1', path, headers }).end();
  const [incoming] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of incoming.setEncoding('latin1')) text += String(chunk);
  const { date: _, ...rest } = incoming.headers;
  return { status: incoming.statusCode, headers: rest, text };
}

const place = '/institutions/provsjo';
const html = { Accept: 'text/html' };
type Public = Readonly<{ path: () => string; headers?: Record<string, string> }>;
const kept: Readonly<Record<string, Public>> = {
  'a DID document': { path: () => `${place}/did.json` },
  'a status list': { path: () => `${place}/status/1/revocation` },
  'a version': { path: () => `${place}/microcredentials/vatten/versions/1` },
  'an institution as linked data': { path: () => place, headers: { Accept: 'application/ld+json' } },
  'the catalogue': { path: () => '/api/v1/microcredentials?limit=2' },
  'the contract': { path: () => '/openapi.json' },
  'the catalogue as a page': { path: () => '/sv/', headers: html },
  'a course as a page, compressed': {
    path: () => `/fi${place}/microcredentials/vatten`,
    headers: { ...html, 'Accept-Encoding': 'gzip' },
  },
  'a certificate': { path: () => certificate },
};

describe.each(Object.entries(kept))('%s', (_, { path, headers = {} }) => {
  test('is given again as it was, without a question to the database, and counted', async () => {
    const first = await get(path(), headers);
    expect(first.status).toBe(200);
    [statements, counted.length] = [0, 0];
    expect(await get(path(), headers)).toEqual(first);
    const condition = { ...headers, 'If-None-Match': String(first.headers['etag']) };
    const { status, text } = await get(path(), condition);
    expect([status, text]).toEqual([304, '']);
    expect(statements).toBe(0);
    const pathname = path().split('?')[0];
    expect(counted).toEqual([
      [pathname, 200],
      [pathname, 304],
    ]);
  });

  test('says in a 304 that was kept what it says in one that was made', async () => {
    const { headers: full } = await get(path(), headers);
    const condition = { ...headers, 'If-None-Match': String(full['etag']) };
    const again = await get(path(), condition);
    await turn(true);
    expect(again).toEqual(await get(path(), condition));
  });
});

const made: Readonly<Record<string, Public>> = {
  'the state of the service': { path: () => '/health' },
  'a certificate as a page': { path: () => `/sv${certificate}`, headers: html },
  'the form to check one': { path: () => '/sv/verify', headers: html },
  'a page that is not there': { path: () => '/sv/nothing', headers: html },
};
test.each(Object.entries(made))('%s is made each time', async (_, { path, headers = {} }) => {
  await get(path(), headers);
  counted.length = 0;
  await get(path(), headers);
  expect(counted).toEqual([]);
});

test('what is read with a key is made each time', async () => {
  const headers = { Authorization: `Bearer ${harness.north.keys.issuer}` };
  const path = at(`/awards/${story.award.id}/credential`);
  expect((await get(path, headers)).status).toBe(200);
  counted.length = 0;
  expect((await get(path, headers)).status).toBe(200);
  expect(counted).toEqual([]);
});

describe('at once after', () => {
  test('its page was turned off, a certificate is not there', async () => {
    const { headers } = await get(certificate);
    await turn(false);
    expect((await get(certificate)).status).toBe(404);
    expect((await get(certificate, { 'If-None-Match': String(headers['etag']) })).status).toBe(404);
    await turn(true);
  });

  test('a course was withdrawn, no list has it', async () => {
    await wholeStory(harness.north, 'flyktig');
    const listed = async () => (await get('/api/v1/microcredentials')).text.includes('flyktig');
    expect(await listed()).toBe(true);
    must(await harness.north.as.editor.post(at('/microcredentials/flyktig/withdraw')));
    expect(await listed()).toBe(false);
  });

  test('a key was replaced, the DID document has the next', async () => {
    const before = await get(`${place}/did.json`);
    await harness.services.institutions.rotateSigningKey('provsjo');
    expect((await get(`${place}/did.json`)).text).not.toBe(before.text);
  });
});
