import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeDataDir } from '../../../src/runtime/database/data-dir.ts';
import { runCli, temporaryFolder } from '../processes.ts';
import { expectRefusal, settled, startFirst } from '../first-start.ts';

beforeAll(startFirst);

describe('the command line, while no service runs,', () => {
  test('opens the folder itself where no service runs', async () => {
    const { env, institution } = await settled();
    expect(await runCli(env, 'staff', 'add', institution, 'Berit Exempel', 'none')).toMatchObject({ code: 0 });
    expect(await runCli(env, 'migrate')).toMatchObject({ code: 0, stdout: 'the database is up to date\n' });
  });

  test('refuses where a process without a socket has the folder', async () => {
    const folder = await temporaryFolder();
    const held = takeDataDir(folder);
    expectRefusal(await runCli({ DATA_DIR: folder }, 'resume'), /is in use by a service that does not answer commands/);
    held?.release();
  });

  test('refuses where the folder’s path is too long for a socket and the service runs', async () => {
    const folder = join(await temporaryFolder(), 'long'.repeat(25));
    await mkdir(folder);
    const held = takeDataDir(folder);
    expectRefusal(await runCli({ DATA_DIR: folder }, 'resume'), /is in use by a service that does not answer commands/);
    held?.release();
  });

  test.each([[[]], [['--help']], [['help']]])('prints what there is for %j', async (words) => {
    const folder = join(await temporaryFolder(), 'data');
    const { code, stdout, stderr } = await runCli({ DATA_DIR: folder }, ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^npm run cli -- COMMAND …\n\n {2}institution create FILE\n/);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    [['dance'], /^There is no command "dance"\.\nnpm run cli -- COMMAND …\n/],
    [['constructor'], /^There is no command "constructor"\./],
    [['key', 'add', 'skargarden'], /^"key add" takes: INSTITUTION STAFF_ID\n/],
    [['resume', 'now'], /^"resume" takes: nothing\n/],
  ])('says of %j what is wrong with it', async (words, said) => {
    const folder = join(await temporaryFolder(), 'data');
    const { code, stdout, stderr } = await runCli({ DATA_DIR: folder }, ...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(said);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([[['verify', '--help']], [['help', 'verify']]])('says what one command takes for %j', async (words) => {
    const folder = join(await temporaryFolder(), 'data');
    const { code, stdout, stderr } = await runCli({ DATA_DIR: folder }, ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^"verify" takes: FILE \[--json\]\n/);
  });

  test('does not make an empty service where DATA_DIR is mistyped', async () => {
    const folder = join(await temporaryFolder(), 'dta');
    expectRefusal(await runCli({ DATA_DIR: folder }, 'audit', 'check', 'uni'), /dta holds no database/);
    expect(existsSync(folder)).toBe(false);
  });
});
