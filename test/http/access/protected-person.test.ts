import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import type { KeyName } from '../setup/people.ts';
import { expectSame } from '../setup/refusals.ts';
import { award, complete, resultInput, must, register } from '../setup/story.ts';
import {
  at,
  harness,
  hidden,
  hideSomebody,
  learner,
  lists,
  nobody,
  others,
  requests,
  seenBy,
  sentinel,
  story,
  words,
} from './protected-story.ts';

beforeAll(hideSomebody);
afterAll(() => harness.close());

describe('for every other key, and for none', () => {
  test.each(Object.keys(requests))('%s answers what it answers of somebody who is not there', async (name) => {
    const before = await harness.dump();
    for (const client of [harness.anyone, ...others.map(seenBy), harness.south.as.confidential]) {
      const stranger = nobody();
      const answer = await requests[name]!(client, hidden);
      expect(words(answer, hidden)).toEqual(words(await requests[name]!(client, stranger), stranger));
      // A batch has an answer of its own for each of its rows.
      if (['recordResults', 'createRegistrations'].includes(name) && answer.status === 200)
        expect(answer.body.outcomes[0].outcome).toBe('refused');
      else expect(answer.status, `${name} by ${answer.who}`).toBeGreaterThanOrEqual(400);
    }
    expectSame(before, await harness.dump());
  });

  test('the number they have elsewhere registers nobody, and says nothing of whom', async () => {
    const before = await harness.dump();
    const body = {
      form: 'other',
      source: 'ladok',
      externalId: `id-${sentinel}`,
      learner: { nameAsAwarded: 'Ny', birthDate: '1980-01-01' },
    };
    const answer = await harness.north.as.registrar.post(at(`/offerings/${story.offering.id}/registrations`), body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '#/externalId']);
    expectSame(before, await harness.dump());
  });
});

describe('in lists', () => {
  const all = async (client: Client, path: string, limit: number) => {
    const items: any[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = must(await client.get(at(`${path}?limit=${limit}${next && `&cursor=${next}`}`)), 200);
      expect(page.items.length, 'an empty page would be a gap').toBeGreaterThan(0);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  };

  test.each(['/learners', '/results', '/awards', 'registrations'])(
    '%s has no gap where they would be',
    async (name) => {
      const path = name === 'registrations' ? `/offerings/${story.offering.id}/registrations` : name;
      for (const limit of [1, 2, 100]) {
        const full = await all(harness.north.as.confidential, path, limit);
        const seen = await all(harness.north.as.registrar, path, limit);
        // The one with the task has a second result.
        expect([full.length, seen.length]).toEqual([name === '/results' ? 4 : 3, 2]);
        const ids = Object.values(hidden);
        expect(seen).toEqual(full.filter(({ id }) => !ids.includes(id)));
      }
    },
  );

  test('a cursor that stands on them shows nothing of them', async () => {
    const first = must(await harness.north.as.confidential.get(at('/learners?limit=2')));
    expect(first.items[1].id).toBe(hidden.learner);
    const answer = await harness.north.as.registrar.get(at(`/learners?limit=2&cursor=${first.next}`));
    expect(answer.body.items.map(({ id }: any) => id)).toEqual([story.registration.learnerId]);
  });
});

describe('the certificate page', () => {
  const page = (name: KeyName, on: boolean, id = hidden.award) =>
    seenBy(name).put(at(`/awards/${id}/certificate-page`), { on });

  test('is off from the start', async () => {
    expect(
      must(await harness.north.as.confidential.get(at(`/awards/${hidden.award}`))).certificatePage,
    ).toBeUndefined();
  });

  test('is turned on by nobody else', async () => {
    for (const name of others) expect([403, 404]).toContain((await page(name, true)).status);
  });

  test('is there once the role confidential has turned it on, and for as long as it is on', async () => {
    const { address } = must(await page('confidential', true), 200);
    const { pathname } = new URL(address);
    const shown = must(await harness.withKey(harness.north.keys.confidential).get(pathname), 200);
    expect(shown.credentialSubject.learnerName).toBe(learner.nameAsAwarded);
    must(await page('confidential', false), 200);
    expect((await harness.anyone.get(pathname)).status).toBe(404);
    expect((await harness.anyone.get(`/sv${pathname}`)).status).toBe(404);
  });

  test('dies with protection, for good', async () => {
    const { id, learnerId } = await award(
      harness.north,
      (await complete(harness.north, (await register(harness.north, story.offering.id)).id)).id,
    );
    const { address } = must(await page('registrar', true, id), 200);
    const { pathname } = new URL(address);
    expect((await harness.anyone.get(pathname)).status).toBe(200);
    const protection = (isProtected: boolean) =>
      harness.north.as.confidential.put(at(`/learners/${learnerId}/protection`), { protected: isProtected });
    must(await protection(true));
    expect((await harness.anyone.get(pathname)).status).toBe(404);
    expect((await harness.anyone.get(`/records/${id}`)).status).toBe(404);
    must(await protection(false));
    expect((await harness.anyone.get(pathname)).status).toBe(404);
    expect((await harness.anyone.get(`/records/${id}`)).status).toBe(200);
  });
});

describe('a result that was sent before the protection', () => {
  test('is not told again to the one who sent it', async () => {
    const one = await register(harness.north, story.offering.id);
    const send = () =>
      harness.north.as.registrar.post(at('/results'), resultInput(harness.north, one.id), {
        'Idempotency-Key': 'fore',
      });
    must(await send(), 201);
    must(await harness.north.as.confidential.put(at(`/learners/${one.learnerId}/protection`), { protected: true }));
    expect((await send()).status).toBe(404);
  });
});

describe('for the role confidential', () => {
  test('the person is there, with everything', async () => {
    const { confidential } = harness.north.as;
    const found = must(await confidential.get(at(`/learners/${hidden.learner}`)));
    expect(found).toMatchObject({ nameAsAwarded: learner.nameAsAwarded, protected: true, alias: `Nr ${sentinel}` });
    const credential = must(await confidential.get(at(`/awards/${hidden.award}/credential`)));
    expect(credential.credentialSubject.learnerName).toBe(learner.nameAsAwarded);
  });

  test('their credential is as good as any', async () => {
    const credential = must(await harness.north.as.confidential.get(at(`/awards/${hidden.award}/credential`)));
    expect((await harness.services.verifying.verify(credential, harness.clock.now())).verdict).toBe('valid');
  });
});

test('no page and no permanent address shows the person', async () => {
  const paths = [
    '/',
    '/institutions/provsjo',
    '/institutions/provsjo/microcredentials/vatten',
    '/institutions/provsjo/microcredentials/vatten/versions/1',
    '/institutions/provsjo/did.json',
    '/institutions/provsjo/status/1/revocation',
    `/records/${hidden.award}`,
    '/verify',
    '/docs',
    '/openapi.json',
    '/health?stranger=1',
  ];
  for (const path of paths) {
    for (const prefix of ['', '/sv', '/sv-fi', '/fi', '/en'])
      await harness.anyone.get(`${prefix}${path}`, { Accept: 'text/html' });
    await harness.anyone.get(path);
  }
  for (const client of [harness.anyone, ...others.map(seenBy)]) for (const path of lists) await client.get(at(path));
});

test('of all that was answered to anyone else, nothing has a trace of the person; nor has the log', () => {
  const leaks = harness.seen
    .filter(({ who }) => who !== 'confidential of provsjo' && who !== 'a stray key')
    .filter(({ text, headers }) =>
      `${text}${JSON.stringify([...headers])}`.toLowerCase().includes(sentinel.toLowerCase()),
    );
  expect(leaks.map(({ who, method, path, status }) => `${method} ${path} by ${who}: ${status}`)).toEqual([]);
  expect(harness.logged.filter((line) => line.includes(sentinel))).toEqual([]);
  expect(harness.seen.length).toBeGreaterThan(300);
});

everyAnswer(() => harness);
