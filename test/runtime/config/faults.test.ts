import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/runtime/config.ts';
import { database, faultsOf, inProduction, key, type Env } from './faults-of.ts';

const noPort = /^PORT: this is no port/;
const need32 = /^KEY_ENCRYPTION_KEY: must be 32 bytes/;
const notRandom = /^KEY_ENCRYPTION_KEY: is not random/;
const noPlace = /^METRICS: write host:port/;
const local = 'http://localhost:8787';

describe('refuses', () => {
  test.each<[string, Env, RegExp]>([
    ['a port that is no number', { PORT: 'http' }, noPort],
    ['port 0', { PORT: '0' }, noPort],
    ['port 65536', { PORT: '65536' }, noPort],
    ['a negative port', { PORT: '-1' }, noPort],
    ['a port in scientific notation', { PORT: '8e3' }, noPort],
    ['a host without a scheme', { PUBLIC_URL: 'merits.example.edu' }, /^PUBLIC_URL: this is no address/],
    ['another scheme', { PUBLIC_URL: 'ftp://merits.example.edu' }, /^PUBLIC_URL: must begin with https/],
    ['http for another host', { PUBLIC_URL: 'http://merits.example.edu' }, /^PUBLIC_URL: .* must be https/],
    ['http for all addresses', { PUBLIC_URL: 'http://0.0.0.0:8787' }, /^PUBLIC_URL: .* must be https/],
    [
      'http for a name that begins like localhost',
      { PUBLIC_URL: 'http://localhost.example' },
      /^PUBLIC_URL: .* must be https/,
    ],
    ['this machine by IPv6', { PUBLIC_URL: 'http://[::1]:3000' }, /^PUBLIC_URL: .*no DID \(did:web\) can name one/],
    ['IPv6', { PUBLIC_URL: 'https://[2001:db8::1]' }, /^PUBLIC_URL: .*no DID \(did:web\) can name one/],
    ['an alias by IPv6', { PUBLIC_URL_ALIASES: `${local} http://[::1]` }, /^PUBLIC_URL_ALIASES: .*no DID/],
    ['a path', { PUBLIC_URL: 'https://merits.example.edu/m' }, /^PUBLIC_URL: https:\/\/merits.example.edu alone/],
    ['a query', { PUBLIC_URL: 'https://merits.example.edu?a=1' }, /^PUBLIC_URL: https:\/\/merits.example.edu alone/],
    ['a fragment', { PUBLIC_URL: 'https://merits.example.edu#a' }, /^PUBLIC_URL: https:\/\/merits.example.edu alone/],
    [
      'credentials',
      { PUBLIC_URL: 'https://a:b@merits.example.edu' },
      /^PUBLIC_URL: https:\/\/merits.example.edu alone/,
    ],
    [
      'an alias over http',
      { PUBLIC_URL_ALIASES: `${local},http://merits.example.edu` },
      /^PUBLIC_URL_ALIASES: .* https/,
    ],
    [
      'a database of another kind',
      { DATABASE_URL: 'mysql://a@b/c', KEY_ENCRYPTION_KEY: key.toString('hex') },
      /^DATABASE_URL: must be/,
    ],
    [
      'a database that is no address',
      { DATABASE_URL: 'merits', KEY_ENCRYPTION_KEY: key.toString('hex') },
      /^DATABASE_URL: must be/,
    ],
    ['PostgreSQL without a key', { DATABASE_URL: database }, /^KEY_ENCRYPTION_KEY: required with DATABASE_URL/],
    ['a key of 31 bytes', { KEY_ENCRYPTION_KEY: key.subarray(1).toString('base64') }, need32],
    ['a key of 33 bytes', { KEY_ENCRYPTION_KEY: Buffer.concat([key, key.subarray(31)]).toString('base64') }, need32],
    ['a passphrase', { KEY_ENCRYPTION_KEY: 'correct horse battery staple, and then some more' }, need32],
    ['base64 with something else in it', { KEY_ENCRYPTION_KEY: `"${key.toString('base64')}"` }, need32],
    ['32 zeros', { KEY_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') }, notRandom],
    ['bytes that repeat', { KEY_ENCRYPTION_KEY: '0123456789abcdef'.repeat(4) }, notRandom],
    ['bytes that count', { KEY_ENCRYPTION_KEY: Buffer.from([...key.keys()]).toString('base64') }, notRandom],
    [
      'a passphrase in base64',
      { KEY_ENCRYPTION_KEY: Buffer.from('correct horse battery staple, ok').toString('base64') },
      notRandom,
    ],
    ['a switch that is neither', { DEMO: 'maybe' }, /^DEMO: write 1 or 0/],
    ['a limit that is no number', { CHECKS_PER_MINUTE: 'many' }, /^CHECKS_PER_MINUTE: write a whole number/],
    ['a limit of nothing', { CHECKS_PER_MINUTE_WITH_KEY: '0' }, /^CHECKS_PER_MINUTE_WITH_KEY: write a whole number/],
    ['a limit that is no whole number', { CHECKS_AT_ONCE: '1.5' }, /^CHECKS_AT_ONCE: write a whole number/],
    ['metrics at no place', { METRICS: '1' }, noPlace],
    ['metrics at a port alone', { METRICS: ':9464' }, noPlace],
    ['metrics at a host alone', { METRICS: 'localhost' }, noPlace],
    ['metrics at an address', { METRICS: 'http://127.0.0.1:9464' }, noPlace],
    ['metrics at a path', { METRICS: '127.0.0.1:9464/metrics' }, noPlace],
    ['metrics at IPv6 without brackets', { METRICS: '::1:9464' }, noPlace],
    ['metrics at brackets around a name', { METRICS: '[localhost]:9464' }, noPlace],
    ['metrics at a user', { METRICS: 'me@localhost:9464' }, noPlace],
    ['metrics at what looks like IPv4', { METRICS: '256.1.1.1:1' }, noPlace],
    ['metrics at three numbers', { METRICS: '10.0.5:9464' }, noPlace],
    ['metrics at a number', { METRICS: '1:9464' }, noPlace],
    ['metrics at port 0', { METRICS: '127.0.0.1:0' }, /^METRICS: this is no port/],
    ['metrics at port 65536', { METRICS: '127.0.0.1:65536' }, /^METRICS: this is no port/],
    ['metrics at the port of the service', { METRICS: 'localhost:8787' }, /^METRICS: 8787 is the port of the service/],
    ['a proxy switch that is neither', { TRUST_PROXY: 'x' }, /^TRUST_PROXY: write 1 or 0/],
    [
      'the demo at a public address',
      { ...inProduction, DEMO: '1', PUBLIC_URL: 'https://merits.example.edu' },
      /^DEMO: .*refused at a public address/,
    ],
    [
      'the demo at a public alias',
      { ...inProduction, DEMO: '1', PUBLIC_URL_ALIASES: 'https://merits.example.edu' },
      /^DEMO: .*refused at a public address/,
    ],
  ])('%s', (_, env, fault) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test('everything that is wrong at once, a line each', () => {
    const env = {
      PORT: 'eighty',
      PUBLIC_URL: 'http://merits.example.edu',
      PUBLIC_URL_ALIASES: 'here',
      DATABASE_URL: 'sqlite:merits.db',
      DEMO: 'perhaps',
      TRUST_PROXY: 'some',
    };
    expect(faultsOf(env).map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'PUBLIC_URL_ALIASES',
      'DATABASE_URL',
      'DEMO',
      'TRUST_PROXY',
      'KEY_ENCRYPTION_KEY',
    ]);
    expect(() => readConfig(env)).toThrow(/^The service does not start:\n( {2}- [A-Z_]+: .+\n?){7}$/);
  });
});

describe('what is secret', () => {
  const secret = fc.base64String({ minLength: 12, maxLength: 80 });
  const message = (env: Env) => `The service does not start:\n${faultsOf(env).join('\n')}`;

  test('is never in a message: the key-encryption key', () => {
    fc.assert(
      fc.property(fc.oneof(secret, fc.string({ minLength: 12 })), (text) => {
        fc.pre(text.trim().length >= 12);
        expect(message({ PORT: '-', KEY_ENCRYPTION_KEY: text })).not.toContain(text.trim());
      }),
    );
  });

  test('is never in a message: the password of the database, whatever variable it stands in by mistake', () => {
    const names = fc.constantFrom(
      'PORT',
      'PUBLIC_URL',
      'PUBLIC_URL_ALIASES',
      'DATABASE_URL',
      'DEMO',
      'TRUST_PROXY',
      'KEY_ENCRYPTION_KEY',
    );
    const scheme = fc.constantFrom(
      'postgres',
      'postgresql',
      'mysql',
      'https',
      'http',
      'jdbc:postgresql',
      'not a scheme',
    );
    fc.assert(
      fc.property(names, scheme, secret, (name, kind, password) => {
        const url = `${kind}://merit:${password}@db.example.edu/merits`;
        expect(message({ [name]: url, DEMO: 'x' })).not.toContain(password);
      }),
    );
  });
});
