import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../../scripts/demo/client.ts';
import type { RunningService } from '../../../scripts/demo/service.ts';
import { takeDataDir } from '../../../src/runtime/database/data-dir.ts';
import { root, runCli, runService, start, terminate } from '../processes.ts';
import { expectRefusal, first, settled, startFirst } from '../first-start.ts';

beforeAll(startFirst);

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
    expectRefusal(
      await cli('staff', 'add', institution, 'A', 'king'),
      /There is no role king; roles are editor, .*, or none\.$/m,
    );
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
    const after = await keys();
    const ids = (methods: { id: string }[]) => methods.map(({ id }) => id);
    expect(ids(after).slice(0, before.length)).toEqual(ids(before));
    // Each key stands as a Multikey and for JOSE.
    expect(after).toHaveLength(before.length + 2);
    expect(after[0]).toMatchObject({ expires: expect.any(String) });
    expect(after.at(-1)).not.toHaveProperty('expires');
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
        '#/review',
        '#/motto',
        '#/slug',
        '#/name/xx',
        '#/country',
        '#/units/0/name',
        '#/units/0/code',
      ]);
      for (const value of [null, [], 'umea', 1])
        expectRefusal(await create(JSON.stringify(value)), /#: Write an object here/);
    });
  });
});
