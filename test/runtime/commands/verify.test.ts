import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/domain/verification/verification.ts';
import { findCommand, runCommand } from '../../../src/runtime/commands/commands.ts';
import { readConfig } from '../../../src/runtime/config.ts';
import { composeWithoutDatabase } from '../../../src/runtime/database/no-database.ts';
import { selfCheckCertificate } from '../../../src/runtime/self-check/certificate.ts';
import { root, runCli, temporaryFolder } from '../processes.ts';

const services = composeWithoutDatabase(readConfig({ DEMO: '0' }));
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const verify = (content: string | Uint8Array, ...options: readonly string[]) =>
  runCommand(services, ['verify', 'FILE', ...options], { FILE: base64(content) });
const good = JSON.stringify(selfCheckCertificate);
const changed = good.replace('"Self-check"', '"Self-made"');

describe('the command that checks a certificate', () => {
  test('says what it found in words, and ends with 0 where it is valid', async () => {
    const { lines, exitCode } = await verify(good);
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('valid');
    const text = lines.join('\n');
    for (const part of ['Self-check', 'The service itself', selfCheckCertificate.issuer.id, /proof +passed/])
      expect(text).toMatch(part);
  });

  test.each([
    ['changed', changed],
    ['no credential', '{}'],
    ['no JSON', 'eyJhbGciOiJFZERTQSJ9.e30.'],
    ['no text', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff])],
  ])('ends with 2 where it is %s', async (_, content) => {
    const { lines, exitCode } = await verify(content);
    expect(exitCode).toBe(2);
    expect(lines[0]).not.toBe('valid');
  });

  test.each([
    ['empty', '', /is empty/],
    ['white space', ' \n', /is empty/],
    ['too large', `"${'x'.repeat(1_000_000)}"`, /is over 1 MB/],
    ['nested too deep', `${'['.repeat(65)}${']'.repeat(65)}`, /deeper than 64 levels/],
  ])('refuses what is %s', async (_, content, message) => {
    await expect(verify(content)).rejects.toThrow(message);
  });

  test('refuses an option that is none', async () => {
    await expect(verify(good, '--yaml')).rejects.toThrow('There is no option --yaml');
  });

  test('takes its option before the file as well as after it', () => {
    for (const words of [
      ['verify', '--json', 'FILE'],
      ['verify', 'FILE', '--json'],
    ])
      expect(findCommand(words)).toMatchObject({ args: ['FILE'], options: { '--json': '' } });
    expect(findCommand(['verify', '--json', '-'])).toMatchObject({ args: ['-'], options: { '--json': '' } });
    expect(findCommand(['verify', '--json'])).toBeUndefined();
    expect(findCommand(['staff', 'add', 'uni', '--', 'none'])?.args).toEqual(['uni', '--', 'none']);
  });

  test('prints the report that page and API have', async () => {
    for (const content of [good, changed]) {
      const { lines } = await verify(content, '--json');
      const { checkedAt, ...report } = JSON.parse(lines.join('\n')) as Report;
      const { checkedAt: _, ...expected } = await services.verifying.verifyReceived({ text: content }, services.now());
      const timeless = (one: object) => JSON.stringify(one, (name, value: unknown) => (name === 'time' ? '' : value));
      expect(timeless(report)).toBe(timeless(expected));
      expect(checkedAt).toMatch(/^2\d{3}-/);
    }
  });

  test('lets no text of a document begin a line, colour the screen or turn its direction', async () => {
    const name = 'A\nvalid\u001b[31m\u202eB\u2028C\u0085';
    const { lines } = await verify(good.replace('"The service itself"', JSON.stringify(name)));
    expect(lines.join('')).toContain('\ufffd[31m');
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

describe('on the command line', () => {
  test('it needs no database, and makes none', async () => {
    const folder = await temporaryFolder();
    const DATA_DIR = join(folder, 'data');
    const files = { good: join(folder, 'good.json'), changed: join(folder, 'changed.json') };
    await writeFile(files.good, `\ufeff${good}`);
    await writeFile(files.changed, changed);
    expect(await runCli({ DATA_DIR }, 'verify', files.good)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^valid\n/),
    });
    expect(await runCli({ DATA_DIR }, 'verify', files.changed)).toMatchObject({ code: 2, stderr: '' });
    expect(await runCli({ DATA_DIR }, 'verify', join(folder, 'none.json'))).toMatchObject({ code: 1, stdout: '' });
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  test('without one it says so of an address of its own, and not that nothing is there', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'ours.json');
    const issuer = 'did:web:localhost%3A8799:institutions:x';
    const text = good.replaceAll(/did:key:z\w+(?=")/g, issuer).replaceAll(/did:key:z\w+#/g, `${issuer}#`);
    await writeFile(file, text);
    const { code, stdout } = await runCli({ DATA_DIR: join(folder, 'data'), PORT: '8799' }, 'verify', file);
    expect(code).toBe(2);
    expect(stdout).toContain('is an address of this service, and there is no database here.');
    expect(stdout).not.toContain('404');
  });

  test('it reads what comes in', async () => {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: join(await temporaryFolder(), 'data') };
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'verify', '-', '--json'], {
      env,
      input: good,
      encoding: 'utf8',
    });
    expect([status, (JSON.parse(stdout) as Report).verdict]).toEqual([0, 'valid']);
  });
});
