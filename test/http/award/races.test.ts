import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnPostgres, freshPostgres } from '../../databases/databases.ts';
import type { Answer } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import {
  award,
  complete,
  resultInput,
  draftCourse,
  outcomesMet,
  register,
  somebody,
  type Story,
  wholeStory,
} from '../setup/story.ts';

const onPostgres = async () => {
  const { db, drop } = await freshPostgres();
  return { db, close: drop };
};
const tally = (answers: readonly Answer[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ status }) => status)].map(([status, same]) => [status, same.length] as const),
  );

/** PGlite takes one transaction after another, so it cannot lose a race. */
describeOnPostgres('at the same time, on PostgreSQL,', () => {
  let harness: Harness;
  let story: Story;
  beforeAll(async () => {
    harness = await startHarness(onPostgres);
    story = await wholeStory(harness.north, 'vatten');
  });
  afterAll(() => harness.close());

  const at = (path: string) => `${harness.north.base}${path}`;
  const registered = async () => (await register(harness.north, story.offering.id)).id as string;
  const send = (path: string, body: unknown, headers = {}) => harness.north.as.registrar.post(at(path), body, headers);

  test('batches with the same people in other orders, and each person alone, make one result each', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ids = await Promise.all(Array.from({ length: 10 }, registered));
      const one = (id: string) => resultInput(harness.north, id);
      const batch = (list: readonly string[]) => send('/results/batch', { results: list.map(one) });
      const answers = await Promise.all([
        batch(ids),
        batch(ids.toReversed()),
        ...ids.map((id) => send('/results', one(id))),
        batch(ids),
      ]);
      const outcomes = answers.flatMap(({ body }) => body.outcomes ?? []);
      const recorded = outcomes.filter(({ outcome }) => outcome === 'recorded').length;
      const alone = answers.filter(({ status }) => status === 201).length;
      expect([recorded + alone, outcomes.length]).toEqual([10, 30]);
      expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
    }
  });

  test('new people, each sent many times alone and in batches in other orders, are each there once', async () => {
    const path = `/offerings/${story.offering.id}/registrations`;
    for (let round = 0; round < 3; round += 1) {
      const people = Array.from({ length: 6 }, somebody);
      const rows = people.map((learner) => ({ form: 'other', learner }));
      const batch = (registrations: readonly unknown[]) => send(`${path}/batch`, { registrations });
      const answers = await Promise.all([
        batch(rows),
        ...rows.map((row) => send(path, row)),
        batch(rows.toReversed()),
        ...rows.map((row) => send(path, row)),
      ]);
      expect(answers.filter(({ status }) => ![200, 201].includes(status))).toEqual([]);
      const outcomes = answers.flatMap(({ body }) => body.outcomes ?? []);
      const made = outcomes.filter(({ outcome }) => outcome === 'registered').length;
      expect(made + answers.filter(({ status }) => status === 201).length).toBe(people.length);
      expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
      for (const { nameAsAwarded } of people) {
        const found = await harness.north.as.registrar.get(at(`/learners?q=${encodeURIComponent(nameAsAwarded)}`));
        expect(found.body.items.filter((item: any) => item.nameAsAwarded === nameAsAwarded)).toHaveLength(1);
      }
    }
  });

  test('one person, registered and described at once by what two have, is never of both', async () => {
    const [one, other] = [somebody(), somebody()];
    const path = `/offerings/${story.offering.id}/registrations`;
    const first = (await send(path, { form: 'other', learner: { ...one, identifiers: [] } })).body;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2
          ? send(path, { form: 'other', learner: other })
          : harness.north.as.registrar.put(at(`/learners/${first.learnerId}`), {
              ...one,
              identifiers: other.identifiers,
            }),
      ),
    );
    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
    const owners = await harness.north.as.registrar.get(at(`/learners?q=${other.identifiers[0]!.value}`));
    expect(owners.body.items).toHaveLength(1);
  });

  test('fifty results for one registration make one', async () => {
    const body = resultInput(harness.north, await registered());
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('/results', body)));
    expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
  });

  test('twenty corrections of one result make one, whatever they say', async () => {
    const first = await complete(harness.north, await registered());
    const body = { ...resultInput(harness.north, first.registrationId), corrects: first.id };
    const correct = (grade: string) => send('/results', { ...body, grade, decision: { ground: 'clerical-error' } });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => correct(index % 2 ? 'G' : 'U')));
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
    const codes = new Set(answers.map(({ body }) => body.type).filter(Boolean));
    expect(codes).toEqual(new Set(['/problems/already-corrected']));
  });

  test('a correction and an award of one result: one of them is made', async () => {
    const firsts = await Promise.all(
      Array.from({ length: 8 }, async () => complete(harness.north, await registered())),
    );
    const pairs = firsts.map(async (first) => {
      const body = { ...resultInput(harness.north, first.registrationId), corrects: first.id };
      const made = await Promise.all([
        send('/results', { ...body, decision: { ground: 'grade-changed' } }),
        harness.north.as.issuer.post(at('/awards'), { completionId: first.id, decision: outcomesMet }),
      ]);
      return made.map(({ status }) => status);
    });
    // The award first: 409 for the correction; the correction first: 422 for the award.
    for (const statuses of await Promise.all(pairs))
      expect([
        [409, 201],
        [201, 422],
      ]).toContainEqual(statuses);
  });

  test('twenty requests under one Idempotency-Key are one', async () => {
    const body = resultInput(harness.north, await registered());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send('/results', body, { 'Idempotency-Key': 'same' })),
    );
    expect([tally(answers), new Set(answers.map(({ text }) => text)).size]).toEqual([{ 201: 20 }, 1]);
  });

  test('ten awards of one completion make one, and ten revocations end it once', async () => {
    const { id: completionId } = await complete(harness.north, await registered());
    const { issuer } = harness.north.as;
    const awards = await Promise.all(
      Array.from({ length: 10 }, () => issuer.post(at('/awards'), { completionId, decision: outcomesMet })),
    );
    expect(tally(awards)).toEqual({ 201: 1, 409: 9 });
    const { id } = awards.find(({ status }) => status === 201)!.body;
    const decision = { ground: 'awarded-in-error' };
    const revocations = await Promise.all(
      Array.from({ length: 10 }, () => issuer.post(at(`/awards/${id}/revoke`), { decision })),
    );
    expect(tally(revocations)).toEqual({ 200: 1, 409: 9 });
  });

  test('ten publications make one version, and ten drafts of the next make one', async () => {
    const course = `${harness.south.base}/microcredentials/tavling`;
    await draftCourse(harness.south, 'tavling');
    const { editor } = harness.south.as;
    const decision = { ground: 'delegated-decision' };
    const published = await Promise.all(
      Array.from({ length: 10 }, () => editor.post(`${course}/publish`, { decision })),
    );
    expect(tally(published)).toEqual({ 201: 1, 409: 9 });
    expect(tally(await Promise.all(Array.from({ length: 10 }, () => editor.post(`${course}/draft`))))).toEqual({
      201: 1,
      409: 9,
    });
  });

  test('many awards take an index each in the list, and the chain of events stays whole', async () => {
    const results = await Promise.all(
      Array.from({ length: 12 }, async () => complete(harness.north, await registered())),
    );
    const awards = await Promise.all(results.map(({ id }) => award(harness.north, id)));
    const credentials = await Promise.all(
      awards.map(async ({ id }) => (await harness.north.as.issuer.get(at(`/awards/${id}/credential`))).body),
    );
    expect(new Set(credentials.map(({ credentialStatus }) => credentialStatus[0].statusListIndex)).size).toBe(12);
    expect(await harness.services.institutions.checkAudit('provsjo')).toMatchObject({ firstBroken: undefined });
  });

  everyAnswer(() => harness);
});
