import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encode } from 'base58-universal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import type { Services } from '../../src/services/index.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import {
  award,
  awardOf,
  complete,
  expireLeases,
  found,
  type Place,
  servicesOn,
  traceOf,
} from '../faults/setup/institution.ts';
import { type Env, kill, runCli, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { envOf, holdElsewhere } from '../setup/signer/held-elsewhere.ts';
import { endFakeSigner, type FakeSigner, startFakeSigner } from '../setup/signer/process.ts';

const hook = pathToFileURL(join(import.meta.dirname, '../faults/setup/hang-at-signer.ts')).href;
const hanging = (at: string): Env => ({ NODE_OPTIONS: `--import=${hook}`, HANG_AT: at });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** As it stands in a proof (Data Integrity EdDSA Cryptosuites 1.0 §3.2.1). */
const proofValueOf = (signature: string) => `z${encode(Buffer.from(signature.split(':')[2] ?? '', 'base64'))}`;

describeOnPostgres('a service that is killed', () => {
  let database: FreshPostgres;
  let fake: FakeSigner;
  let services: Services;
  let place: Place;
  let env: Env;

  beforeAll(async () => {
    database = await freshPostgres();
    fake = await startFakeSigner();
    const port = String(await freePort());
    const key = randomBytes(32).toString('base64');
    services = await servicesOn(database.db, `http://localhost:${port}`, key);
    place = await found(services);
    await award(services, place, 'Ensimmäinen Esimerkki');
    const DATA_DIR = await temporaryFolder();
    env = { DATABASE_URL: database.url, PORT: port, KEY_ENCRYPTION_KEY: key, DATA_DIR, ...envOf(fake) };
    await holdElsewhere(env, fake, place.slug);
  });
  afterAll(async () => {
    await endFakeSigner(fake);
    await database?.drop();
  });

  /** Where a process is killed, what the signer does then, and how many signatures of it are lost. */
  test.each([
    ['before it asks for a signature', 'before', 'none', 0],
    ['while the signer has not signed', 'nowhere', 'never', 0],
    ['while the signature is on its way', 'nowhere', 'signs-and-never', 1],
    ['when it has the signature and has not stored it', 'after', 'none', 1],
  ] as const)('%s: the next start finishes exactly one credential', async (name, at, fault, lost) => {
    const completionId = await complete(services, place, `Esimerkki ${name}`);
    const [asked, before] = [await fake.asked(), (await fake.signatures()).length];
    await fake.does(fault);
    const service = await start({ ...env, ...hanging(at) });
    const answer = createClient(service.baseUrl, place.key)
      .post(`${place.base}/awards`, awardOf(completionId), { 'Idempotency-Key': name })
      .then(() => 'answered', () => 'cut off'); // prettier-ignore
    if (at === 'nowhere') await fake.untilAsked(asked + 1);
    else await until(() => service.output().includes('it hangs at the signer'));
    await kill(service);
    expect(await answer).toBe('cut off');
    const made = await fake.signatures();
    expect(made.length - before).toBe(lost);

    await fake.does('none');
    await expireLeases(database.db);
    const next = await start(env);
    expect(next.output()).toMatch(/finished credentials that were prepared and not signed","count":1}/);
    await finished(next, completionId, name);
    const after = (await fake.signatures()).slice(before);
    expect(after).toHaveLength(lost + 1);
    expect(new Set(after).size).toBe(lost + 1);
    await terminate(next);
  });

  /** One award with one certificate, which has the last signature that was made, and stays as it is. */
  async function finished(service: RunningService, completionId: string, idempotencyKey: string): Promise<void> {
    const client = createClient(service.baseUrl, place.key);
    const ask = () => client.post(`${place.base}/awards`, awardOf(completionId), { 'Idempotency-Key': idempotencyKey });
    const { status, body } = await ask();
    expect(status).toBe(201);
    const read = async () => (await client.get(`${place.base}/awards/${body.id}/credential`)).body;
    const credential = await read();
    expect(credential.proof.proofValue).toBe(proofValueOf((await fake.signatures()).at(-1) ?? ''));
    expect((await client.post('/api/v1/verify', { credential })).body).toMatchObject({ verdict: 'valid' });
    expect((await runCli(env, 'resume')).stdout).toBe('finished 0\n');
    expect(await read()).toEqual(credential);
    const once = { state: 'issued', awards: 1, awarded: 1, issued: 1, credentials: { length: 1 } };
    expect(await traceOf(database.db, body.id)).toMatchObject(once);
    expect(await runCli(env, 'audit', 'check', place.slug)).toMatchObject({ code: 0 });
  }
});
