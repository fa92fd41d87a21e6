import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Services } from '../../../src/services/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../../databases/databases.ts';
import { complete, expireLeases, found, type Place, servicesOn, traceOf } from '../setup/institution.ts';

describeOnPostgres('a run of awards of two processes on one PostgreSQL', () => {
  let database: FreshPostgres;
  let both: readonly Services[];
  let place: Place;
  const others: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await freshPostgres();
    const key = randomBytes(32).toString('base64');
    const second = connect(database.url);
    others.push(() => second.db.destroy());
    both = await Promise.all([database.db, second.db].map((db) => servicesOn(db, 'https://merit.example', key)));
    place = await found(both[0]!);
  });
  afterAll(async () => {
    for (const close of others) await close();
    await database.drop();
  });

  const outcomesOf = async (id: string) => both[0]!.awardBatches.read(place.actor, place.slug, id, { limit: 100 });

  test('which both go on with: each completion is awarded once, signed once, and the chain is whole', async () => {
    const completions: string[] = [];
    for (let index = 0; index < 60; index += 1) completions.push(await complete(both[0]!, place, `Kaksi ${index}`));
    const asked = { completions, decision: { ground: 'outcomes-met' } };
    const resuming = async () => {
      for (let round = 0; round < 20; round += 1)
        await Promise.all(both.map(({ awardBatches }) => awardBatches.resume()));
    };
    const [{ run }] = await Promise.all([both[0]!.awardBatches.make(place.actor, place.slug, asked), resuming()]);
    for (;;) {
      await both[1]!.awardBatches.resume();
      if ((await outcomesOf(run.id)).run.finishedAt) break;
    }
    await expireLeases(database.db);
    await both[0]!.issuing.resume();
    const { counts, rows } = await outcomesOf(run.id);
    expect(counts).toEqual({ awarded: 60, alreadyAwarded: 0, refused: 0, waiting: 0 });
    const whole = { state: 'issued', awards: 1, awarded: 1, issued: 1, credentials: { length: 1 } };
    for (const { awardId } of rows.items) expect(await traceOf(database.db, awardId)).toMatchObject(whole);
    expect(await both[0]!.institutions.checkAudit(place.slug)).toMatchObject({ firstBroken: undefined });
  }, 120_000);

  test('of two batches with the same completions at once: each is awarded by one of them', async () => {
    const completions: string[] = [];
    for (let index = 0; index < 30; index += 1) completions.push(await complete(both[0]!, place, `Sama ${index}`));
    const views = await Promise.all(
      both.map(({ awardBatches }, index) =>
        awardBatches.make(place.actor, place.slug, {
          completions: index === 0 ? completions : [...completions].reverse(),
          decision: { ground: 'outcomes-met' },
        }),
      ),
    );
    for (const { run } of views)
      while (!(await outcomesOf(run.id)).run.finishedAt) await both[0]!.awardBatches.resume();
    const counts = await Promise.all(views.map(async ({ run }) => (await outcomesOf(run.id)).counts));
    expect(counts[0]!.awarded + counts[1]!.awarded).toBe(30);
    expect(counts[0]!.alreadyAwarded + counts[1]!.alreadyAwarded).toBe(30);
  }, 120_000);
});
