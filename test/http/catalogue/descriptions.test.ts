import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyCountryContent, contentWith } from '../../samples/content.ts';
import { jpegOf, losslessWebpOf, pngOf } from '../../samples/images.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, type Place, startHarness } from '../setup/harness.ts';
import { sentImage } from '../setup/images.ts';
import { expectRefused } from '../setup/refusals.ts';
import { draftCourse, must, publishCourse, wholeStory } from '../setup/story.ts';

let harness: Harness;
let north: Place;
let south: Place;
beforeAll(async () => {
  harness = await startHarness();
  ({ north, south } = harness);
  await harness.services.themes.add('provsjo', 'vatten', { sv: 'Vatten', en: 'Water' });
});
afterAll(() => harness.close());

const upload = (body?: BodyInit, type?: string, place = north) =>
  place.as.editor.send('POST', `${place.base}/emblems`, sentImage(body, type));
const html = { Accept: 'text/html' };

describe('an emblem', () => {
  test.each([
    ['image/png', pngOf(320, 96)],
    ['image/jpeg', jpegOf(200, 100)],
    ['image/webp', losslessWebpOf(64, 64)],
  ])('in %s is kept under its digest and served for good', async (mediaType, bytes) => {
    const answer = await upload(bytes, mediaType);
    const id = createHash('sha256').update(bytes).digest('hex');
    expect([answer.status, answer.body]).toMatchObject([201, { id, mediaType }]);
    expect(answer.headers.get('Location')).toBe(answer.body.address);
    const served = await harness.anyone.get(answer.body.address);
    expect([served.status, served.headers.get('Content-Type')]).toEqual([200, mediaType]);
    expect(served.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(served.text).toBe(new TextDecoder().decode(bytes));
    const again = await harness.anyone.get(answer.body.address, { 'If-None-Match': `"${id}"` });
    expect(again.status).toBe(304);
  });

  test('that comes twice is there once', async () => {
    const first = must(await upload(pngOf(40, 40)), 201);
    expect(must(await upload(pngOf(40, 40)), 201)).toEqual(first);
  });

  test('is what its bytes say, whatever type is named', async () => {
    expect(must(await upload(jpegOf(50, 50), 'image/png'), 201)).toMatchObject({ mediaType: 'image/jpeg' });
  });

  const invalid = { status: 422, code: 'content-invalid' };
  const tooLarge = { status: 413, code: 'body-too-large', says: /over 100 kB/ };
  const wrongType = { status: 415, code: 'media-type-unsupported', says: /image\/png, image\/jpeg or image\/webp/ };
  test.each([
    ['is no image', 'emblem', 'image/png', { ...invalid, says: /no image/ }],
    ['is nothing', '', 'image/png', { ...invalid, says: /no image/ }],
    ['is a GIF', 'GIF89a', 'image/png', { ...invalid, says: /no image/ }],
    ['has 10 MB', new Uint8Array(10_000_000), 'image/png', tooLarge],
    ['has one byte too many', new Uint8Array(100_001), 'image/png', tooLarge],
    ['is a poster', pngOf(4000, 3000), 'image/png', { ...invalid, says: /4000 × 3000 pixels/ }],
    ['is a dot', pngOf(1, 1), 'image/png', { ...invalid, says: /1 × 1 pixels/ }],
    ['is an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', wrongType],
    ['comes as JSON', '{}', 'application/json', wrongType],
  ] as const)('that %s is refused', async (_, body, type, refusal) => {
    await expectRefused(harness, () => upload(body, type), refusal);
  });

  test('in a coding is refused', async () => {
    const headers = { 'Content-Type': 'image/png', 'Content-Encoding': 'gzip' };
    const send = () => north.as.editor.send('POST', `${north.base}/emblems`, { body: pngOf(40, 40), headers });
    await expectRefused(harness, send, { status: 415, code: 'encoding-unsupported' });
  });
});

describe('a course with themes and an emblem', () => {
  const until = '2026-12-31';
  let emblem: string;
  let certificate: string;
  beforeAll(async () => {
    emblem = must(await upload(pngOf(100, 50)), 201).id;
    const funding = { ...anyCountryContent.funding!, until, emblem };
    const themes = [{ code: 'vatten', label: { sv: 'Eld' } }];
    const { award } = await wholeStory(
      north,
      'betald',
      contentWith({ themes, funding, keywords: { sv: [' is ', 'Is'] } }, anyCountryContent),
    );
    const page = `${north.base}/awards/${award.id}/certificate-page`;
    certificate = new URL(must(await north.as.registrar.put(page, { on: true })).address).pathname;
  });

  test('is published with what the institution calls them, and with clean keywords', async () => {
    const { content } = must(await harness.anyone.get(`${north.base}/microcredentials/betald/versions/1`));
    expect(content.themes).toEqual([{ code: 'vatten', label: { sv: 'Vatten', en: 'Water' } }]);
    expect(content.keywords).toEqual({ sv: ['is'] });
  });

  test('shows them on its page, with the emblem called by the programme', async () => {
    const { text, headers } = await harness.anyone.get('/sv/institutions/provsjo/microcredentials/betald', html);
    const { programme } = anyCountryContent.funding!;
    expect(text).toContain(`src="${north.base}/emblems/${emblem}" alt="${programme.sv}"`);
    for (const shown of [
      'Vatten',
      'VV-2026/17',
      'Medfinansieras av unionen.',
      'Korta filmer från driften.',
      'CC BY 4.0',
    ])
      expect(text).toContain(shown);
    expect(headers.get('Content-Security-Policy')).toContain("img-src 'self'");
  });

  test('shows them on the certificate, which carries all but the image', async () => {
    const page = await harness.anyone.get(`/sv${certificate}`, html);
    expect(page.text).toContain(`src="${north.base}/emblems/${emblem}"`);
    const { credentialSubject } = must(await harness.anyone.get(certificate));
    const { until: _, then: __, ...signed } = { ...anyCountryContent.funding!, emblem };
    expect(credentialSubject.achievement).toMatchObject({
      funding: signed,
      theme: { vatten: { sv: 'Vatten', en: 'Water' } },
      keyword: { sv: ['is'] },
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  test('is marked in the catalogue as an example to reuse, and found by that', async () => {
    const { exampleToReuse: _, ...plain } = anyCountryContent;
    await publishCourse(north, 'vanlig', plain);
    const { text } = await harness.anyone.get('/sv/', html);
    expect(text.split('Ett exempel att återanvända').length - 1).toBe(1);
    const slugs = async (query = '') =>
      must(await harness.anyone.get(`/api/v1/microcredentials?institution=provsjo${query}`)).items.map(
        ({ slug }: { slug: string }) => slug,
      );
    expect(await slugs()).toEqual(['vanlig', 'betald']);
    expect(await slugs('&exampleToReuse=1')).toEqual(['betald']);
  });

  test('is listed where its funding ends before a day, with what happens then', async () => {
    const ending = async (day: string) =>
      must(await north.as.editor.get(`${north.base}/microcredentials?fundingEndsBefore=${day}`)).items;
    expect(await ending('2026-12-31')).toEqual([]);
    expect(await ending('2027-01-01')).toMatchObject([
      { slug: 'betald', funding: { until, then: anyCountryContent.funding!.then } },
    ]);
    await expectRefused(
      harness,
      () => north.as.editor.get(`${north.base}/microcredentials?fundingEndsBefore=2026-02-30`),
      {
        status: 400,
        code: 'malformed-request',
        at: '#/fundingEndsBefore',
      },
    );
  });

  test('is refused with a theme or an emblem that only others have', async () => {
    const content = contentWith(
      { themes: [{ code: 'vatten', label: {} }], funding: { ...anyCountryContent.funding!, emblem } },
      anyCountryContent,
    );
    await draftCourse(south, 'lanad', content);
    await expectRefused(harness, () => south.as.editor.post(`${south.base}/microcredentials/lanad/submit`), {
      status: 422,
      code: 'gate-refused',
      at: ['#/themes/0/code', '#/funding/emblem'],
    });
  });
});

everyAnswer(() => harness);
