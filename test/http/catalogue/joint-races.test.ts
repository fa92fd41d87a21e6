import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnPostgres, freshPostgres } from '../../databases/databases.ts';
import { anyCountryContent } from '../../samples/content.ts';
import { swedish } from '../../samples/institution.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, type Place, startHarness } from '../setup/harness.ts';
import { draftCourse, invite, joinCourse, must } from '../setup/story.ts';

const onPostgres = async () => {
  const { db, drop } = await freshPostgres();
  return { db, close: drop };
};
const rounds = Array.from({ length: 6 }, (_, index) => `kurs-${index}`);
const published = { decision: { ground: 'delegated-decision' } };

/** PGlite takes one transaction after another, so it cannot lose a race. */
describeOnPostgres('partners at the same time, on PostgreSQL,', () => {
  let harness: Harness;
  let north: Place;
  let south: Place;
  let third: Place;
  beforeAll(async () => {
    harness = await startHarness(onPostgres);
    ({ north, south } = harness);
    third = await harness.settle({ ...swedish, slug: 'tredje', homepage: 'https://tredje.example/' });
  });
  afterAll(() => harness.close());

  const course = (slug: string) => `${north.base}/microcredentials/${slug}`;
  /** An approved course of all three, with what the partners know it by. */
  const approved = async (slug: string) => {
    const awardingBodies = ['provsjo', 'koesaari', 'tredje'].map((institution) => ({ institution }));
    await draftCourse(north, slug, { ...anyCountryContent, awardingBodies });
    const ids = [await invite(north, slug, south), await invite(north, slug, third)] as const;
    must(await north.as.editor.post(`${course(slug)}/submit`));
    must(await north.as.reviewer.post(`${course(slug)}/approve`));
    return ids;
  };
  const publish = (slug: string) => north.as.editor.post(`${course(slug)}/publish`, published);
  const states = async (slug: string) =>
    must(await north.as.editor.get(`${course(slug)}/partners`)).items.map(({ state }: any) => state);

  test('two decide, one refusing: both are on record, and nothing is published', async () => {
    for (const slug of rounds) {
      const [one, two] = await approved(slug);
      const answers = await Promise.all([
        joinCourse(south, one),
        joinCourse(third, two, { outcome: 'refused', note: 'Nej.' }),
        publish(slug),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 422]);
      expect(await states(slug)).toEqual(['agreed', 'refused']);
      expect((await publish(slug)).status).toBe(422);
    }
  });

  test('one leaves while the owner publishes: it is behind the version, or there is none', async () => {
    for (const slug of rounds.map((name) => `${name}-lamnas`)) {
      const [one, two] = await approved(slug);
      must(await joinCourse(south, one), 201);
      must(await joinCourse(third, two), 201);
      const [left, made] = await Promise.all([
        third.as.admin.post(`${third.base}/partnerships/${two}/leave`),
        publish(slug),
      ]);
      expect(left.status).toBe(200);
      expect([201, 422]).toContain(made.status);
      const { partnerDecisions } = must(await north.as.editor.get(`${course(slug)}/partners`));
      expect(partnerDecisions).toHaveLength(made.status === 201 ? 2 : 0);
    }
  });

  test('both edit what they read: one of them does, and the other is told', async () => {
    await draftCourse(north, 'skrivs');
    const ids = [await invite(north, 'skrivs', south), await invite(north, 'skrivs', third)] as const;
    const edit = async ({ as, base }: Place, id: string, seen: string) =>
      as.editor.put(`${base}/partnerships/${id}/draft`, { content: { title: { sv: base } } }, { 'If-Match': seen });
    for (let round = 1; round <= 5; round += 1) {
      const read = await south.as.editor.get(`${south.base}/partnerships/${ids[0]}`);
      const seen = read.headers.get('ETag') ?? '';
      const answers = await Promise.all([edit(south, ids[0], seen), edit(third, ids[1], seen)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(read.body.draft.revision).toBe(round);
    }
  });

  test('one invitation is made, however often it is sent at once', async () => {
    await draftCourse(north, 'en-gang');
    const send = () => north.as.admin.put(`${course('en-gang')}/partners/koesaari`, { mayEdit: true });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(await states('en-gang')).toEqual(['undecided']);
  });

  everyAnswer(() => harness);
});
