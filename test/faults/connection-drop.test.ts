import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { ask, onDatabase } from '../databases/administration.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { type Env, runCli, runService, stackLine, start, temporaryFolder, terminate } from '../runtime/processes.ts';
import {
  awardOf,
  expireLeases,
  resultOf,
  found,
  type Place,
  registrationOf,
  servicesOn,
  traceOf,
} from './setup/institution.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeOnPostgres('while connections to PostgreSQL break', () => {
  let database: FreshPostgres;
  let env: Env;
  let place: Place;
  let service: RunningService;

  beforeAll(async () => {
    database = await freshPostgres();
    const PORT = String(await freePort());
    const key = randomBytes(32).toString('base64');
    env = { DATABASE_URL: database.url, KEY_ENCRYPTION_KEY: key, PORT, DATA_DIR: await temporaryFolder() };
    place = await found(await servicesOn(database.db, `http://localhost:${PORT}`, key));
    service = await start(env);
  });
  afterAll(() => database?.drop());

  const faults: Answer[] = [];
  /** Asks again with the same key until the service could answer, as a careful client does. */
  async function insist(path: string, body: unknown): Promise<any> {
    const client = createClient(service.baseUrl, place.key);
    const once = { 'Idempotency-Key': randomUUID() };
    for (;;) {
      const answer = await client.post(`${place.base}${path}`, body, once);
      if (answer.status < 300) return answer.body;
      faults.push(answer);
      await pause(20);
    }
  }

  /** One person all the way to the award. */
  async function carry(name: string): Promise<string> {
    const registration = { ...registrationOf(name), source: 'load', externalId: name };
    const { id: registrationId } = await insist(`/offerings/${place.offeringId}/registrations`, registration);
    const { id: completionId } = await insist('/results', resultOf(place, registrationId));
    return (await insist('/awards', awardOf(completionId))).id;
  }

  const cut = async (): Promise<number> => {
    const mine = `datname = current_database() and application_name = 'mikromerit'`;
    const { rowCount } = await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where ${mine}`,
    );
    return rowCount ?? 0;
  };

  test('requests are answered with 503, and the service goes on', async () => {
    let isDone = false;
    const load = Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        const awards: string[] = [];
        for (let index = 0; index < 4; index += 1) awards.push(await carry(`Kuorma ${worker}-${index}`));
        return awards;
      }),
    ).finally(() => (isDone = true));
    let broken = 0;
    // Ever longer, so that a machine that needs more than the first of these pauses for an award gets there too.
    for (let between = 100; !isDone; between += 10) {
      broken += await cut();
      await pause(between);
    }
    const awards = (await load).flat();

    expect(broken).toBeGreaterThan(10);
    expect(faults.length).toBeGreaterThan(0);
    for (const { status, body } of faults) {
      expect({ status, body }).toMatchObject({
        status: 503,
        body: { type: expect.stringMatching(/^\/problems\/(unavailable|busy)$/) },
      });
    }
    expect(service.process.exitCode).toBeNull();
    expect((await createClient(service.baseUrl).get('/health')).body).toMatchObject({ ready: true });
    expect(service.output()).not.toContain('Kuorma');
    await nothingIsHalfWritten(awards);
  });

  async function nothingIsHalfWritten(awards: readonly string[]): Promise<void> {
    // What an attempt could not even give up is anybody's when its lease has run out.
    await expireLeases(database.db);
    expect(await runCli(env, 'resume')).toMatchObject({ code: 0 });
    const whole = { state: 'issued', awards: 1, awarded: 1, issued: 1, credentials: [{ signed: expect.any(String) }] };
    for (const id of awards) expect(await traceOf(database.db, id)).toMatchObject(whole);
    for (const table of ['learner', 'registration', 'result', 'award', 'signed_document', 'status_entry'] as const) {
      const { count } = await database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      expect(`${table} ${count}`).toBe(`${table} ${awards.length}`);
    }
    expect(await runCli(env, 'audit', 'check', place.slug)).toMatchObject({ code: 0 });
  }

  test('and that none can be made at all is told by /health, until one can', async () => {
    const health = () => createClient(service.baseUrl).get('/health');
    const name = new URL(database.url).pathname.slice(1);
    const allow = (isAllowed: boolean) =>
      ask(onDatabase(database.url, 'postgres'), `alter database ${name} with allow_connections ${isAllowed}`);
    await allow(false);
    await cut();
    expect(await health()).toMatchObject({ status: 503, body: { live: true, ready: false } });
    expect((await createClient(service.baseUrl).get('/api/v1/institutions')).status).toBe(503);
    await allow(true);
    expect(await health()).toMatchObject({ status: 200, body: { live: true, ready: true } });
    expect((await terminate(service)).code).toBe(0);
  });

  test.each([
    ['nobody listens', () => `postgres://merit:hemlighet@localhost:1/merits`],
    ['the password is wrong', () => Object.assign(new URL(database.url), { password: 'hemlighet' }).href],
    ['there is no such database', () => Object.assign(new URL(database.url), { pathname: '/nowhere' }).href],
  ])('a start is refused with a sentence where %s', async (_, url) => {
    const { code, stdout, stderr } = await runService({ ...env, DATABASE_URL: url() });
    expect(stderr).toMatch(
      /^The service does not start:\n {2}- DATABASE_URL: the server could not be used \(.+\)\.\n$/,
    );
    expect(stderr).not.toMatch(stackLine);
    expect(stderr).not.toContain('hemlighet');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});
