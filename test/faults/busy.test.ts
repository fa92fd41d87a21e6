import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import type { Services } from '../../src/services/index.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { start, temporaryFolder, terminate } from '../runtime/processes.ts';
import {
  award,
  complete,
  awardOf,
  found,
  type Place,
  registrationOf,
  revocation,
  servicesOn,
} from './setup/institution.ts';
import { holdingChain, untilWaiting } from './setup/waiting.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describeOnPostgres('while everything that one institution writes waits for a lock', () => {
  let database: FreshPostgres;
  let service: RunningService;
  let services: Services;
  let stuck: Place;
  let other: Place;

  beforeAll(async () => {
    database = await freshPostgres();
    const PORT = String(await freePort());
    const key = randomBytes(32).toString('base64');
    services = await servicesOn(database.db, `http://localhost:${PORT}`, key);
    stuck = await found(services);
    other = await found(services, 'annan-demo', 'annat');
    const DATA_DIR = await temporaryFolder();
    service = await start({ DATABASE_URL: database.url, KEY_ENCRYPTION_KEY: key, PORT, DATA_DIR });
  });
  afterAll(async () => {
    await terminate(service);
    await database.drop();
  });

  /** Nobody of the stuck institution gets on until the work is done; what they asked is answered then. */
  async function whileStuck(writers: () => readonly Promise<Answer>[], work: () => Promise<void>): Promise<Answer[]> {
    let asked: readonly Promise<Answer>[] = [];
    await holdingChain(database.db, stuck.actor.institutionId, async () => {
      asked = writers();
      await untilWaiting(database.pool, 1, Promise.all(asked));
      await work();
      expect(await Promise.race([...asked, Promise.resolve('none')])).toBe('none');
    });
    return Promise.all(asked);
  }
  type Answer = Awaited<ReturnType<ReturnType<typeof createClient>['get']>>;

  const register = ({ key, base, offeringId }: Place, name: string) =>
    createClient(service.baseUrl, key).post(`${base}/offerings/${offeringId}/registrations`, registrationOf(name));
  const anyone = () => createClient(service.baseUrl);

  /** What strangers and the staff of another institution ask: one after another and many at once. */
  async function othersAreServed(): Promise<void> {
    const publicly = [
      '/health',
      '/api/v1/microcredentials',
      `/institutions/${other.slug}/did.json`,
      `/institutions/${other.slug}`,
    ];
    const theirs = createClient(service.baseUrl, other.key);
    for (const round of times(3)) {
      const answers = await Promise.all([
        ...times(5).flatMap(() => publicly.map((path) => anyone().get(path))),
        anyone().get(`/institutions/${stuck.slug}/did.json`),
        theirs.get(`${other.base}/learners`),
        createClient(service.baseUrl, stuck.key).get(`${stuck.base}/learners`),
        register(other, `Obehindrad Person ${round}`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual([]);
    }
  }

  test('strangers and other institutions are answered as before, and then all that waited', async () => {
    const answers = await whileStuck(
      () => times(40).map((index) => register(stuck, `Fast Person ${index}`)),
      othersAreServed,
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  });

  test('and strangers who read its status list take no more than its share', async () => {
    const id = await award(services, stuck, 'Återkallad Person');
    const completionId = await complete(services, stuck, 'Väntande Person');
    const list = `/institutions/${stuck.slug}/status/1/revocation`;
    const writers = () => {
      const staff = createClient(service.baseUrl, stuck.key);
      return [
        staff.post(`${stuck.base}/awards/${id}/revoke`, revocation),
        staff.post(`${stuck.base}/awards`, awardOf(completionId)),
      ];
    };
    const answers = await whileStuck(writers, async () => {
      await Promise.all([
        ...times(20).map(async () => expect((await anyone().get(list)).status).toBe(200)),
        othersAreServed(),
      ]);
    });
    expect(answers.map(({ status }) => status)).toEqual([200, 201]);
  });

  test('who waits too long is told to come again, as a problem, and nothing was written', async () => {
    const name = 'Uttröttad Person';
    let answers: readonly Answer[] = [];
    await holdingChain(database.db, stuck.actor.institutionId, async () => {
      answers = await Promise.all(times(3).map(() => register(stuck, name)));
    });
    for (const { status, body } of answers)
      expect({ status, body }).toMatchObject({ status: 503, body: { type: '/problems/busy' } });
    const { count } = await database.db
      .selectFrom('learner')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('name_as_awarded', '=', name)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
    expect((await register(stuck, name)).status).toBe(201);
    expect(service.output()).not.toContain('"level":"error"');
  });
});
