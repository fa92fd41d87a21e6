import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { composeServices } from '../../src/runtime/compose.ts';
import { type Serving, startServing } from '../../src/runtime/serving.ts';
import { createStores } from '../../src/store/index.ts';
import { type Fresh, sharedPglite } from '../databases/databases.ts';
import { found, type Place } from '../faults/setup/institution.ts';

const endings = {
  'hangs up': (socket: Socket) => void socket.end(),
  'is reset': (socket: Socket) => void socket.resetAndDestroy(),
  'breaks off': (socket: Socket) => void socket.destroy(),
};
const sized = (body: string) => `Content-Length: ${body.length + 1000}\r\n\r\n${body}`;
const chunked = (body: string) => `Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n`;
const framings = { sized, chunked };
const json = 'Content-Type: application/json';
const form = 'Content-Type: multipart/form-data; boundary=x';
const part = '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nHemlig';
const sentence = '{"learner":{"nameAsAwarded":"Hemlig';

describe('an upload that ends in the middle', () => {
  let database: Fresh;
  let serving: Serving;
  let place: Place;
  let logged: MockInstance;

  beforeAll(async () => {
    database = await sharedPglite();
    const origin = 'http://localhost:8787';
    await createStores(database.db).settings.keep('public-url', origin);
    const fetchOnce = () => Promise.reject(new Error('Nothing is fetched here.'));
    const services = composeServices({
      db: database.db,
      origins: [origin],
      keyEncryptionKey: randomBytes(32),
      fetchOnce,
    });
    place = await found(services);
    serving = await startServing({ services, port: 0, trustsProxy: true });
  });
  afterAll(async () => {
    await serving.stop();
    await database.close();
  });
  beforeEach(() => {
    logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  /** Each from a place of its own, so that the limit on callers stays out of the way. */
  let from = 0;
  const requests = {
    'with a key': () => [`POST ${place.base}/results`, `Authorization: Bearer ${place.key}`, json, sentence],
    'of a document to check': () => [
      'POST /api/v1/verify',
      `X-Forwarded-For: 203.0.113.${(from += 1)}`,
      json,
      sentence,
    ],
    'of the form of a page': () => [
      'POST /sv/verify',
      `Accept: text/html\r\nX-Forwarded-For: 203.0.113.${(from += 1)}`,
      form,
      part,
    ],
  } satisfies Record<string, () => readonly string[]>;
  const cases = Object.keys(requests).flatMap((request) =>
    Object.keys(framings).flatMap((framing) => Object.keys(endings).map((ending) => ({ request, framing, ending }))),
  );

  test.each(cases)('$request, $framing, and $ending, is no fault of ours', async ({ request, framing, ending }) => {
    const [line = '', extra = '', type = '', body = ''] = requests[request as keyof typeof requests]();
    const socket = connect(serving.port, '127.0.0.1').on('error', () => undefined);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket
      .resume()
      .write(
        `${line} HTTP/1.1\r\nHost: localhost\r\n${extra}\r\n${type}\r\n${framings[framing as keyof typeof framings](body)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
    endings[ending as keyof typeof endings](socket);
    await gone;
    // Whoever comes next is answered; by then the one who left has been noticed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await createClient(`http://127.0.0.1:${serving.port}`).get('/health')).status).toBe(200);
    expect(logged.mock.calls).toEqual([]);
  });
});
