import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from './setup/harness.ts';
import { award, complete, must, openOffering, register, wholeStory, type Story } from './setup/story.ts';

const linked = 'application/ld+json';
let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const address = () => `/institutions/${harness.north.slug}/microcredentials/vatten/versions/1`;
const textOf = async (awardId: string) =>
  (await harness.north.as.issuer.get(`${harness.north.base}/awards/${awardId}/credential`)).text;
const languageOf = async (awardId: string) => {
  const { rows } = await sql<{ language: string }>`select language from award where id = ${awardId}`.execute(
    harness.db,
  );
  return rows[0]?.language;
};

test('a certificate carries what was published in its language, byte for byte', async () => {
  const { body, text } = await harness.anyone.get(address());
  expect(body.formatVersion).toBe(2);
  expect(Object.keys(body.achievements)).toEqual(['other']);
  expect(Object.keys(body.achievements.other)).toEqual(['en', 'fi', 'sv']);
  const { achievement } = story.credential.credentialSubject;
  expect(achievement).toEqual(body.achievements.other.sv);
  const bytes = JSON.stringify(achievement);
  expect(text).toContain(`"sv":${bytes}`);
  expect(await textOf(story.award.id)).toContain(`"achievement":${bytes}`);
  expect(await languageOf(story.award.id)).toBe('sv');
});

test('what an institution writes in later changes its awards, and nothing that was published', async () => {
  const before = [await harness.anyone.get(address(), { Accept: linked }), await harness.anyone.get(address())];
  await sql`update institution set default_locale = 'en' where slug = ${harness.north.slug}`.execute(harness.db);
  const after = [await harness.anyone.get(address(), { Accept: linked }), await harness.anyone.get(address())];
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  expect(after.map(({ headers }) => headers.get('ETag'))).toEqual(before.map(({ headers }) => headers.get('ETag')));

  const offering = await openOffering(harness.north, 'vatten');
  const completion = await complete(harness.north, (await register(harness.north, offering.id)).id);
  const made = await award(harness.north, completion.id);
  expect(await languageOf(made.id)).toBe('en');
  const credential = JSON.parse(await textOf(made.id));
  expect(credential.credentialSubject.achievement).toMatchObject({ name: 'Water treatment' });
  expect(credential.name).toBe('Water treatment');
  const { body } = await harness.anyone.post('/api/v1/verify', { credential });
  expect(body.verdict).toBe('valid');
});

test('what nobody could check is not published, and the reader is told in their language', async () => {
  const { as, base } = harness.south;
  const texts = Object.fromEntries(['sv', 'fi', 'en', 'de', 'da', 'nb'].map((code) => [code, 'å'.repeat(5_000)]));
  const outcomes = Array.from({ length: 10 }, () => ({ text: texts }));
  const { body } = await as.editor.get(`/institutions/${harness.north.slug}/microcredentials/vatten`);
  const content = { ...body.version.content, learningOutcomes: outcomes };
  must(await as.editor.post(`${base}/microcredentials`, { slug: 'lang', content }));
  const decision = { ground: 'delegated-decision', capacity: 'course director' };
  const refused = await as.editor.post(
    `${base}/microcredentials/lang/publish`,
    { decision },
    { 'Accept-Language': 'fi' },
  );
  expect([refused.status, refused.body.type]).toEqual([422, expect.stringContaining('gate-refused')]);
  expect(refused.body.errors).toEqual([
    { pointer: '#', detail: expect.stringContaining('todistusten tarkistajat') as unknown },
  ]);
});
