import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countingResult } from '../../../src/domain/enrolment/result.ts';
import { createStores } from '../../../src/store/index.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import { award, must, outcomesMet, register, resultInput, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
let institution: string;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
  institution = (await createStores(harness.db).institutions.find('provsjo'))!.id;
});
afterAll(() => harness.close());

const clerical = { ground: 'clerical-error' };
const nowhere = '00000000-0000-4000-8000-000000000000';
const at = (path: string) => `${harness.north.base}${path}`;
const registered = async () => (await register(harness.north, story.offering.id)).id as string;
const send = (registrationId: string, change: object = {}, headers = {}) =>
  harness.north.as.registrar.post(
    at('/results'),
    { ...resultInput(harness.north, registrationId), ...change },
    headers,
  );
const recorded = async (registrationId: string, change: object = {}) => must(await send(registrationId, change), 201);
const read = async (id: string) => must(await harness.north.as.registrar.get(at(`/results/${id}`)));
const makeAward = (completionId: string) =>
  harness.north.as.issuer.post(at('/awards'), { completionId, decision: outcomesMet });
const events = () => createStores(harness.db).audit.list(institution);

describe('a result', () => {
  test('passes or not as its grade does, and a fail may be followed by another and by a pass', async () => {
    const id = await registered();
    expect(await recorded(id, { grade: 'U' })).toMatchObject({ grade: 'U', passed: false });
    expect(await recorded(id, { grade: 'U', date: '2026-10-02' })).toMatchObject({ passed: false });
    expect(await recorded(id, { date: '2026-10-03' })).toMatchObject({ grade: 'G', passed: true });
    for (const grade of ['G', 'U']) {
      const refusal = { status: 409, code: 'already-completed', says: /send one that corrects it/ };
      await expectRefused(harness, () => send(id, { grade }), refusal);
    }
  });

  test('that does not pass is not awarded', async () => {
    const failed = await recorded(await registered(), { grade: 'U' });
    const refusal = {
      status: 422,
      code: 'content-invalid',
      at: '#/completionId',
      says: /grade U, which does not pass/,
    };
    await expectRefused(harness, () => makeAward(failed.id), refusal);
  });
});

describe('a correction', () => {
  test.each([
    ['G', 'U'],
    ['U', 'G'],
    ['G', 'G'],
    ['U', 'U'],
  ])('from %s to %s takes the place of the first, which says so', async (from, to) => {
    const id = await registered();
    const first = await recorded(id, { grade: from });
    const before = (await events()).length;
    const second = await recorded(id, { grade: to, corrects: first.id, decision: clerical });
    expect(second).toMatchObject({ corrects: first.id, grade: to, passed: to === 'G' });
    expect(await read(first.id)).toEqual({ ...first, correctedBy: second.id });
    expect(await read(second.id)).toEqual(second);
    const event = { action: 'result-corrected', subjects: [second.id, second.decisionId, first.id] };
    expect((await events()).slice(before)).toEqual([expect.objectContaining(event)]);
  });

  test('is a decision of the examiner, of today, on its ground; hidden with the person', async () => {
    const { id: registrationId, learnerId } = await register(harness.north, story.offering.id);
    const first = await recorded(registrationId);
    const { decisionId, id } = await recorded(registrationId, { corrects: first.id, decision: clerical });
    const decision = at(`/decisions/${decisionId}`);
    const expected = {
      kind: 'correct',
      personId: harness.north.ids.bystander,
      capacity: 'examiner',
      ground: 'clerical-error',
      date: '2026-10-15',
      subjects: [id],
    };
    expect(must(await harness.north.as.registrar.get(decision))).toMatchObject(expected);
    must(await harness.north.as.confidential.put(at(`/learners/${learnerId}/protection`), { protected: true }));
    await expectRefused(harness, () => harness.north.as.registrar.get(decision), { status: 404, code: 'not-found' });
    expect(must(await harness.north.as.confidential.get(decision))).toMatchObject(expected);
  });

  const invalid = { status: 422, code: 'result-invalid' };
  test.each([
    ['of no result', { corrects: nowhere, decision: clerical }, { ...invalid, at: '#/corrects' }],
    ['without a decision', {}, { ...invalid, at: '#/decision', says: /on which ground/ }],
    [
      'on a ground of another act',
      { decision: { ground: 'examination' } },
      { status: 422, code: 'decision-invalid', at: '#/decision/ground', says: /clerical-error, grade-changed/ },
    ],
    [
      'decided before the result that it corrects',
      { date: '2026-09-14', decision: { ...clerical, date: '2026-09-20' } },
      { status: 422, code: 'decision-invalid', at: '#/decision/date', says: /before the result that it corrects/ },
    ],
    ['with a grade outside the scheme', { decision: clerical, grade: 'X' }, { ...invalid, at: '#/grade' }],
    ['of what is no id', { corrects: 'first' }, { status: 400, code: 'malformed-request', at: '#/corrects' }],
  ])('%s is refused', async (_, change, refusal) => {
    const id = await registered();
    const first = await recorded(id);
    await expectRefused(harness, () => send(id, { corrects: first.id, ...change }), refusal);
  });

  test('of a result of another registration or institution is refused as of none', async () => {
    const other = await recorded(await registered());
    const theirs = await wholeStory(harness.south, 'ytvatten');
    const id = await registered();
    for (const corrects of [other.id, theirs.completion.id])
      await expectRefused(harness, () => send(id, { corrects, decision: clerical }), { ...invalid, at: '#/corrects' });
  });

  test('of what is corrected is refused, and says which one to correct', async () => {
    const id = await registered();
    const correct = { decision: clerical, corrects: (await recorded(id)).id };
    const second = await recorded(id, correct);
    const refusal = { status: 409, code: 'already-corrected', says: new RegExp(`corrected by ${second.id}`) };
    await expectRefused(harness, () => send(id, correct), refusal);
    await recorded(id, { decision: clerical, corrects: second.id });
  });

  test('of an earlier fail to a pass is refused where a completion stands', async () => {
    const id = await registered();
    const failed = await recorded(id, { grade: 'U' });
    await recorded(id);
    const correct = { corrects: failed.id, decision: clerical };
    await expectRefused(harness, () => send(id, correct), { status: 409, code: 'already-completed' });
    expect(await recorded(id, { ...correct, grade: 'U', date: '2026-10-02' })).toMatchObject({ passed: false });
  });

  test('is refused while a live award rests on the result, and made when that is revoked', async () => {
    const id = await registered();
    const first = await recorded(id);
    const made = await award(harness.north, first.id);
    const correct = { corrects: first.id, decision: clerical };
    for (const grade of ['G', 'U']) {
      const refusal = { status: 409, code: 'state-forbids', says: /Revoke the award first/ };
      await expectRefused(harness, () => send(id, { ...correct, grade }), refusal);
    }
    const revoke = { decision: { ground: 'result-annulled' } };
    must(await harness.north.as.issuer.post(at(`/awards/${made.id}/revoke`), revoke));
    const second = await recorded(id, correct);
    const refusal = { status: 422, code: 'content-invalid', at: '#/completionId', says: /is corrected by/ };
    await expectRefused(harness, () => makeAward(first.id), refusal);
    expect(must(await makeAward(second.id))).toMatchObject({ completionId: second.id, grade: 'G', state: 'issued' });
  });

  test('in a batch has its own outcome', async () => {
    const [one, two] = [await registered(), await registered()];
    const [first, other] = [await recorded(one), await recorded(two)];
    const of = (id: string, corrects: string, more = {}) =>
      ({ ...resultInput(harness.north, id), grade: 'U', corrects, decision: clerical, ...more }) as const;
    const results = [of(one, first.id), of(one, first.id), of(two, first.id), of(two, other.id)];
    const { outcomes } = must(await harness.north.as.registrar.post(at('/results/batch'), { results }));
    expect(outcomes.map(({ outcome, problem }: any) => problem?.type ?? outcome)).toEqual([
      'recorded',
      '/problems/already-corrected',
      '/problems/result-invalid',
      'recorded',
    ]);
    expect(outcomes[2].problem.errors[0].pointer).toBe('#/results/2/corrects');
  });

  test('does not change what a repeated request gets', async () => {
    const id = await registered();
    const key = { 'Idempotency-Key': 'before the correction' };
    const first = must(await send(id, {}, key), 201);
    await recorded(id, { corrects: first.id, decision: clerical });
    expect(must(await send(id, {}, key), 201)).toEqual(first);
  });
});

test('whatever results and corrections are sent, one completion stands at most, the last attested counts, and each has one event', async () => {
  const step = fc.record({
    grade: fc.constantFrom('G', 'U'),
    corrects: fc.option(fc.nat(5), { nil: undefined }),
  });
  const stores = createStores(harness.db);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      const id = await registered();
      const before = (await events()).length;
      const made: string[] = [];
      let counting: string | undefined;
      for (const { grade, corrects } of steps) {
        const corrected = corrects === undefined ? undefined : (made[corrects] ?? nowhere);
        const change = corrected === undefined ? {} : { corrects: corrected, decision: clerical };
        const { status, body } = await send(id, { grade, ...change });
        expect([201, 409, 422]).toContain(status);
        if (status !== 201) continue;
        made.push(body.id);
        const completion = counting === undefined ? undefined : await read(counting);
        // What counts is the last, unless that mends a fail from before the pass.
        if (!(completion?.passed && completion.correctedBy === undefined)) counting = body.id;
      }
      const results = await stores.results.ofRegistration(institution, id);
      expect(results.map((each) => each.id)).toEqual(made);
      expect(results.filter(({ passed, correctedBy }) => passed && correctedBy === undefined).length).toBeLessThan(2);
      expect(countingResult(results)?.id).toBe(counting);
      expect((await events()).length - before).toBe(made.length);
    }),
    { numRuns: 25 },
  );
  expect(await harness.services.institutions.checkAudit('provsjo')).toMatchObject({ firstBroken: undefined });
});

everyAnswer(() => harness);
