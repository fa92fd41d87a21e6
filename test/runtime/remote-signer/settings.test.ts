import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../src/runtime/config.ts';
import { createToken } from '../../../src/runtime/remote-signer/token.ts';
import { type Env, faultsOf } from '../config/faults-of.ts';

const url = 'https://vault.intern.example.edu:8200';
const token = 'hvs.CAESIJ-secret';

describe('a signer elsewhere', () => {
  test.each<[string, Env, unknown]>([
    ['is none where nothing is set', {}, undefined],
    ['is none where its variables are empty', { REMOTE_SIGNER_URL: ' ', REMOTE_SIGNER_TOKEN: '' }, undefined],
    ['has a token', { REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN: token }, { url, token, marshaling: 'asn1' }],
    [
      'may have its token in a file, and another form',
      { REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN_FILE: '/run/token', REMOTE_SIGNER_MARSHALING: 'jws' },
      { url, tokenFile: '/run/token', marshaling: 'jws' },
    ],
    [
      'may stand below a path',
      { REMOTE_SIGNER_URL: `${url}/keys//`, REMOTE_SIGNER_TOKEN: token },
      { url: `${url}/keys`, token, marshaling: 'asn1' },
    ],
    [
      'may be on this machine without https',
      { REMOTE_SIGNER_URL: 'http://127.0.0.1:8200', REMOTE_SIGNER_TOKEN: token },
      { url: 'http://127.0.0.1:8200', token, marshaling: 'asn1' },
    ],
  ])('%s', (_, env, remoteSigner) => {
    expect(readConfig(env).remoteSigner).toEqual(remoteSigner);
  });

  test.each<[string, Env, RegExp]>([
    [
      'no address',
      { REMOTE_SIGNER_URL: 'vault', REMOTE_SIGNER_TOKEN: token },
      /^REMOTE_SIGNER_URL: this is no address/,
    ],
    [
      'http',
      { REMOTE_SIGNER_URL: 'http://10.0.0.5:8200', REMOTE_SIGNER_TOKEN: token },
      /^REMOTE_SIGNER_URL: .*must be https/,
    ],
    ['another scheme', { REMOTE_SIGNER_URL: 'file:///etc', REMOTE_SIGNER_TOKEN: token }, /^REMOTE_SIGNER_URL: .*https/],
    [
      'a user',
      { REMOTE_SIGNER_URL: 'https://me:pw@vault.example', REMOTE_SIGNER_TOKEN: token },
      /^REMOTE_SIGNER_URL: an address without/,
    ],
    [
      'a query',
      { REMOTE_SIGNER_URL: `${url}?token=${token}`, REMOTE_SIGNER_TOKEN: token },
      /^REMOTE_SIGNER_URL: an address without/,
    ],
    ['no token', { REMOTE_SIGNER_URL: url }, /^REMOTE_SIGNER_TOKEN: required/],
    ['no address for a token', { REMOTE_SIGNER_TOKEN: token }, /^REMOTE_SIGNER_URL: required/],
    [
      'two tokens',
      { REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN: token, REMOTE_SIGNER_TOKEN_FILE: '/t' },
      /^REMOTE_SIGNER_TOKEN: set this or/,
    ],
    [
      'a token of two lines',
      { REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN: `${token}\nX: y` },
      /^REMOTE_SIGNER_TOKEN: is no token/,
    ],
    [
      'another form',
      { REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN: token, REMOTE_SIGNER_MARSHALING: 'der' },
      /^REMOTE_SIGNER_MARSHALING: write/,
    ],
  ])('with %s is refused, once, and the token is not said', (_, env, fault) => {
    const faults = faultsOf(env);
    expect(faults).toEqual([expect.stringMatching(fault)]);
    expect(faults.join()).not.toMatch(/hvs\.|pw@/);
  });
});

describe('a token in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mikromerit-token-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const of = (name: string) => createToken({ url, marshaling: 'asn1', tokenFile: join(folder, name) });

  test('is read for each request', async () => {
    writeFileSync(join(folder, 'good'), `${token}\n`);
    const read = of('good');
    expect(await read()).toBe(token);
    writeFileSync(join(folder, 'good'), 'hvs.next');
    expect(await read()).toBe('hvs.next');
    rmSync(join(folder, 'good'));
    await expect(read()).rejects.toMatchObject({ fault: 'no-token' });
  });

  test.each([
    ['is not there', undefined, /cannot be read \(ENOENT\)/],
    ['is empty', '', /is no token/],
    ['has words', 'secret words', /is no token/],
  ])('that %s is refused at the start', (name, text, fault) => {
    if (text !== undefined) writeFileSync(join(folder, name), text);
    expect(() => of(name)).toThrow(fault);
    expect(() => of(name)).toThrow(ConfigError);
    expect(() => of(name)).not.toThrow(/secret words/);
  });
});
