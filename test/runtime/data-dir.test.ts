import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { completeContent } from '../../scripts/demo/content.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { takeDataDir } from '../../src/runtime/database/data-dir.ts';
import {
  type Ended,
  type Env,
  kill,
  root,
  runCli,
  runService,
  stackLine,
  start,
  temporaryFolder,
  terminate,
} from './processes.ts';

type DemoFile = Readonly<{ apiKey: string; institution: string }>;

/** A first start, ended by SIGTERM: what the other tests begin with a copy of. */
let first: Readonly<{
  folder: string;
  origin: string;
  output: string;
  modes: ReadonlyMap<string, string>;
  code: number | null;
}>;

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function modesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await modeOf(join(folder, name))] as const)));
}

beforeAll(async () => {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  const service = await start({ DATA_DIR: folder });
  const modes = await modesIn(folder);
  const { code } = await terminate(service);
  first = { folder, origin: service.baseUrl, output: service.output(), modes, code };
});

/** A copy of that folder, and the environment for it. */
async function settled(): Promise<Readonly<{ folder: string; env: Env; apiKey: string; institution: string }>> {
  const folder = await temporaryFolder();
  await cp(first.folder, folder, { recursive: true, preserveTimestamps: true });
  const { apiKey, institution } = JSON.parse(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')) as DemoFile;
  return {
    folder,
    env: { DATA_DIR: folder, PUBLIC_URL: first.origin, PORT: String(await freePort()) },
    apiKey,
    institution,
  };
}

function expectRefusal({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(stackLine);
  expect(stderr).not.toContain('"level":"error"');
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

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
    expect(Object.fromEntries(first.modes)).toEqual({
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
    const began = performance.now();
    const next = await start(env); // the socket and the lock file of the one that was killed lie there still
    const milliseconds = performance.now() - began;
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
    expect(milliseconds).toBeLessThan(15_000);
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
    for (const slug of ['fjallsjo', 'skargarden'])
      expect(await runCli(env, 'signing-key', 'rotate', slug)).toMatchObject({
        code: 0,
        stdout: `${slug} signs with a new key\n`,
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
    expectRefusal(await runService({ DATA_DIR: file }), /DATA_DIR: .* cannot be used \(/);
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

const samples = join(root, 'test/samples');
const sample = join(samples, 'elm/Sample-MC-Annex1-unsigned.jsonld');

describe('the command line, while the service runs,', () => {
  let service: RunningService;
  let place: Awaited<ReturnType<typeof settled>>;
  let institution: string;
  const cli = (...words: readonly string[]) => runCli(place.env, ...words);
  const printing = (stdout: unknown) => ({ code: 0, stdout, stderr: '' });

  beforeAll(async () => {
    place = await settled();
    ({ institution } = place);
    service = await start(place.env);
  });
  afterAll(() => terminate(service));

  test('reaches it through its socket: a key that is made works at once, and one that is revoked no longer', async () => {
    const added = await cli('staff', 'add', institution, 'Anna Exempel', 'editor,registrar');
    expect(added).toMatchObject(printing(expect.stringMatching(/^added Anna Exempel: [0-9a-f-]{36}\n$/)));
    const [, staffId = ''] = /: (\S+)/.exec(added.stdout) ?? [];
    const made = await cli('key', 'add', institution, staffId);
    const [, id = '', key = ''] = /^key (\S+)\n(mikromerit_\S+)\n$/.exec(made.stdout) ?? [];

    const me = () => createClient(service.baseUrl, key).get('/api/v1/me');
    const person = { institution, kind: 'staff', id: staffId, roles: ['editor', 'registrar'] };
    expect((await me()).body).toMatchObject(person);
    expect(await cli('key', 'revoke', institution, id)).toMatchObject(printing(`revoked ${id}\n`));
    expect((await me()).status).toBe(401);
    expectRefusal(await cli('key', 'revoke', institution, id), /has no key in force with the id/);

    const machine = await cli('key', 'add-machine', institution, 'Studieregistret', 'registrar');
    const [, machineKey = ''] = /\n(mikromerit_\S+)\n$/.exec(machine.stdout) ?? [];
    const itself = await createClient(service.baseUrl, machineKey).get('/api/v1/me');
    expect(itself.body).toMatchObject({ institution, kind: 'machine', roles: ['registrar'] });
    expect(service.output()).not.toMatch(new RegExp(`Anna Exempel|${key}`));
  });

  test('keeps its port: another service that wants it refuses, and that one’s folder is free again', async () => {
    const { folder, env } = await settled();
    expectRefusal(
      await runService({ ...env, PORT: place.env['PORT'] ?? '' }),
      /PORT: another program listens on \d+ already/,
    );
    const freed = takeDataDir(folder);
    expect(freed).toBeDefined();
    freed?.release();
    expect(takeDataDir(place.folder)).toBeUndefined();
  });

  test('says what is wrong with a command', async () => {
    expectRefusal(await cli('key', 'add', institution, 'nobody'), /has no staff member with the id nobody/);
    expectRefusal(await cli('staff', 'add', 'nowhere', 'A', 'none'), /No institution is called nowhere here/);
    expectRefusal(await cli('staff', 'add', institution, 'A', 'king'), /There is no role king; roles are editor, /);
    expectRefusal(await cli('staff', 'add', institution, ' ', 'none'), /NAME is empty/);
    expectRefusal(
      await cli('import', 'elm', join(place.folder, 'demo-api-keys.json'), institution, 'Stor'),
      /Stor cannot be part/,
    );
    expectRefusal(await cli('import', 'elm', join(place.folder, 'demo-api-keys.json'), institution, 'x'), /\w/);
  });

  test('does not disturb it with anything that comes through the socket', async () => {
    const post = (length: number, body: string) => `POST / HTTP/1.1\r\nContent-Length: ${length}\r\n\r\n${body}`;
    for (const noise of ['\0\0\0', post(3, '{}}'), post(4, 'null'), post(9, '{}')]) {
      const socket = connect(join(place.folder, 'control.sock')).on('error', () => undefined);
      socket.resume().end(noise);
      await new Promise((resolve) => socket.once('close', resolve));
    }
    const whole = expect.stringMatching(/^\d+ events, the chain is whole\nhash of event \d+: [0-9a-f]{64}\n$/);
    expect(await cli('audit', 'check', institution)).toMatchObject(printing(whole));
  });

  test('rotates the signing key: it signs from now on, and the old one stays published', async () => {
    const keys = async () =>
      (await createClient(service.baseUrl).get(`/institutions/${institution}/did.json`)).body.verificationMethod;
    const before = await keys();
    expect(await cli('signing-key', 'rotate', institution)).toMatchObject({ code: 0 });
    expect(await keys()).toEqual([...before, expect.anything()]);
  });

  test('imports the Commission’s sample, and says what it lacks', async () => {
    const imported = await cli('import', 'elm', sample, institution, 'annex-one');
    const address = `${first.origin}/institutions/${institution}/microcredentials/annex-one`;
    expect(imported).toMatchObject(printing(expect.stringContaining(`made the draft ${address}\n`)));
    expect(imported.stdout).toMatch(/missing before it can be published:\n(.*\n)* {2}#\/qualityAssurance: /);
    const staff = createClient(service.baseUrl, place.apiKey);
    const read = await staff.get(`/api/v1/institutions/${institution}/microcredentials/annex-one`);
    expect(read.body.draft.content.title).toEqual({ en: 'Digital micro-credential creation' });
    expectRefusal(
      await cli('import', 'elm', sample, institution, 'annex-one'),
      /has a micro-credential with this slug/,
    );
  });

  test('imports a sample of Dutch education, and credits without hours', async () => {
    const theed = join(samples, 'open-badges-nl/theed_microcredential_full_ho.json');
    const imported = await cli('import', 'obv3', theed, institution, 'theed');
    const address = `${first.origin}/institutions/${institution}/microcredentials/theed`;
    expect(imported).toMatchObject(printing(expect.stringContaining(`made the draft ${address}\n`)));
    expect(imported.stdout).toMatch(/missing before it can be published:\n(.*\n)* {2}#\/workload\/hours: /);
    const staff = createClient(service.baseUrl, place.apiKey);
    const read = await staff.get(`/api/v1/institutions/${institution}/microcredentials/theed`);
    expect(read.body.draft.content).toMatchObject({ workload: { ects: 3 }, level: { eqf: 4 } });
    expectRefusal(await cli('import', 'obv3', sample, institution, 'x'), /use “import elm”/);
    expectRefusal(await cli('import', 'elm', theed, institution, 'x'), /“import obv3”/);
  });

  test('reads past a byte order mark, and nothing that is not UTF-8', async () => {
    const found = (name: string) => join(samples, `found/elm-import-${name}.json`);
    expect(await cli('import', 'elm', found('bom'), institution, 'marked')).toMatchObject({ code: 0 });
    const text = await readFile(found('html-desc'), 'utf8');
    const utf16 = async (name: string, marked: string) => {
      const file = join(place.folder, name);
      await writeFile(file, marked, 'utf16le');
      return file;
    };
    for (const file of [found('latin1'), await utf16('with.json', `\uFEFF${text}`), await utf16('without.json', text)])
      expectRefusal(await cli('import', 'elm', file, institution, 'x'), /is not UTF-8, .*; save it as UTF-8/);
  });

  describe('creates an institution', () => {
    const umea = {
      slug: 'umea-demo',
      name: { sv: 'Umeå demohögskola', en: 'Umeå Demo College' },
      country: 'SE',
      kind: 'public-authority',
      publicRecordsDuty: true,
      archiveDuty: true,
      defaultLocale: 'sv-SE',
      review: 'required',
      homepage: 'https://demo.invalid/umea',
      accent: '#1d4e73',
      units: [{ code: 'TEK', name: { sv: 'Tekniska institutionen' } }],
    };
    const create = async (content: unknown) => {
      const file = join(place.folder, 'institution.json');
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      return cli('institution', 'create', file);
    };

    test('from a file', async () => {
      const did = `did:web:localhost%3A${new URL(first.origin).port}:institutions:umea-demo`;
      expect(await create(umea)).toMatchObject(printing(`created umea-demo: ${did}\n`));
      expectRefusal(await create(umea), /There is an institution with this slug/);
    });

    test('but not from what is none, and says where every slip is', async () => {
      expectRefusal(await create('{'), /institution.json is not JSON/);
      expectRefusal(await cli('institution', 'create', join(place.folder, 'none')), /none cannot be read: ENOENT/);
      const wrong = { ...umea, slug: 'Umeå/..', country: 'SWE', name: { xx: 'Umeå' }, units: [{ code: 1 }], motto: 1 };
      const refused = await create({ ...wrong, review: undefined });
      expectRefusal(refused, /This is no description of an institution/);
      expect(refused.stderr.match(/#\/[\w/]+/g)).toEqual([
        '#/motto',
        '#/slug',
        '#/name',
        '#/country',
        '#/review',
        '#/units/0/code',
        '#/units/0/name',
      ]);
      for (const value of [null, [], 'umea', 1])
        expectRefusal(await create(JSON.stringify(value)), /#: Must be an object/);
    });
  });
});

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

  test.each([[[]], [['--help']]])('prints what there is for %j', async (words) => {
    const folder = join(await temporaryFolder(), 'data');
    const { code, stdout, stderr } = await runCli({ DATA_DIR: folder }, ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^npm run cli -- COMMAND …\n {2}institution create FILE\n/);
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

  test('says of one command what it takes, and reads no file', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const { code, stdout, stderr } = await runCli({ DATA_DIR: folder }, 'verify', '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^"verify" takes: FILE \[--json\]\n/);
  });

  test('does not make an empty service where DATA_DIR is mistyped', async () => {
    const folder = join(await temporaryFolder(), 'dta');
    expectRefusal(await runCli({ DATA_DIR: folder }, 'audit', 'check', 'uni'), /dta holds no database/);
    expect(existsSync(folder)).toBe(false);
  });
});
