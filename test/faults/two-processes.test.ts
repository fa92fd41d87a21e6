import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Client, createClient } from '../../scripts/demo/client.ts';
import { completeContent } from '../../scripts/demo/content.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { createCertifier, createCredentialWriter, createKeyRing } from '../../src/credentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { platform } from '../../src/platform/platform.ts';
import { createServices, type Services } from '../../src/services/index.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { type Env, runCli, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import {
  award,
  awardOf,
  complete,
  resultOf,
  found,
  type Place,
  register,
  registrationOf,
  revocation,
  servicesOn,
  traceOf,
} from './setup/institution.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const statuses = (answers: readonly Answer[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

// PGlite runs one transaction after another and has one process; only PostgreSQL can lose these races.
describeOnPostgres('two services on one PostgreSQL:', () => {
  let database: FreshPostgres;
  let env: Env;
  let services: Services;
  let place: Place;
  let both: readonly RunningService[];
  let clients: readonly Client[];
  const key = randomBytes(32).toString('base64');

  beforeAll(async () => {
    database = await freshPostgres();
    const ports = [String(await freePort()), String(await freePort())];
    const origin = `http://localhost:${ports[0]}`;
    env = {
      DATABASE_URL: database.url,
      KEY_ENCRYPTION_KEY: key,
      PUBLIC_URL: origin,
      DATA_DIR: await temporaryFolder(),
    };
    services = await servicesOn(database.db, origin, key);
    place = await found(services);
    await award(services, place, 'Ensimmäinen Esimerkki');
    both = await Promise.all(ports.map((PORT) => start({ ...env, PORT })));
    clients = both.map(({ baseUrl }) => createClient(baseUrl, place.key));
  });
  afterAll(async () => {
    await Promise.all((both ?? []).map(terminate));
    await database?.drop();
  });

  /** At once, half of them to each. */
  const all = (count: number, send: (client: Client, index: number) => Promise<Answer>) =>
    Promise.all(times(count).map((index) => send(clients[index % 2]!, index)));
  const rows = async (table: 'result' | 'award' | 'registration', column: string, value: string) =>
    (
      await database.db
        .selectFrom(table)
        .select('id')
        .where(column as 'id', '=', value)
        .execute()
    ).length;
  const decisionsOn = async (subject: string, kind: 'publish' | 'revoke') => {
    const { rows } = await sql`
      select id from decision where kind = ${kind} and subjects @> ${JSON.stringify([subject])}::jsonb`.execute(
      database.db,
    );
    return rows.length;
  };

  test('fifty requests for one completion: one is recorded, and the others are told so', async () => {
    const registrationId = await register(services, place, 'Viides Esimerkki');
    const answers = await all(50, (client) => client.post(`${place.base}/results`, resultOf(place, registrationId)));
    expect(statuses(answers)).toEqual({ 201: 1, 409: 49 });
    const refusals = answers.filter(({ status }) => status === 409).map(({ body }) => body.type);
    expect(new Set(refusals)).toEqual(new Set(['/problems/already-completed']));
    expect(await rows('result', 'registration_id', registrationId)).toBe(1);
  });

  test('fifty requests for one award: one award, and one credential, signed once', async () => {
    const completionId = await complete(services, place, 'Kuudes Esimerkki');
    const answers = await all(50, (client) => client.post(`${place.base}/awards`, awardOf(completionId)));
    expect(statuses(answers)).toEqual({ 201: 1, 409: 49 });
    const made = answers.find(({ status }) => status === 201)?.body;
    expect(await traceOf(database.db, made.id)).toMatchObject({
      state: 'issued',
      awards: 1,
      awarded: 1,
      issued: 1,
      credentials: { length: 1 },
    });
  });

  test('one person registered twice from the same source is registered once', async () => {
    const registration = { ...registrationOf('Seitsemäs Esimerkki'), source: 'ladok', externalId: 'L-7' };
    const answers = await all(10, (client) =>
      client.post(`${place.base}/offerings/${place.offeringId}/registrations`, registration),
    );
    const ids = new Set(answers.filter(({ status }) => status < 300).map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    expect(await rows('registration', 'external_id', 'L-7')).toBe(1);
  });

  test('two publish at once: one version, one decision, one refusal', async () => {
    const slug = 'published-at-once';
    const draft = await clients[0]!.post(`${place.base}/microcredentials`, { slug, content: completeContent('FI') });
    const publish = (client: Client) =>
      client.post(`${place.base}/microcredentials/${slug}/publish`, { decision: { ground: 'delegated-decision' } });
    expect(statuses(await all(2, publish))).toEqual({ 201: 1, 409: 1 });
    expect((await clients[1]!.get(`${place.base}/microcredentials/${slug}/versions`)).body.items).toHaveLength(1);
    expect(await decisionsOn(draft.body.id, 'publish')).toBe(1);
  });

  test('two edit at once: one wins, the other is told that it has changed', async () => {
    const slug = 'edited-at-once';
    const draft = await clients[0]!.post(`${place.base}/microcredentials`, { slug, content: completeContent('FI') });
    const tag = draft.headers.get('ETag') ?? '';
    const edit = (client: Client) =>
      client.put(
        `${place.base}/microcredentials/${slug}/draft`,
        { content: completeContent('FI') },
        { 'If-Match': tag },
      );
    expect(statuses(await all(2, edit))).toEqual({ 200: 1, 412: 1 });
  });

  test('two revoke at once: one decision, one refusal', async () => {
    const id = await award(services, place, 'Kahdeksas Esimerkki');
    const answers = await all(2, (client) => client.post(`${place.base}/awards/${id}/revoke`, revocation));
    expect(statuses(answers)).toEqual({ 200: 1, 409: 1 });
    expect(await decisionsOn(id, 'revoke')).toBe(1);
  });

  test('one idempotency key at both: the work is done once, and both give the same answer', async () => {
    const registrationId = await register(services, place, 'Yhdeksäs Esimerkki');
    const once = { 'Idempotency-Key': randomBytes(8).toString('hex') };
    const recorded = await all(10, (client) =>
      client.post(`${place.base}/results`, resultOf(place, registrationId), once),
    );
    expect(statuses(recorded)).toEqual({ 201: 10 });
    expect(new Set(recorded.map(({ body }) => JSON.stringify(body))).size).toBe(1);

    const completionId = recorded[0]!.body.id;
    const awarded = await all(10, (client) => client.post(`${place.base}/awards`, awardOf(completionId), once));
    expect(statuses(awarded)).toEqual({ 201: 10 });
    expect(new Set(awarded.map(({ body }) => body.id)).size).toBe(1);
    expect(await traceOf(database.db, awarded[0]!.body.id)).toMatchObject({ state: 'issued', awards: 1, issued: 1 });

    const others = await all(2, (client) => client.post(`${place.base}/awards`, awardOf(registrationId), once));
    expect(statuses(others)).toEqual({ 422: 2 });
  });

  test('two resume at once: every credential is signed once, and none is signed again', async () => {
    const count = 24;
    const unsigned = await Promise.all(times(count).map((index) => recordOnly(`Keskeneräinen Esimerkki ${index}`)));
    const before = await Promise.all(unsigned.map((id) => traceOf(database.db, id)));
    for (const trace of before)
      expect(trace).toMatchObject({ state: 'prepared', credentials: [{ signed: null }], awarded: 1, issued: 0 });

    const runs = await Promise.all([runCli(env, 'resume'), runCli(env, 'resume')]);
    const finished = runs.map(({ stdout }) => Number(/^finished (\d+)\n$/.exec(stdout)?.[1]));
    expect(finished.reduce((sum, each) => sum + each)).toBe(count);

    const after = await Promise.all(unsigned.map((id) => traceOf(database.db, id)));
    for (const trace of after)
      expect(trace).toMatchObject({ state: 'issued', awards: 1, issued: 1, credentials: { length: 1 } });
    expect((await runCli(env, 'resume')).stdout).toBe('finished 0\n');
    expect(await Promise.all(unsigned.map((id) => traceOf(database.db, id)))).toEqual(after);

    const credential = (await clients[0]!.get(`${place.base}/awards/${unsigned[0]}/credential`)).body;
    expect((await clients[1]!.post('/api/v1/verify', { credential })).body).toMatchObject({ verdict: 'valid' });
  });

  /** An award that is on record and whose signature failed. */
  async function recordOnly(name: string): Promise<string> {
    const addresses = createAddresses(env['PUBLIC_URL']!);
    const never = () => Promise.reject(new Error('the key is out of reach'));
    const signer = { ...createKeyRing(Buffer.from(key, 'base64')), sign: never };
    const transact = createTransact(database.db);
    const failing = createServices({
      ...platform,
      stores: createStores(database.db),
      transact: (_, work) => transact(work),
      write: (_, work) => transact(work),
      inBackground: () => undefined,
      readFor: (_, work) => work(),
      changes: () => 0,
      addresses,
      writer: createCredentialWriter({ addresses, signer }),
      certifier: createCertifier(signer),
      verifier: { verify: never, verifyReceived: never },
      strangerReads: never,
      selfCheck: async () => true,
      log: () => undefined,
    });
    const completionId = await complete(services, place, name);
    const { award } = await failing.awarding.make(place.actor, place.slug, awardOf(completionId));
    expect(award.state).toBe('prepared');
    return award.id;
  }

  test('one credential that cannot be signed holds up neither a start nor the others', async () => {
    const id = await recordOnly('Mahdoton Esimerkki');
    const { unsigned } = await database.db
      .selectFrom('signed_document')
      .select('unsigned')
      .where('award_id', '=', id)
      .executeTakeFirstOrThrow();
    const write = (text: string | null) =>
      database.db
        .updateTable('signed_document')
        .set({ unsigned: text ?? '' })
        .where('award_id', '=', id)
        .execute();
    await write('{}');
    const other = await recordOnly('Mahdollinen Esimerkki');
    const third = await start({ ...env, PORT: String(await freePort()) });
    const client = createClient(third.baseUrl, place.key);
    expect(third.output()).toContain('"level":"error"');
    expect(await client.get(`${place.base}/awards/${id}/credential`)).toMatchObject({
      status: 409,
      body: { type: '/problems/not-issued' },
    });
    expect((await client.get(`${place.base}/awards/${other}`)).body).toMatchObject({ state: 'issued' });
    await write(unsigned);
    await terminate(third);
    expect((await runCli(env, 'resume')).stdout).toBe('finished 1\n');
  });

  test('and after all of that the audit chain is whole', async () => {
    expect(await runCli(env, 'audit', 'check', place.slug)).toMatchObject({ code: 0 });
    for (const service of both) expect(service.output()).not.toContain('"level":"error"');
  });
});
