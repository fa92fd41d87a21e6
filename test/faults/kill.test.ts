import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encode } from 'base58-universal';
import type { Kysely } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { openEmbedded } from '../../src/runtime/database/database.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { migratedFolder } from '../runtime/embedded.ts';
import { type Env, kill, runCli, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import {
  award,
  awardOf,
  complete,
  expireLeases,
  found,
  type Place,
  registrationOf,
  servicesOn,
  traceOf,
} from './setup/institution.ts';

const hanging = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'setup/hang-while-signing.ts')).href}`,
};

type Scene = Readonly<{ env: Env; place: Place; completionId: string }>;

/** An institution that has issued before, and a completion that is to be awarded next. */
async function prepare(db: Kysely<Database>, origin: string, key: string): Promise<Omit<Scene, 'env'>> {
  const services = await servicesOn(db, origin, key);
  const place = await found(services);
  await award(services, place, 'Ensimmäinen Esimerkki');
  return { place, completionId: await complete(services, place, 'Toinen Esimerkki') };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The award is asked for and the process dies while it signs: signed, and never stored. Returns the signature. */
async function fallWhileSigning({ env, place, completionId }: Scene): Promise<string> {
  const service = await start({ ...env, ...hanging });
  const asked = createClient(service.baseUrl, place.key)
    .post(`${place.base}/awards`, awardOf(completionId), { 'Idempotency-Key': 'once' })
    .then(() => 'answered', () => 'cut off'); // prettier-ignore
  const made = () => /a signature is made: ([0-9a-f]{128})\n/.exec(service.output())?.[1];
  await until(() => made() !== undefined);
  await kill(service);
  expect(await asked).toBe('cut off');
  return `z${encode(Buffer.from(made() ?? '', 'hex'))}`;
}

/** What the next start makes of it: the same bytes, signed again. Returns the award. */
async function finished(
  service: RunningService,
  { env, place, completionId }: Scene,
  signature: string,
): Promise<string> {
  expect(service.output()).toMatch(/finished credentials that were prepared and not signed","count":1}/);
  const client = createClient(service.baseUrl, place.key);
  const { body } = await client.get(`${place.base}/awards`);
  const found = body.items.filter((each: { completionId: string }) => each.completionId === completionId);
  expect(found).toMatchObject([{ state: 'issued' }]);

  const path = `${place.base}/awards/${found[0].id}/credential`;
  const credential = (await client.get(path)).body;
  expect(credential.proof.proofValue).toBe(signature);
  expect((await client.post('/api/v1/verify', { credential })).body).toMatchObject({ verdict: 'valid' });

  // Whoever was cut off asks again, with the same key or without one; and the operator resumes to be sure.
  const again = (headers = {}) => client.post(`${place.base}/awards`, awardOf(completionId), headers);
  expect(await again({ 'Idempotency-Key': 'once' })).toMatchObject({ status: 201, body: { id: found[0].id } });
  expect(await again()).toMatchObject({ status: 409, body: { type: '/problems/already-awarded' } });
  expect(await runCli(env, 'resume')).toMatchObject({ stdout: 'finished 0\n' });
  expect((await client.get(path)).body).toEqual(credential);
  expect(await runCli(env, 'audit', 'check', place.slug)).toMatchObject({ code: 0 });
  return found[0].id;
}

const whole = {
  state: 'issued',
  credentials: [{ signed: expect.stringContaining('"proof"'), etag: expect.any(String) }],
  awards: 1,
  awarded: 1,
  issued: 1,
};

describe('on the embedded database, a service that is killed', () => {
  let folder: string;
  let scene: Scene;
  const open = () => openEmbedded(join(folder, 'database'));

  beforeAll(async () => {
    const place = await migratedFolder(async (db, { origin, key, env }) => {
      scene = { env: { ...env, DEMO: '0' }, ...(await prepare(db, origin, key)) };
    });
    folder = place.folder;
  });

  test('while it signs: the next start finishes exactly one credential', async () => {
    const signature = await fallWhileSigning(scene);
    const service = await start(scene.env);
    const awardId = await finished(service, scene, signature);
    await terminate(service);
    const { db, close } = await open();
    expect(await traceOf(db, awardId)).toEqual(whole);
    await close();
  });

  test('under load: every row that it acknowledged is there, and the chain is whole', async () => {
    const { env, place } = scene;
    const acknowledged: string[] = [];
    for (const round of [1, 2]) {
      const service = await start(env);
      const client = createClient(service.baseUrl, place.key);
      const path = `${place.base}/offerings/${place.offeringId}/registrations`;
      const writers = [0, 1, 2, 3].map(async (writer) => {
        for (let index = 0; ; index += 1) {
          const answer = await client.post(path, registrationOf(`Kuorma ${round}-${writer}-${index}`));
          if (answer.status === 201) acknowledged.push(answer.body.id);
        }
      });
      const ended = Promise.allSettled(writers);
      const wanted = acknowledged.length + 40;
      await until(() => acknowledged.length >= wanted);
      await kill(service);
      await ended;
    }
    const { db, close } = await open();
    const stored = new Set((await db.selectFrom('registration').select('id').execute()).map(({ id }) => id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    await close();
    expect(await runCli(env, 'audit', 'check', place.slug)).toMatchObject({ code: 0 });
  });
});

describeOnPostgres('a service that is killed while it signs', () => {
  test('on PostgreSQL: the next start finishes exactly one credential', async () => {
    const database: FreshPostgres = await freshPostgres();
    const port = String(await freePort());
    const key = randomBytes(32).toString('base64');
    const env = { DATABASE_URL: database.url, PORT: port, KEY_ENCRYPTION_KEY: key, DATA_DIR: await temporaryFolder() };
    const scene = { env, ...(await prepare(database.db, `http://localhost:${port}`, key)) };

    const signature = await fallWhileSigning(scene);
    await expireLeases(database.db);
    const service = await start(env);
    const awardId = await finished(service, scene, signature);
    expect(await traceOf(database.db, awardId)).toEqual(whole);
    await terminate(service);
    await database.drop();
  });
});
