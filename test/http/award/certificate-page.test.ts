import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeApp } from '../../../src/runtime/compose.ts';
import { fetchFromOwn } from '../../../src/runtime/own-fetch.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, origin, startHarness } from '../setup/harness.ts';
import { expectProblem, expectSame } from '../setup/refusals.ts';
import { award, complete, must, register, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const html = { Accept: 'text/html' };
const languages = ['/sv', '/sv-fi', '/fi', '/en'];
const turn = (on: boolean, id = story.award.id, name: 'registrar' | 'issuer' | 'admin' = 'registrar') =>
  harness.north.as[name].put(`${harness.north.base}/awards/${id}/certificate-page`, { on });
const turnOn = async (id?: string): Promise<string> => new URL(must(await turn(true, id), 200).address).pathname;
const tokenOf = (path: string) => path.replace('/certificates/', '');
const newAward = async () => {
  const registration = await register(harness.north, story.offering.id);
  return award(harness.north, (await complete(harness.north, registration.id)).id);
};

async function expectGone(path: string): Promise<void> {
  expectProblem(await harness.anyone.get(path), { status: 404, code: 'not-found' });
  for (const language of languages) {
    const page = await harness.anyone.get(language + path, html);
    expect([page.status, page.headers.get('X-Robots-Tag')]).toEqual([404, 'noindex']);
    expect(page.text).not.toContain(story.credential.credentialSubject.learnerName);
  }
}

describe('a certificate page', () => {
  test('is off until it is turned on', async () => {
    const { body } = await harness.north.as.issuer.get(`${harness.north.base}/awards/${story.award.id}`);
    expect(body.certificatePage).toBeUndefined();
    // Nothing that is known of the award leads to it.
    for (const guess of [
      story.award.id,
      story.award.decisionId,
      story.completion.id,
      story.registration.learnerId,
      'null',
      'undefined',
      '%25',
      '_',
      '',
    ]) {
      if (guess !== '') await expectGone(`/certificates/${guess}`);
    }
  });

  test('that is on shows the signed credential, byte for byte, and a page in each language', async () => {
    const path = await turnOn();
    const { status, text, headers } = await harness.anyone.get(path);
    const credential = await harness.north.as.issuer.get(`${harness.north.base}/awards/${story.award.id}/credential`);
    expect([status, text, headers.get('Content-Type')]).toEqual([200, credential.text, 'application/vc']);
    for (const language of languages) {
      const page = await harness.anyone.get(language + path, html);
      expect([page.status, page.text.includes(story.credential.credentialSubject.learnerName)]).toEqual([200, true]);
    }
  });

  test('leads, as a link that is followed inside the service, to the signed credential from every one of its addresses', async () => {
    const path = await turnOn();
    const app = composeApp();
    const follow = (address: string) => fetchFromOwn(app, harness.services, address, 'application/vc, */*;q=0.1');
    for (const prefix of ['', ...languages]) {
      for (const end of ['', '?format=json', '?from=mail']) {
        const answer = await follow(`${origin}${prefix}${path}${end}`);
        expect([answer.status, await answer.json()]).toEqual([200, story.credential]);
      }
      expect((await follow(`${origin}${prefix}/certificates/none`)).status).toBe(404);
      const existence = await follow(`${origin}${prefix}/records/${story.award.id}`);
      expect([existence.status, (await existence.json()).id]).toEqual([200, `${origin}/records/${story.award.id}`]);
      const version = await follow(`${origin}${prefix}/institutions/provsjo/microcredentials/vatten/versions/1`);
      expect([version.status, (await version.json()).type]).toEqual([200, 'Microcredential']);
    }
  });

  test.each([
    ['/health?stranger=1', 'link'],
    ['/%68ealth?stranger=1', 'link'],
    ['/certificates/../health?stranger=1', 'link'],
    ['/certificates/%2e%2e/health?stranger=1', 'link'],
    ['/api/v1/institutions', 'link'],
    ['/api/v1/verify', 'link'],
    ['/openapi.json', 'link'],
    ['/verify', 'link'],
    ['/', 'web-page'],
    ['/sv/verify', 'web-page'],
    ['/en/health?stranger=1', 'web-page'],
  ])('is all that a link to ourselves is followed to: %s is not', async (path, kind) => {
    await turnOn();
    const asked = harness.network.asked.length;
    const { status, body: report } = await harness.anyone.post('/api/v1/verify', { link: origin + path });
    expect([status, report.verdict, report.kind]).toEqual([200, 'undetermined', kind]);
    if (kind === 'link')
      expect(JSON.stringify(report)).toContain('is an address of this service, but not of a document.');
    expect(harness.network.asked).toHaveLength(asked);
  });

  test('is checked by its link, however it is handed over, and nothing leaves the service', async () => {
    const path = await turnOn();
    const asked = harness.network.asked.length;
    for (const link of ['', ...languages].map((prefix) => `${origin}${prefix}${path}`)) {
      for (const body of [{ link }, { credential: link }]) {
        const { body: report } = await harness.anyone.post('/api/v1/verify', body);
        expect([report.verdict, report.kind]).toEqual(['valid', 'credential']);
      }
      const page = await harness.anyone.send('POST', '/en/verify', {
        body: new URLSearchParams({ text: ` ${link} ` }),
      });
      expect([page.status, page.text.includes(story.credential.credentialSubject.learnerName)]).toEqual([200, true]);
    }
    expect(harness.network.asked).toHaveLength(asked);
  });

  test('is in no index and in no shared cache, and tells nobody where its reader came from', async () => {
    const path = await turnOn();
    const answers = [
      await harness.anyone.get(path),
      ...(await Promise.all(languages.map((language) => harness.anyone.get(language + path, html)))),
    ];
    for (const { headers } of answers) {
      expect(headers.get('X-Robots-Tag')).toBe('noindex');
      expect(headers.get('Cache-Control')).toMatch(/^private, no-(store|cache)$/);
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
    const redirect = await harness.anyone.get(path, html);
    expect([redirect.status, redirect.headers.get('Cache-Control')]).toEqual([303, 'private, no-store']);
  });

  test('keeps its address while it stays on, and tells it to the staff', async () => {
    const path = await turnOn();
    const before = await harness.dump();
    expect(await turnOn()).toBe(path);
    expectSame(before, await harness.dump());
    const { body } = await harness.north.as.issuer.get(`${harness.north.base}/awards/${story.award.id}`);
    expect(body.certificatePage).toBe(origin + path);
  });

  test('that is turned off is gone for good, and comes back at another address', async () => {
    const first = await turnOn();
    expect(must(await turn(false), 200)).toEqual({ on: false });
    await expectGone(first);
    expect(must(await turn(false), 200)).toEqual({ on: false });
    const second = await turnOn();
    expect(second).not.toBe(first);
    await expectGone(first);
    expect((await harness.anyone.get(second)).status).toBe(200);
  });

  test('stays when the award is revoked, and says so', async () => {
    const { id } = await newAward();
    const path = await turnOn(id);
    must(
      await harness.north.as.issuer.post(`${harness.north.base}/awards/${id}/revoke`, {
        decision: { ground: 'awarded-in-error' },
      }),
    );
    const { status, text } = await harness.anyone.get(`/sv${path}`, html);
    expect([status, /återkallat/i.test(text)]).toEqual([200, true]);
    const { body } = await harness.anyone.post('/api/v1/verify', { credential: (await harness.anyone.get(path)).body });
    expect(body.verdict).toBe('revoked');
  });
});

describe('its token', () => {
  test('has 192 random bits, and nothing of what it leads to', async () => {
    const awards = await Promise.all(Array.from({ length: 5 }, newAward));
    const tokens = [];
    for (const { id } of awards) {
      for (let round = 0; round < 4; round += 1) {
        tokens.push({ id, token: tokenOf(await turnOn(id)) });
        must(await turn(false, id));
      }
    }
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(20);
    for (const { id, token } of tokens) {
      expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(Buffer.from(token, 'base64url')).toHaveLength(24);
      expect(token).not.toContain(id.slice(0, 8));
    }
    // No two begin or end alike: neither a counter nor a clock is in them.
    for (const part of [(token: string) => token.slice(0, 5), (token: string) => token.slice(-5)]) {
      expect(new Set(tokens.map(({ token }) => part(token))).size).toBe(20);
    }
  });

  test('is asked for in full, and exactly', async () => {
    const path = await turnOn();
    const token = tokenOf(path);
    const turned = token.replace(/[a-zA-Z]/g, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const near = [
      token.slice(0, -1),
      `${token}A`,
      turned,
      `${token}%20`,
      `%20${token}`,
      `${token.slice(0, -1)}%`,
      `${token.slice(0, -1)}_`,
      `${token}%00`,
      `${token}'--`,
    ];
    // One in 64 ends with the letter that is put there.
    for (const guess of near.filter((one) => one !== token)) {
      const { status } = await harness.anyone.get(`/certificates/${guess}`);
      expect([guess, status]).toEqual([guess, 404]);
    }
  });

  test('is told to nobody but the staff', async () => {
    const token = tokenOf(await turnOn());
    const seen = harness.seen.length;
    const paths = [
      '/',
      '/sv/',
      '/institutions/provsjo',
      `/records/${story.award.id}`,
      `/sv/records/${story.award.id}`,
      '/institutions/provsjo/microcredentials/vatten',
      '/api/v1/microcredentials',
      '/institutions/provsjo/status/1/revocation',
    ];
    for (const path of paths) for (const headers of [html, {}]) await harness.anyone.get(path, headers);
    await harness.anyone.post('/api/v1/verify', { credential: story.credential });
    expect(
      harness.seen.slice(seen).filter(({ text, headers }) => `${text}${JSON.stringify([...headers])}`.includes(token)),
    ).toEqual([]);
    expect(JSON.stringify(story.credential)).not.toContain(token);
    expect(harness.logged.join()).not.toContain(token);
  });
});

everyAnswer(() => harness);
