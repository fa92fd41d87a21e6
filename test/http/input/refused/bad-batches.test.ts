import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectSame } from '../../setup/refusals.ts';
import { register, resultInput, somebody, type Story, wholeStory } from '../../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const at = (path: string) => `${harness.north.base}${path}`;
const send = (registrations: unknown) =>
  harness.north.as.registrar.post(at(`/offerings/${story.offering.id}/registrations/batch`), { registrations });
const good = () => ({ form: 'other', learner: somebody() });

describe('a row that is not as the contract has it', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['is no object', 'row', ['#/registrations/1']],
    ['has nothing', {}, ['#/registrations/1/form']],
    [
      'has several faults',
      { form: 'face', learner: { nameAsAwarded: 7, birthDate: 'x' }, more: 1 },
      [
        '#/registrations/1/more',
        '#/registrations/1/form',
        '#/registrations/1/learner/nameAsAwarded',
        '#/registrations/1/learner/birthDate',
      ],
    ],
    [
      'holds what cannot be stored',
      { form: 'other', learner: { nameAsAwarded: 'a\u0000' } },
      ['#/registrations/1/learner/nameAsAwarded'],
    ],
  ])('that %s is answered by itself', async (_, bad, pointers) => {
    const { status, body } = await send([good(), bad, good()]);
    expect(status).toBe(200);
    expect(body.outcomes.map(({ index, outcome }: any) => [index, outcome])).toEqual([
      [0, 'registered'],
      [1, 'refused'],
      [2, 'registered'],
    ]);
    const { problem } = body.outcomes[1];
    expect([problem.type, problem.status]).toEqual(['/problems/malformed-request', 400]);
    expect(problem.errors.map(({ pointer }: any) => pointer).sort()).toEqual([...pointers].sort());
  });

  test('does not move the places that others are told of', async () => {
    const { body } = await send([
      {},
      { ...good(), source: 'a' },
      { form: 'other', learner: { nameAsAwarded: ' \u200b' } },
    ]);
    expect(body.outcomes.map(({ problem }: any) => problem.errors[0].pointer)).toEqual([
      '#/registrations/0/form',
      '#/registrations/1/externalId',
      '#/registrations/2/learner/nameAsAwarded',
    ]);
  });

  test('holds up no result either', async () => {
    const { id } = await register(harness.north, story.offering.id);
    const results = [{ grade: 'G' }, resultInput(harness.north, id)];
    const { body } = await harness.north.as.registrar.post(at('/results/batch'), { results });
    expect(body.outcomes).toMatchObject([
      { index: 0, outcome: 'refused', problem: { status: 400 } },
      { index: 1, outcome: 'recorded', result: { registrationId: id } },
    ]);
  });
});

test.each<[string, () => unknown]>([
  ['no rows', () => []],
  ['a hundred and one rows', () => Array.from({ length: 101 }, good)],
  ['no list', () => good()],
])('a batch of %s is refused whole', async (_, rows) => {
  const before = await harness.dump();
  expect((await send(rows())).status).toBe(400);
  expectSame(before, await harness.dump());
});

test('a search needs a text, and takes it once', async () => {
  for (const query of ['q=', `q=${'a'.repeat(256)}`, 'q=a&q=b', 'name=a'])
    expect((await harness.north.as.registrar.get(at(`/learners?${query}`))).status, query).toBe(400);
  expect(harness.logged.filter((line) => line.includes('aaaa'))).toEqual([]);
});
