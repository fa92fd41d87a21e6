import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoInstitutions } from '../../../demo/institutions.ts';
import { createClient } from '../../../scripts/demo/client.ts';
import { completeContent } from '../../../scripts/demo/content.ts';
import { freePort, type RunningService } from '../../../scripts/demo/service.ts';
import { kill, runCli, runService, start, temporaryFolder, terminate } from '../processes.ts';
import { expectRefusal, first, modeOf, settled, startFirst, type DemoFile } from '../first-start.ts';

beforeAll(startFirst);

/** Drafts through the API: rows that the service said it has. */
async function writeDrafts(
  { baseUrl }: RunningService,
  key: string,
  institution: string,
  names: readonly string[],
): Promise<void> {
  const staff = createClient(baseUrl, key);
  const written = names.map((slug) =>
    staff.post(`/api/v1/institutions/${institution}/microcredentials`, { slug, content: completeContent('FI') }),
  );
  for (const { status } of await Promise.all(written)) expect(status).toBe(201);
}

async function draftsOf({ baseUrl }: RunningService, key: string, institution: string): Promise<readonly string[]> {
  const { body } = await createClient(baseUrl, key).get(
    `/api/v1/institutions/${institution}/microcredentials?limit=100`,
  );
  return body.items.map(({ slug }: { slug: string }) => slug);
}

describe('the first start', () => {
  test('makes the folder and what is in it readable by its owner alone', async () => {
    expect(await modeOf(first.folder)).toBe('700');
    expect(first.modes).toEqual({
      'control.sock': '600',
      database: expect.any(String),
      'demo-api-keys.json': '600',
      'key-encryption-key': '600',
      lock: '600',
    });
  });

  test('prints where everything is, and no key', async () => {
    const { apiKey } = JSON.parse(await readFile(join(first.folder, 'demo-api-keys.json'), 'utf8')) as DemoFile;
    for (const line of [
      `catalogue      ${first.origin}/`,
      `check one      ${first.origin}/verify`,
      `API reference  ${first.origin}/docs`,
      `in ${join(first.folder, 'demo-api-keys.json')}`,
    ])
      expect(first.output).toContain(line);
    expect(first.output).toMatch(/database {7}embedded, .* a power cut can cost/);
    expect(first.output).toMatch(/a certificate {2}http:\/\/localhost:\d+\/certificates\/[\w-]{32}\n/);
    expect(first.output).not.toContain(apiKey);
    expect(first.output).not.toContain('mikromerit_');
  });

  test('ends with 0 on SIGTERM, and takes the socket with it', async () => {
    expect(first.code).toBe(0);
    expect(existsSync(join(first.folder, 'control.sock'))).toBe(false);
  });
});

describe('two services on one folder', () => {
  test('the second refuses, and nothing that the first acknowledged is lost', async () => {
    const { folder, env, apiKey, institution } = await settled();
    const holder = await start(env);
    await writeDrafts(holder, apiKey, institution, ['before-1', 'before-2', 'before-3']);

    const [second] = await Promise.all([
      runService({ ...env, PORT: String(await freePort()) }),
      writeDrafts(holder, apiKey, institution, ['during-1', 'during-2', 'during-3']),
    ]);
    expectRefusal(second, new RegExp(`DATA_DIR: ${folder} is in use by another mikromerit`));
    await writeDrafts(holder, apiKey, institution, ['after-1', 'after-2']);

    await kill(holder);
    const next = await start(env); // the socket and the lock file of the one that was killed lie there still
    expect(await draftsOf(next, apiKey, institution)).toEqual(
      expect.arrayContaining([
        'before-1',
        'before-2',
        'before-3',
        'during-1',
        'during-2',
        'during-3',
        'after-1',
        'after-2',
      ]),
    );
    await terminate(next);
  });
});

describe('the key in the folder', () => {
  test('that is missing beside a database is refused, and no new one is made', async () => {
    const { folder, env } = await settled();
    await rm(join(folder, 'key-encryption-key'));
    expectRefusal(await runService(env), /key-encryption-key is missing, and the database beside it has signing keys/);
    expect(existsSync(join(folder, 'key-encryption-key'))).toBe(false);
  });

  test('that cannot be read is refused', async () => {
    const { folder, env } = await settled();
    await writeFile(join(folder, 'key-encryption-key'), 'no key');
    expectRefusal(await runService(env), /key-encryption-key: must be 32 bytes/);
  });

  test('that is another one is refused with a sentence, by the service and by the command line', async () => {
    const { folder, env } = await settled();
    const other = randomBytes(32).toString('base64');
    await writeFile(join(folder, 'key-encryption-key'), other);
    const sentence = /KEY_ENCRYPTION_KEY does not open the signing key of [a-z]+/;
    const service = await runService(env);
    expectRefusal(service, sentence);
    expect(service.stderr).not.toContain(other);
    expectRefusal(await runCli(env, 'resume'), sentence);
  });

  test('that is lost is replaced by hand, and every institution signs with a new key; what the old one signed holds', async () => {
    const { folder, env, apiKey, institution } = await settled();
    await writeFile(join(folder, 'key-encryption-key'), randomBytes(32).toString('base64'));
    for (const { slug } of demoInstitutions)
      expect(await runCli(env, 'signing-key', 'rotate', slug)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(`^${slug} signs with a new Ed25519 key [0-9a-f-]+\n$`),
      });
    const service = await start(env);
    const staff = createClient(service.baseUrl, apiKey);
    const { body } = await staff.get(`/api/v1/institutions/${institution}/awards`);
    const { id } = body.items.find(({ state }: { state: string }) => state === 'issued');
    const credential = (await staff.get(`/api/v1/institutions/${institution}/awards/${id}/credential`)).body;
    expect((await staff.post('/api/v1/verify', { credential })).body).toMatchObject({ verdict: 'valid' });
    await terminate(service);
  });

  test('gives way to KEY_ENCRYPTION_KEY', async () => {
    const { folder, env } = await settled();
    const file = join(folder, 'key-encryption-key');
    const key = (await readFile(file, 'utf8')).trim();
    await rm(file);
    expect(await runCli({ ...env, KEY_ENCRYPTION_KEY: key }, 'audit', 'check', 'skargarden')).toMatchObject({
      code: 0,
    });
    expect(existsSync(file)).toBe(false);
  });
});

describe('a start is refused with a sentence', () => {
  test('where the folder is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const PORT = String(await freePort());
    expectRefusal(await runService({ PORT, DATA_DIR: file }), /DATA_DIR: .* cannot be used \(/);
    expectRefusal(await runCli({ DATA_DIR: file }, 'resume'), /DATA_DIR: .* cannot be used \(/);
  });

  test('where an earlier one was interrupted while it loaded the demo', async () => {
    const { folder, env } = await settled();
    await writeFile(join(folder, 'demo-unfinished'), '');
    expectRefusal(
      await runService(env),
      /DEMO: a start was interrupted while it loaded the demo.*Delete .* start again/,
    );
  });

  test('but not where one fell before its database was whole: that is made anew', async () => {
    const { folder, env, apiKey } = await settled();
    await writeFile(join(folder, 'database-unfinished'), '');
    const service = await start(env);
    expect(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')).not.toContain(apiKey);
    expect((await createClient(service.baseUrl, apiKey).get('/api/v1/me')).status).toBe(401);
    expect(existsSync(join(folder, 'database-unfinished'))).toBe(false);
    await terminate(service);
  });

  test('where the configuration is wrong, every fault at once, and nothing is made', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const refused = await runService({ DATA_DIR: folder, PORT: 'eighty', PUBLIC_URL: 'http://merits.example.edu' });
    expectRefusal(refused, /^The service does not start:\n {2}- PORT: .+\n {2}- PUBLIC_URL: .+\n$/);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the public address', () => {
  const elsewhere = 'https://merits.localhost';

  test('that is not the one of the first start is refused, and one that is not of this machine in any case', async () => {
    const { env } = await settled();
    const refused = await runService({ ...env, PUBLIC_URL: elsewhere });
    expectRefusal(
      refused,
      new RegExp(`PUBLIC_URL: ${elsewhere} is not ${first.origin}.*PUBLIC_URL_ALIASES=${elsewhere}`),
    );
    const published = { ...env, PUBLIC_URL_ALIASES: 'https://merits.example.edu' };
    const needsPostgres = /DATABASE_URL: required at a public address \(https:\/\/merits\.example\.edu\)/;
    expectRefusal(await runService(published), needsPostgres);
    expectRefusal(await runCli(published, 'resume'), needsPostgres);
  });

  test('may be another that is declared; ids go on being made from the first', async () => {
    const { env, apiKey, institution } = await settled();
    const alias = `http://127.0.0.1:${env['PORT']}`;
    const service = await start({ ...env, PUBLIC_URL: alias, PUBLIC_URL_ALIASES: alias });
    expect(service.output()).toContain(`catalogue      ${alias}/`);
    await writeDrafts(service, apiKey, institution, ['through-the-alias']);
    const staff = createClient(alias, apiKey);
    const draft = await staff.get(`/api/v1/institutions/${institution}/microcredentials/through-the-alias`);
    expect(draft.body.address).toBe(`${first.origin}/institutions/${institution}/microcredentials/through-the-alias`);
    const did = await staff.get(`/institutions/${institution}/did.json`);
    expect(did.body.id).toBe(`did:web:localhost%3A${new URL(first.origin).port}:institutions:${institution}`);
    await terminate(service);
  });
});
