import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyCountryContent, contentWith } from '../../samples/content.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, origin, type Place, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import { must, publishCourse } from '../setup/story.ts';

let harness: Harness;
let north: Place;
let south: Place;
beforeAll(async () => {
  harness = await startHarness();
  ({ north, south } = harness);
});
afterAll(() => harness.close());
const html = { Accept: 'text/html' };

describe('a draft that is a copy', () => {
  const version = `${origin}/institutions/provsjo/microcredentials/oppen/versions/1`;
  const start = (slug: string, copyOf: string, content: object = {}, place = south) =>
    place.as.editor.post(`${place.base}/microcredentials`, { slug, copyOf, content });
  beforeAll(async () => {
    await publishCourse(north, 'oppen', anyCountryContent);
    await publishCourse(north, 'sluten', contentWith({ licence: 'all-rights-reserved' }, anyCountryContent));
    await publishCourse(north, 'utan', contentWith({ licence: undefined }, anyCountryContent));
  });

  test('says where it comes from and what was left out, which the gate misses', async () => {
    const made = must(await start('kopia', version, { title: { fi: 'Oma nimi' } }), 201);
    expect(made.draft.content).toMatchObject({
      title: { fi: 'Oma nimi' },
      description: anyCountryContent.description,
      provenance: { version, title: anyCountryContent.title, licence: 'cc-by-4' },
    });
    expect(made.dropped).toEqual(expect.arrayContaining(['#/awardingBodies', '#/legalForms', '#/funding']));
    expect(made.gate.faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['#/awardingBodies', '#/legalForms', '#/qualityAssurance/0/body']),
    );
    expect(made.ownerUnit).toBeUndefined();
  });

  test('keeps what it comes from through an edit, and says so on its page and to search engines', async () => {
    await start('kopia-2', version);
    const course = `${south.base}/microcredentials/kopia-2`;
    const { headers } = await south.as.editor.get(course);
    const edit = (content: object) =>
      south.as.editor.put(`${course}/draft`, { content }, { 'If-Match': headers.get('ETag') ?? '' });
    await expectRefused(harness, () => edit({ ...anyCountryContent, provenance: { version: `${version}0` } }), {
      status: 422,
      code: 'content-invalid',
      at: '#/content/provenance',
    });
    must(await edit(anyCountryContent));
    must(await south.as.editor.post(`${course}/submit`));
    must(await south.as.reviewer.post(`${course}/approve`));
    must(await south.as.editor.post(`${course}/publish`, { decision: { ground: 'delegated-decision' } }), 201);
    const { text } = await harness.anyone.get('/en/institutions/koesaari/microcredentials/kopia-2', html);
    expect(text).toContain(`href="${version}"`);
    expect(text).toContain(`"isBasedOn":"${version}"`);
  });

  test.each([
    ['without a licence', 'utan', /licence does not let/],
    ['with all rights reserved', 'sluten', /licence does not let/],
    ['that is not there', 'borta', /no published version/],
  ])('of a course %s is refused at another institution', async (_, slug, says) => {
    const copyOf = `${origin}/institutions/provsjo/microcredentials/${slug}/versions/1`;
    await expectRefused(harness, () => start('stulen', copyOf), {
      status: 422,
      code: 'content-invalid',
      at: '#/copyOf',
      says,
    });
  });

  test.each([
    'https://elsewhere.example/institutions/provsjo/microcredentials/oppen/versions/1',
    `${origin}/institutions/provsjo/microcredentials/oppen`,
    `${origin}/institutions/provsjo/microcredentials/oppen/versions/2`,
    `${origin}.evil.example/institutions/provsjo/microcredentials/oppen/versions/1`,
  ])('of %s is refused', async (copyOf) => {
    const refusal = { status: 422, code: 'content-invalid', at: '#/copyOf', says: /no published version/ };
    await expectRefused(harness, () => start('stulen', copyOf), refusal);
  });

  test('of the institution’s own keeps forms and bodies, whatever its licence', async () => {
    const own = `${origin}/institutions/provsjo/microcredentials/sluten/versions/1`;
    const made = must(await start('egen', own, {}, north), 201);
    const { legalForms } = anyCountryContent;
    // What each body decided was about the other course.
    const awardingBodies = anyCountryContent.awardingBodies.map(({ decision: _, ...body }) => body);
    expect(made.draft.content.awardingBodies).toEqual(awardingBodies);
    expect(made.draft.content).toMatchObject({ legalForms });
  });

  test('cannot be feigned', async () => {
    const content = { provenance: { version, title: { sv: 'En' }, institution: { sv: 'Annan' } } };
    await expectRefused(harness, () => south.as.editor.post(`${south.base}/microcredentials`, { slug: 'f', content }), {
      status: 422,
      code: 'content-invalid',
      at: '#/content/provenance',
    });
  });
});

everyAnswer(() => harness);
