import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { expectRefused } from '../../setup/refusals.ts';
import { award, complete, must, outcomesMet, register, somebody } from '../../setup/story.ts';
import { at, beginStory, harness, malformed, nowhere, registered, story } from './north-story.ts';

beforeAll(beginStory);
afterAll(() => harness.close());

describe('an award is refused', () => {
  const decided = { status: 422, code: 'decision-invalid' };
  const gate = { status: 422, code: 'gate-refused' };
  const send = (completionId: string, decision: unknown = outcomesMet) =>
    harness.north.as.issuer.post(at('/awards'), { completionId, decision });
  let free: string;
  beforeAll(async () => {
    free = (await complete(harness.north, await registered())).id;
  });

  test.each([
    ['without a decision', null, malformed, '#/decision'],
    ['without a ground', {}, malformed, '#/decision/ground'],
    ['on an empty ground', { ground: '' }, malformed, '#/decision/ground'],
    ['on a ground of another act', { ground: 'misconduct' }, decided, '#/decision/ground'],
    ['of tomorrow', { ...outcomesMet, date: '2026-10-16' }, decided, '#/decision/date'],
    ['of 31 September', { ...outcomesMet, date: '2026-09-31' }, decided, '#/decision/date'],
    ['before the result', { ...outcomesMet, date: '2026-09-30' }, gate, '#/decision/date'],
    [
      'with a case number that is a book',
      { ...outcomesMet, caseNumber: 'a'.repeat(101) },
      malformed,
      '#/decision/caseNumber',
    ],
    ['with a person who is said to decide', { ...outcomesMet, personId: nowhere }, malformed, '#/decision/personId'],
  ])('%s', async (_, decision, refusal, pointer) => {
    await expectRefused(harness, () => send(free, decision), { ...refusal, at: pointer });
  });

  test('for a completion that is not there', async () => {
    const refusal = { status: 422, code: 'content-invalid', at: '#/completionId' };
    await expectRefused(harness, () => send(nowhere), refusal);
    await expectRefused(harness, () => send(story.registration.id), refusal);
  });

  test('to somebody whom nothing but a name tells from others', async () => {
    const { nameAsAwarded } = somebody();
    const { id } = await register(harness.north, story.offering.id, { nameAsAwarded });
    const completion = await complete(harness.north, id);
    await expectRefused(harness, () => send(completion.id), { ...gate, at: '#/learner', says: /date of birth/ });
  });

  test('twice, also at the same time', async () => {
    await expectRefused(harness, () => send(story.completion.id), {
      status: 409,
      code: 'already-awarded',
      says: /awarded/,
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(free)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(5).fill(409)]);
  });
});

describe('a revocation is refused', () => {
  const send = (id: string, decision: unknown) =>
    harness.north.as.issuer.post(at(`/awards/${id}/revoke`), { decision });
  const inError = { ground: 'awarded-in-error' };

  test.each([
    ['without a decision', undefined, malformed, '#/decision'],
    ['without a ground', {}, malformed, '#/decision/ground'],
    [
      'with a ground in words',
      { ground: 'because we say so' },
      { status: 422, code: 'decision-invalid' },
      '#/decision/ground',
    ],
    ['of tomorrow', { ...inError, date: '2026-10-16' }, { status: 422, code: 'decision-invalid' }, '#/decision/date'],
    [
      'from before the award',
      { ...inError, date: '2026-10-14' },
      { status: 422, code: 'decision-invalid', says: /before the award, 2026-10-15/ },
      '#/decision/date',
    ],
  ])('%s', async (_, decision, refusal, pointer) => {
    await expectRefused(harness, () => send(story.award.id, decision), { ...refusal, at: pointer });
  });

  test('of an award that is not there', async () => {
    await expectRefused(harness, () => send(nowhere, inError), { status: 404, code: 'not-found', says: /no award/ });
  });

  test('twice, also at the same time', async () => {
    const { id } = await award(harness.north, (await complete(harness.north, await registered())).id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(id, inError)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)]);
    const refusal = { status: 409, code: 'already-revoked', says: /revoked already/ };
    await expectRefused(harness, () => send(id, { ground: 'misconduct' }), refusal);
  });
});

test('the chain of events is whole after all this', async () => {
  must(await harness.north.as.registrar.get(at('/results')));
  expect(await harness.services.institutions.checkAudit('provsjo')).toMatchObject({ firstBroken: undefined });
});

everyAnswer(() => harness);
