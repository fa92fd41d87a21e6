import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { draftCourse, must, publishDraft, type Story, wholeStory } from '../setup/story.ts';
import { anyCountryContent } from '../../samples/content.ts';

let harness: Harness;
let story: Story;
let certificate: string;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
  await draftCourse(harness.north, 'utkast');
  const { address } = must(
    await harness.north.as.registrar.put(at(`/awards/${story.award.id}/certificate-page`), { on: true }),
  );
  certificate = new URL(address).pathname;
});
afterAll(() => harness.close());

const at = (path: string) => `${harness.north.base}${path}`;
const place = '/institutions/provsjo';
type Tagged = Readonly<{ path: () => string; client?: () => Client; accept?: string }>;
const linked = 'application/ld+json';
/** Everything whose reader may ask whether it has changed. */
const tagged: Readonly<Record<string, Tagged>> = {
  'a draft': { path: () => at('/microcredentials/utkast'), client: () => harness.north.as.editor },
  'a version, through the API': { path: () => at('/microcredentials/vatten/versions/1') },
  'an offering, through the API': { path: () => at(`/offerings/${story.offering.id}`) },
  'a credential, through the API': {
    path: () => at(`/awards/${story.award.id}/credential`),
    client: () => harness.north.as.issuer,
  },
  'a DID document': { path: () => `${place}/did.json` },
  'a list of revocations': { path: () => `${place}/status/1/revocation` },
  'a list of suspensions': { path: () => `${place}/status/1/suspension` },
  'the context': { path: () => '/contexts/mikromerit/v1' },
  'an institution': { path: () => place },
  'an institution as linked data': { path: () => place, accept: linked },
  'a micro-credential': { path: () => `${place}/microcredentials/vatten` },
  'a micro-credential as linked data': { path: () => `${place}/microcredentials/vatten`, accept: linked },
  'a version': { path: () => `${place}/microcredentials/vatten/versions/1` },
  'a version as linked data': { path: () => `${place}/microcredentials/vatten/versions/1`, accept: linked },
  'an award': { path: () => `/records/${story.award.id}` },
  'a certificate': { path: () => certificate },
};

describe.each(Object.entries(tagged))('%s', (_, { path, client = () => harness.anyone, accept = '*/*' }) => {
  const read = (headers: Record<string, string> = {}) => client().get(path(), { Accept: accept, ...headers });
  const known = async () => (await read()).headers.get('ETag') ?? '';

  test('has a strong tag, the same each time', async () => {
    const tag = await known();
    expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/);
    expect(await known()).toBe(tag);
  });

  test('is not sent again to whoever has it', async () => {
    const tag = await known();
    for (const condition of [tag, `W/${tag}`, `"other", ${tag}`, `W/"other",W/${tag}`, `  ${tag}  `, '*']) {
      const { status, text, headers } = await read({ 'If-None-Match': condition });
      expect([condition, status, text]).toEqual([condition, 304, '']);
      expect(headers.get('ETag')).toBe(tag);
      expect(headers.get('Content-Type')).toBeNull();
    }
  });

  test('says of its keeping in a 304 what it says in a 200', async () => {
    const full = await read();
    const { headers } = await read({ 'If-None-Match': '*' });
    for (const name of ['Cache-Control', 'Vary', 'Access-Control-Allow-Origin', 'X-Robots-Tag']) {
      expect([name, headers.get(name)]).toEqual([name, full.headers.get(name)]);
    }
  });

  test('is sent to whoever has another', async () => {
    const tag = await known();
    for (const condition of [
      '"other"',
      tag.replaceAll('"', ''),
      tag.toUpperCase().replace(/"(.)/, '"x$1'),
      '""',
      '"*"',
      'W/"x"',
    ]) {
      expect([condition, (await read({ 'If-None-Match': condition })).status]).toEqual([condition, 200]);
    }
  });

  test('tells HEAD what it tells GET', async () => {
    const sent = await client().send('HEAD', path(), { headers: { Accept: accept } });
    expect([sent.status, sent.text, sent.headers.get('ETag')]).toEqual([200, '', await known()]);
  });
});

describe('a tag changes when what it stands for does:', () => {
  const tagOf = async (path: string, client = harness.anyone) => {
    const { status, headers } = await client.get(path);
    return [status, headers.get('ETag')];
  };
  async function changes(path: string, change: () => Promise<unknown>, client?: Client): Promise<void> {
    const before = await tagOf(path, client);
    await change();
    expect(await tagOf(path, client)).not.toEqual(before);
  }

  test('a draft, with an edit, with its review, and with its return', async () => {
    const path = at('/microcredentials/utkast');
    const { editor, reviewer } = harness.north.as;
    const edit = async () => {
      const { headers } = await editor.get(path);
      must(
        await editor.put(`${path}/draft`, { content: anyCountryContent }, { 'If-Match': headers.get('ETag') ?? '' }),
      );
    };
    await changes(path, edit, editor);
    await changes(path, async () => must(await editor.post(`${path}/submit`)), editor);
    await changes(path, async () => must(await reviewer.post(`${path}/return`, { note: 'Kortare.' })), editor);
    await changes(path, () => publishDraft(harness.north, 'utkast'), editor);
    await changes(path, async () => must(await editor.post(`${path}/draft`)), editor);
    await changes(path, async () => must(await editor.post(`${path}/withdraw`)), editor);
  });

  test('a DID document, with a new key', () =>
    changes(`${place}/did.json`, () => harness.services.institutions.rotateSigningKey('provsjo')));

  test('a JSON Web Key Set, with a new key', () =>
    changes(`${place}/jwks.json`, () => harness.services.institutions.rotateSigningKey('provsjo')));

  test('a micro-credential, with its next version; the version before stays as it was', async () => {
    const version = `${place}/microcredentials/vatten/versions/1`;
    const before = await harness.anyone.get(version);
    await changes(`${place}/microcredentials/vatten`, async () => {
      must(await harness.north.as.editor.post(at('/microcredentials/vatten/draft')));
      await publishDraft(harness.north, 'vatten');
    });
    const after = await harness.anyone.get(version);
    expect([after.text, after.headers.get('ETag')]).toEqual([before.text, before.headers.get('ETag')]);
  });

  test('a list, at most a second after a revocation, and not before', async () => {
    const path = `${place}/status/1/revocation`;
    harness.clock.advance(1000);
    const other = await wholeStory(harness.north, 'aterkallad');
    await harness.anyone.get(path);
    const revoke = async (id: string) =>
      must(
        await harness.north.as.issuer.post(at(`/awards/${id}/revoke`), { decision: { ground: 'awarded-in-error' } }),
      );
    harness.clock.advance(1000);
    await changes(path, () => revoke(other.award.id));
    // The next one comes within the same second: what is published stays, until the second is over.
    const before = await tagOf(path);
    await revoke(story.award.id);
    expect(await tagOf(path)).toEqual(before);
    harness.clock.advance(1000);
    expect(await tagOf(path)).not.toEqual(before);
  });
});

everyAnswer(() => harness);
