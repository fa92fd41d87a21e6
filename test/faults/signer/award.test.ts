import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Client, createClient } from '../../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../../scripts/demo/service.ts';
import type { Services } from '../../../src/services/index.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../../databases/databases.ts';
import { type Env, runCli, start, temporaryFolder, terminate } from '../../runtime/processes.ts';
import type { Fault } from '../../setup/signer/faults.ts';
import { envOf, holdElsewhere } from '../../setup/signer/held-elsewhere.ts';
import { endFakeSigner, type FakeSigner, signerToken, startFakeSigner } from '../../setup/signer/process.ts';
import { award, awardOf, complete, found, type Place, revocation, servicesOn, traceOf } from '../setup/institution.ts';

const once = { state: 'issued', awards: 1, awarded: 1, issued: 1, credentials: { length: 1 } };

describeOnPostgres('with a signer elsewhere', () => {
  let database: FreshPostgres;
  let fake: FakeSigner;
  let services: Services;
  let place: Place;
  let env: Env;
  let keyId: string;
  let both: readonly RunningService[];
  let clients: readonly Client[];

  beforeAll(async () => {
    database = await freshPostgres();
    fake = await startFakeSigner();
    const ports = [String(await freePort()), String(await freePort())];
    const key = randomBytes(32).toString('base64');
    const origin = `http://localhost:${ports[0]}`;
    services = await servicesOn(database.db, origin, key);
    place = await found(services);
    // The lists are out, and one award is signed with a key that is held here.
    await award(services, place, 'Ensimmäinen Esimerkki');
    env = {
      DATABASE_URL: database.url,
      KEY_ENCRYPTION_KEY: key,
      PUBLIC_URL: origin,
      DATA_DIR: await temporaryFolder(),
      ...envOf(fake),
    };
    keyId = await holdElsewhere(env, fake, place.slug);
    both = await Promise.all(ports.map((PORT) => start({ ...env, PORT })));
    clients = both.map(({ baseUrl }) => createClient(baseUrl, place.key));
  });
  beforeEach(async () => {
    await fake.does('none');
  });
  afterAll(async () => {
    await Promise.all((both ?? []).map(terminate));
    await endFakeSigner(fake);
    await database?.drop();
  });

  const ask = (client: Client, completionId: string) => client.post(`${place.base}/awards`, awardOf(completionId));
  const logOf = (awardId: string) =>
    both
      .flatMap((service) => service.output().split('\n'))
      .filter((line) => line.includes(awardId))
      .map((line) => JSON.parse(line));
  const proofOf = async (id: string) =>
    (await clients[0]!.get(`${place.base}/awards/${id}/credential`)).body.proof.proofValue;

  let count = 0;
  /** An award that the first service signed, so it does not leave the signer alone. */
  async function signed() {
    for (;;) {
      const answer = await ask(clients[0]!, await complete(services, place, `Esimerkki ${(count += 1)}`));
      if (answer.status === 201) return answer;
      await runCli(env, 'resume');
    }
  }

  test('an award is signed with its key', async () => {
    const { status, body } = await ask(clients[0]!, await complete(services, place, 'Toinen Esimerkki'));
    expect(status).toBe(201);
    const credential = (await clients[0]!.get(`${place.base}/awards/${body.id}/credential`)).body;
    expect((await clients[1]!.post('/api/v1/verify', { credential })).body).toMatchObject({ verdict: 'valid' });
    expect(await traceOf(database.db, body.id)).toMatchObject(once);
  });

  test.each<[Fault, string, number?]>([
    ['status-503', 'signer-busy', 503],
    ['status-403', 'signer-refused', 403],
    ['other-key', 'signer-false-signature'],
    ['other-version', 'signer-other-version'],
    ['not-json', 'signer-unreadable'],
    ['never', 'signer-late'],
  ])(
    'that does %s, the caller is told where to look, the log says why, and resume finishes it',
    async (does, fault, said) => {
      const completionId = await complete(services, place, `Odottava ${does}`);
      await signed();
      await fake.does(does);
      const answer = await ask(clients[0]!, completionId);
      expect(answer).toMatchObject({ status: 202, body: { state: 'prepared', completionId } });
      const { id } = answer.body;
      expect(answer.headers.get('Location')).toBe(`${place.base}/awards/${id}`);
      expect((await clients[1]!.get(`${place.base}/awards/${id}`)).body).toMatchObject({ state: 'prepared' });
      expect(await clients[1]!.get(`${place.base}/awards/${id}/credential`)).toMatchObject({ status: 409 });
      for (const client of clients) expect((await client.get('/health')).status).toBe(200);
      const [institution] = await services.institutions.list();
      const line = { award: id, fault, institution: institution?.id, key: keyId, ...(said && { status: said }) };
      expect(logOf(id)).toEqual([expect.objectContaining({ ...line, remedy: expect.any(String) })]);

      expect((await runCli(env, 'resume')).stdout).toBe('finished 0\n');
      await fake.does('none');
      expect((await runCli(env, 'resume')).stdout).toBe('finished 1\n');
      expect(await traceOf(database.db, id)).toMatchObject(once);
    },
  );

  test('that is slow, fifty ask two services for one award: one signature is stored, and one event', async () => {
    await signed();
    const completionId = await complete(services, place, 'Hidas Esimerkki');
    await fake.does('none', 500);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(clients[index % 2]!, completionId)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect(await traceOf(database.db, made[0]!.body.id)).toMatchObject(once);
  });

  test('two hold a signature of one award: the lease decides, and the first that was stored stands', async () => {
    await signed();
    const completionId = await complete(services, place, 'Kahdesti Allekirjoitettu');
    const before = (await fake.signatures()).length;
    const asked = await fake.asked();
    await fake.does('none', 2_000);
    const slow = ask(clients[0]!, completionId);
    await fake.untilAsked(asked + 1);
    // Its lease runs out, so another takes it over while the first signature is under way.
    await database.db
      .updateTable('signed_document')
      .set({ lease_until: new Date(0) })
      .where('bytes', 'is', null)
      .execute();
    const [{ stdout }, answer] = await Promise.all([runCli(env, 'resume'), slow]);
    expect(stdout).toBe('finished 1\n');
    expect(answer).toMatchObject({ status: 201, body: { state: 'issued' } });
    const { id } = answer.body;
    const signatures = (await fake.signatures()).slice(before);
    expect(new Set(signatures).size).toBe(2);
    expect(await traceOf(database.db, id)).toMatchObject(once);
    const stored = await proofOf(id);
    await fake.does('none');
    expect((await runCli(env, 'resume')).stdout).toBe('finished 0\n');
    expect(await proofOf(id)).toBe(stored);
  });

  test('that is away, strangers get the last status list, and our own check does not say valid', async () => {
    const { body } = await signed();
    const credential = (await clients[0]!.get(`${place.base}/awards/${body.id}/credential`)).body;
    const list = () => clients[0]!.get(`/institutions/${place.slug}/status/1/revocation`);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = await list();
    await fake.does('status-503');
    expect((await clients[0]!.post(`${place.base}/awards/${body.id}/revoke`, revocation)).status).toBe(200);
    expect(await list()).toMatchObject({ status: 200, body: before.body });
    const { verdict } = (await clients[0]!.post('/api/v1/verify', { credential })).body;
    expect(verdict).toBe('undetermined');
    await fake.does('none');
    await signed();
    const after = async () => (await clients[0]!.post('/api/v1/verify', { credential })).body.verdict;
    while ((await after()) !== 'revoked') await new Promise((resolve) => setTimeout(resolve, 200));
  });

  test('and after all of that the token is in no log, and the audit chain is whole', async () => {
    for (const service of both) expect(service.output()).not.toContain(signerToken);
    expect(await runCli(env, 'audit', 'check', place.slug)).toMatchObject({ code: 0 });
  });
});
