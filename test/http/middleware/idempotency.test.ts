import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused, expectSame } from '../setup/refusals.ts';
import { complete, resultInput, must, outcomesMet, register, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const at = (path: string) => `${harness.north.base}${path}`;
const withKey = (key: string) => ({ 'Idempotency-Key': key });
const registered = async () => (await register(harness.north, story.offering.id)).id as string;
const conflict = { status: 422, code: 'idempotency-conflict', says: /another body/ };
const almostADay = 24 * 60 * 60 * 1000 - 60_000;

type Kind = Readonly<{
  path: string;
  /** Who sends it, and who else might. */
  as: () => readonly [Client, Client];
  body: () => Promise<any>;
  /** Another good body. */
  other: (body: any) => any;
  /** Members that tell what was made. */
  made: (answer: Answer) => unknown;
}>;

const kinds: Readonly<Record<string, Kind>> = {
  'a result': {
    path: '/results',
    as: () => [harness.north.as.registrar, harness.north.as.confidential],
    body: async () => resultInput(harness.north, await registered()),
    other: (body) => ({ ...body, date: '2026-10-02' }),
    made: ({ body }) => body.id,
  },
  'a batch of results': {
    path: '/results/batch',
    as: () => [harness.north.as.registrar, harness.north.as.admin],
    body: async () => ({
      results: [
        resultInput(harness.north, await registered()),
        resultInput(harness.north, story.registration.id),
        { ...resultInput(harness.north, await registered()), grade: 'X' },
        resultInput(harness.north, await registered()),
      ],
    }),
    other: ({ results }) => ({ results: results.slice(1) }),
    made: ({ body }) => body.outcomes.map(({ outcome, result }: any) => result?.id ?? outcome),
  },
  'an award': {
    path: '/awards',
    as: () => [harness.north.as.issuer, harness.north.as.confidential],
    body: async () => ({ completionId: (await complete(harness.north, await registered())).id, decision: outcomesMet }),
    other: ({ completionId }) => ({ completionId, decision: { ground: 'learner-request' } }),
    made: ({ body }) => body.id,
  },
};

describe.each(Object.entries(kinds))('%s that is sent again', (name, { path, as, body, other, made }) => {
  let sent: any;
  let first: Answer;
  const send = (content: any, key = name, client = as()[0]) => client.post(at(path), content, withKey(key));
  beforeAll(async () => {
    sent = await body();
    first = await send(sent);
    must(first);
  });

  test('with the same key is answered as the first time, and done once', async () => {
    const before = await harness.dump();
    const again = await send(sent);
    expect([again.status, again.text, again.headers.get('Location')]).toEqual([
      first.status,
      first.text,
      first.headers.get('Location'),
    ]);
    expectSame(before, await harness.dump());
  });

  test('with its members in another order is the same', async () => {
    const turned = (value: any): any =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, member]) => [key, turned(member)]),
          )
        : value;
    expect(made(await send(turned(sent)))).toEqual(made(first));
  });

  test('with another body is refused', async () => {
    await expectRefused(harness, () => send(other(sent)), conflict);
  });

  test('by somebody else with a key of that name is another request', async () => {
    const [, another] = as();
    const answer = await send(sent, name, another);
    if (name === 'a batch of results') {
      expect(answer.body.outcomes.map(({ outcome }: any) => outcome)).toEqual(Array(4).fill('refused'));
    } else
      expect([answer.status, answer.body.type]).toEqual([
        409,
        name === 'an award' ? '/problems/already-awarded' : '/problems/already-completed',
      ]);
    must(await send(await body(), `${name}, mine`, another));
    must(await send(await body(), `${name}, mine`));
  });

  test('just within a day is still the same, and after it is another', async () => {
    const content = await body();
    const made1 = made(await send(content, `${name}, slow`));
    harness.clock.advance(almostADay);
    expect(made(await send(content, `${name}, slow`))).toEqual(made1);
    harness.clock.advance(120_000);
    const late = await send(content, `${name}, slow`);
    if (name === 'a batch of results')
      expect(late.body.outcomes.every(({ outcome }: any) => outcome === 'refused')).toBe(true);
    else expect(late.status).toBe(409);
  });

  test('eight times at once is done once', async () => {
    const content = await body();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(content, `${name}, hurried`)));
    // Whoever comes while the certificate is being signed is told so, and of which award.
    const told = answers.map(({ status, text }) =>
      `${status} ${text}`.replace(/^202 (.*)"state":"prepared"/, '201 $1"state":"issued"'),
    );
    expect(new Set(told).size).toBe(1);
    must(answers[0]!);
  });
});

describe('an Idempotency-Key', () => {
  test('of one operation says nothing about another', async () => {
    const completion = await harness.north.as.confidential.post(
      at('/results'),
      resultInput(harness.north, await registered()),
      withKey('shared'),
    );
    must(completion, 201);
    const award = { completionId: completion.body.id, decision: outcomesMet };
    must(await harness.north.as.confidential.post(at('/awards'), award, withKey('shared')), 201);
  });

  test('is not used up by a request that was refused', async () => {
    const body = resultInput(harness.north, await registered());
    const send = (content: object) => harness.north.as.registrar.post(at('/results'), content, withKey('mended'));
    await expectRefused(harness, () => send({ ...body, grade: 'X' }), { status: 422, code: 'result-invalid' });
    must(await send(body), 201);
  });

  test.each([
    ['empty', ''],
    ['of 201 letters', 'k'.repeat(201)],
  ])('that is %s is refused', async (_, key) => {
    const body = resultInput(harness.north, await registered());
    const send = () => harness.north.as.registrar.post(at('/results'), body, withKey(key));
    await expectRefused(harness, send, { status: 400, code: 'malformed-request', at: '#/Idempotency-Key' });
  });

  test('is kept as a digest, and goes when its day is over', async () => {
    const body = resultInput(harness.north, await registered());
    must(await harness.north.as.registrar.post(at('/results'), body, withKey('unmistakable-key')));
    expect(await harness.dump()).not.toContain('unmistakable-key');
    harness.clock.advance(almostADay + 120_000);
    for (let turn = 0; turn < 3; turn += 1) {
      const next = resultInput(harness.north, await registered());
      must(await harness.north.as.registrar.post(at('/results'), next, withKey(`later ${turn}`)));
    }
    expect(JSON.parse(await harness.dump())['idempotency_key']).toHaveLength(3);
  });
});

test('an award that was revoked and shown meanwhile is answered as the first time, and is not made again', async () => {
  const { id: completionId } = await complete(harness.north, await registered());
  const send = () =>
    harness.north.as.issuer.post(at('/awards'), { completionId, decision: outcomesMet }, withKey('revoked'));
  const made = must(await send(), 201);
  must(await harness.north.as.issuer.put(at(`/awards/${made.id}/certificate-page`), { on: true }));
  must(
    await harness.north.as.issuer.post(at(`/awards/${made.id}/revoke`), { decision: { ground: 'awarded-in-error' } }),
  );
  const before = await harness.dump();
  const again = await send();
  expect([again.status, again.body]).toEqual([201, made]);
  expect(must(await harness.north.as.issuer.get(at(`/awards/${made.id}`))).state).toBe('revoked');
  expectSame(before, await harness.dump());
});

everyAnswer(() => harness);
