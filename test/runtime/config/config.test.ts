import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Config, parseKey, readConfig } from '../../../src/runtime/config.ts';
import { faultsOf, inProduction, key, type Env } from './faults-of.ts';

describe('with nothing set', () => {
  test('the service is embedded, on localhost, with the demo', () => {
    expect(readConfig({})).toEqual({
      port: 8787,
      publicUrl: 'http://localhost:8787',
      aliases: [],
      dataDir: resolve('data'),
      demo: true,
      trustsProxy: false,
      checksPerMinute: 60,
      checksPerMinuteWithKey: 300,
      checksAtOnce: 64,
      templateSample: 100,
    } satisfies Config);
  });

  test('an empty variable counts as none', () => {
    const names = ['PORT', 'PUBLIC_URL', 'PUBLIC_URL_ALIASES', 'DATABASE_URL', 'DATA_DIR', 'DEMO', 'TRUST_PROXY'];
    const empty = Object.fromEntries([...names, 'KEY_ENCRYPTION_KEY'].map((name) => [name, ' ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('the address that ids are made from', () => {
  test('follows the port', () => {
    expect(readConfig({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  });

  test.each([
    ['https://merits.example.edu', 'https://merits.example.edu'],
    ['https://merits.example.edu/', 'https://merits.example.edu'],
    [' https://Merits.Example.edu:443 ', 'https://merits.example.edu'],
    ['https://merits.example.edu:8443', 'https://merits.example.edu:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('%s is %s', (written, publicUrl) => {
    expect(readConfig({ ...inProduction, PUBLIC_URL: written }).publicUrl).toBe(publicUrl);
  });

  test('may have others beside it', () => {
    const env = {
      ...inProduction,
      PUBLIC_URL: 'https://new.example',
      PUBLIC_URL_ALIASES: 'https://old.example/, https://older.example',
    };
    expect(readConfig(env).aliases).toEqual(['https://old.example', 'https://older.example']);
  });
});

describe('the demo', () => {
  test.each<[string, Env, boolean]>([
    ['embedded on localhost', {}, true],
    ['switched off', { DEMO: '0' }, false],
    ['embedded on localhost over https', { PUBLIC_URL: 'https://localhost:8443' }, true],
    ['embedded with an alias of this machine', { PUBLIC_URL_ALIASES: 'https://merits.localhost' }, true],
    ['on PostgreSQL at a public address', { ...inProduction, PUBLIC_URL: 'https://merits.example.edu' }, false],
    ['on PostgreSQL', inProduction, false],
    ['on PostgreSQL and asked for', { ...inProduction, DEMO: 'on' }, true],
  ])('%s: %s', (_, env, demo) => {
    expect(readConfig(env).demo).toBe(demo);
  });
});

describe('the embedded database', () => {
  const ofThisMachine = [
    'http://localhost:8787',
    'https://localhost:8443',
    'https://LOCALHOST',
    'https://localhost.',
    'https://merits.localhost',
    'https://a.b.localhost:1',
    'https://127.0.0.1',
    'https://127.1',
    'https://127.255.255.254:8443',
    'https://0x7f000001',
  ];
  const ofOthers = [
    'https://merits.example.edu',
    'https://localhost.example.edu',
    'https://notlocalhost',
    'https://local.host',
    'https://127.0.0.1.example.edu',
    'https://0.0.0.0',
    'https://128.0.0.1',
    'https://10.0.0.1',
    'https://192.168.1.20:8787',
    'https://merits',
  ];

  test.each(ofThisMachine)('is for this machine: %s', (address) => {
    expect(faultsOf({ PUBLIC_URL: address })).toEqual([]);
    expect(faultsOf({ PUBLIC_URL_ALIASES: address })).toEqual([]);
  });

  test.each(ofOthers)('is refused at %s, as its own address and as another one, with what to do', (address) => {
    const refusal = [
      expect.stringMatching(/^DATABASE_URL: required at a public address \(https:.+\)\. .*Set DATABASE_URL/),
    ];
    expect(faultsOf({ PUBLIC_URL: address })).toEqual(refusal);
    expect(faultsOf({ PUBLIC_URL_ALIASES: `http://localhost:8787 ${address}` })).toEqual(refusal);
    expect(faultsOf({ PUBLIC_URL: 'https://localhost', PUBLIC_URL_ALIASES: address, DEMO: '0' })).toEqual(refusal);
    expect(faultsOf({ ...inProduction, PUBLIC_URL: address })).toEqual([]);
  });
});

test.each([
  ['127.0.0.1:9464', '127.0.0.1', 9464],
  [' localhost:9464 ', 'localhost', 9464],
  ['[::1]:9464', '::1', 9464],
  ['10.0.0.5:80', '10.0.0.5', 80],
  ['0.0.0.0:65535', '0.0.0.0', 65_535],
  ['10.intern.example.edu:9464', '10.intern.example.edu', 9464],
  ['metrics.intern.example.edu:9464', 'metrics.intern.example.edu', 9464],
])('metrics can be asked for at %s', (written, host, port) => {
  expect(readConfig({ METRICS: written }).metrics).toEqual({ host, port });
});

describe('a key of 32 bytes', () => {
  test.each([
    ['hex', key.toString('hex')],
    ['HEX', key.toString('hex').toUpperCase()],
    ['base64', key.toString('base64')],
    ['base64url', key.toString('base64url')],
  ])('is read from %s', (_, text) => {
    expect(Buffer.from(parseKey(text))).toEqual(key);
  });

  test('that was drawn is never taken for one that was typed', () => {
    fc.assert(
      fc.property(fc.integer(), () => {
        const drawn = randomBytes(32);
        expect(Buffer.from(parseKey(drawn.toString('base64')))).toEqual(drawn);
      }),
      { numRuns: 2000 },
    );
  });
});
