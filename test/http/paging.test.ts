import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './setup/client.ts';
import { everyAnswer } from './setup/every-answer.ts';
import { type Harness, startHarness } from './setup/harness.ts';
import { expectProblem } from './setup/refusals.ts';
import {
  award,
  resultInput,
  draftCourse,
  must,
  offeringInput,
  publishCourse,
  register,
  type Story,
  wholeStory,
} from './setup/story.ts';

const several = 7;
let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  const { south } = harness;
  story = await wholeStory(south, 'klippor');
  for (let number = 1; number < several; number += 1) {
    await (number % 2 ? publishCourse : draftCourse)(south, `kurs-${number}`);
    const input = { ...offeringInput, startDate: number % 3 ? '2026-09-01' : '2026-09-02' };
    must(await south.as.editor.post(`${south.base}/microcredentials/klippor/offerings`, input));
    await register(south, story.offering.id);
  }
  // Recorded in one moment, so that the moment alone does not tell them apart.
  const { items } = must(await south.as.registrar.get(`${south.base}/offerings/${story.offering.id}/registrations`));
  const open = items.filter(({ id }: { id: string }) => id !== story.registration.id);
  const results = open.map(({ id }: { id: string }) => resultInput(south, id));
  const { outcomes } = must(await south.as.registrar.post(`${south.base}/results/batch`, { results }));
  for (const { result } of outcomes) await award(south, result.id);
});
afterAll(() => harness.close());

type List = Readonly<{ client: () => Client; path: () => string; count: number; name: (item: any) => string }>;
const at = (path: string) => `${harness.south.base}${path}`;
const idOf = ({ id }: { id: string }) => id;
const lists: Readonly<Record<string, List>> = {
  catalogue: {
    client: () => harness.anyone,
    path: () => '/api/v1/microcredentials',
    count: 4,
    name: ({ slug }) => slug,
  },
  'micro-credentials': {
    client: () => harness.south.as.editor,
    path: () => at('/microcredentials'),
    count: several,
    name: idOf,
  },
  'published micro-credentials': {
    client: () => harness.south.as.editor,
    path: () => at('/microcredentials?state=published'),
    count: 4,
    name: idOf,
  },
  offerings: {
    client: () => harness.anyone,
    path: () => at('/microcredentials/klippor/offerings'),
    count: several,
    name: idOf,
  },
  registrations: {
    client: () => harness.south.as.registrar,
    path: () => at(`/offerings/${story.offering.id}/registrations`),
    count: several,
    name: idOf,
  },
  learners: { client: () => harness.south.as.registrar, path: () => at('/learners'), count: several, name: idOf },
  results: { client: () => harness.south.as.registrar, path: () => at('/results'), count: several, name: idOf },
  awards: { client: () => harness.south.as.issuer, path: () => at('/awards'), count: several, name: idOf },
};

async function walk({ client, path, name }: List, limit: number): Promise<string[]> {
  const names: string[] = [];
  let next: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(limit), ...(next !== undefined && { cursor: next }) });
    const page = must(await client().get(`${path()}${path().includes('?') ? '&' : '?'}${query}`), 200);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    if (page.next !== undefined) expect(page.items).toHaveLength(limit);
    names.push(...page.items.map(name));
    next = page.next;
  } while (next !== undefined && names.length < 100);
  return names;
}

const inBase64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe.each(Object.entries(lists))('the list of %s', (_, list) => {
  test('is walked in pages of every size, each thing once, in one order', async () => {
    const whole = await walk(list, 100);
    expect([whole.length, new Set(whole).size]).toEqual([list.count, list.count]);
    for (const limit of [1, 2, 3, list.count - 1, list.count, list.count + 1])
      expect(await walk(list, limit)).toEqual(whole);
  });

  const ask = (query: string) => list.client().get(`${list.path()}${list.path().includes('?') ? '&' : '?'}${query}`);
  test.each(['0', '101', '-1', '1.5', 'all', '', '1e2', ' 5'])('is refused with the limit “%s”', async (limit) => {
    const answer = await ask(`limit=${encodeURIComponent(limit)}`);
    expectProblem(answer, { status: 400, code: 'malformed-request' });
    expect(answer.body.errors[0].pointer).toBe('#/limit');
  });

  const badCursors: readonly (readonly [string, string])[] = [
    ['letters', 'x'],
    ['nothing', ''],
    ['too many letters', 'A'.repeat(501)],
    ['base64 of no JSON', btoa('{')],
    ['an object', inBase64({ at: 1 })],
    ['an empty list', inBase64([])],
    ['one thing too many', inBase64(['2026-09-01', 'a', 'b'])],
    ['numbers', inBase64([1, 2])],
    ['words', inBase64(['yesterday', 'a'])],
    ['SQL', inBase64(["2026-01-01T00:00:00.000Z' or 1=1 --", 'a'])],
    ['no Unicode', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString('base64url')],
  ];
  test.each(badCursors)('is refused with a cursor of %s', async (__, cursor) => {
    const answer = await ask(`cursor=${encodeURIComponent(cursor)}`);
    expectProblem(answer, { status: 400, code: 'malformed-request' });
    expect(answer.body.errors[0].pointer).toBe('#/cursor');
  });
});

describe('a cursor', () => {
  const newestFirst = Object.entries(lists).filter(([name]) => name !== 'offerings');
  const noMoments = ['2026-02-31T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-01-01T25:00:00.000Z'];
  test.each(newestFirst)('with a moment that is none is refused in the list of %s', async (_, { client, path }) => {
    for (const moment of noMoments) {
      const answer = await client().get(
        `${path()}${path().includes('?') ? '&' : '?'}cursor=${inBase64([moment, 'a'])}`,
      );
      expectProblem(answer, { status: 400, code: 'malformed-request' });
    }
  });

  test('of one list is refused by one in another order', async () => {
    const { next } = must(await harness.anyone.get(at('/microcredentials/klippor/offerings?limit=1')));
    expectProblem(await harness.south.as.issuer.get(at(`/awards?cursor=${next}`)), {
      status: 400,
      code: 'malformed-request',
    });
  });

  test('goes on where it was, whatever is made meanwhile', async () => {
    const before = await walk(lists['learners']!, 100);
    const first = must(await harness.south.as.registrar.get(at('/learners?limit=3')));
    await register(harness.south, story.offering.id);
    const rest = must(await harness.south.as.registrar.get(at(`/learners?limit=100&cursor=${first.next}`)));
    expect([...first.items, ...rest.items].map(idOf)).toEqual(before);
  });
});

everyAnswer(() => harness);
