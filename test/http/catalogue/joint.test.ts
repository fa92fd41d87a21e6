import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVerifier } from '../../../src/credentials/index.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { createFetcher } from '../../../src/platform/fetch/fetcher.ts';
import { anyCountryContent } from '../../samples/content.ts';
import { swedish } from '../../samples/institution.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, origin, type Place, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import {
  award,
  complete,
  credentialOf,
  draftCourse,
  invite,
  joinCourse,
  must,
  openOffering,
  publishCourse,
  register,
} from '../setup/story.ts';

let harness: Harness;
let north: Place;
let south: Place;
let third: Place;
beforeAll(async () => {
  harness = await startHarness();
  ({ north, south } = harness);
  third = await harness.settle({
    ...swedish,
    slug: 'tredje',
    name: { sv: 'Tredje högskolan', en: 'Third University' },
    homepage: 'https://tredje.example/',
  });
});
afterAll(() => harness.close());

const course = (slug: string) => `${north.base}/microcredentials/${slug}`;
const chosen = (...slugs: readonly string[]) => ({
  ...anyCountryContent,
  awardingBodies: slugs.map((institution) => ({ institution })),
});
const ofThree = chosen('provsjo', 'koesaari', 'tredje');
const published = { decision: { ground: 'delegated-decision' } };
const html = { Accept: 'text/html' };

describe('a course that three give', () => {
  let ids: readonly [string, string];
  let credential: any;

  test('is drafted by its owner and those who may edit it', async () => {
    await harness.services.themes.add('provsjo', 'vatten', { sv: 'Vatten' });
    await draftCourse(north, 'tillsammans');
    ids = [await invite(north, 'tillsammans', south), await invite(north, 'tillsammans', third, false)];
    const at = `${south.base}/partnerships/${ids[0]}`;
    const { headers, body } = await south.as.editor.get(at, { 'Accept-Language': 'sv' });
    expect(body).toMatchObject({ owner: 'provsjo', state: 'undecided', draft: { revision: 1 } });
    expect(headers.get('Content-Language')).toBe('sv-FI');
    must(
      await south.as.editor.put(`${at}/draft`, { content: ofThree }, { 'If-Match': headers.get('ETag') ?? '' }),
      200,
    );
    await expectRefused(harness, () => joinCourse(south, ids[0]), { status: 409, code: 'state-forbids' });
    await expectRefused(
      harness,
      () => third.as.editor.put(`${third.base}/partnerships/${ids[1]}/draft`, { content: {} }, { 'If-Match': '*' }),
      { status: 409, code: 'state-forbids' },
    );
  });

  test('waits for each of them, and tells its owner in the owner’s language what is awaited', async () => {
    must(await north.as.editor.post(`${course('tillsammans')}/submit`));
    must(await north.as.reviewer.post(`${course('tillsammans')}/approve`));
    must(await joinCourse(south, ids[0]), 201);
    const note = 'Målen är för många.';
    must(await joinCourse(third, ids[1], { outcome: 'refused', note }), 201);
    const { items } = must(await north.as.editor.get(`${course('tillsammans')}/partners`));
    expect(items).toMatchObject([
      { institution: 'koesaari', state: 'agreed' },
      { state: 'refused', note },
    ]);
    const read = await north.as.editor.get(course('tillsammans'), { 'Accept-Language': 'sv' });
    expect(read.body.gate.awaited).toEqual([
      {
        pointer: '#/awardingBodies/2/institution',
        detail:
          'Tredje högskolan har sagt nej till den här texten. Läs motiveringen och ändra texten, eller ta bort partnern.',
      },
    ]);
    const publish = () => north.as.editor.post(`${course('tillsammans')}/publish`, published);
    await expectRefused(harness, publish, { status: 422, code: 'gate-refused', says: /mend: 1/ });
  });

  test('has another tag once a partner has decided, and what was based on the text still holds', async () => {
    const tag = async () => (await north.as.editor.get(course('tillsammans'))).headers.get('ETag') ?? '';
    const before = await tag();
    must(await joinCourse(third, ids[1]), 201);
    expect(await tag()).not.toBe(before);
    const seen = { 'If-Match': before };
    must(await north.as.editor.post(`${course('tillsammans')}/publish`, published, seen), 201);
  });

  test('says who decided when, and who signs, in the version and on its page', async () => {
    const { content } = must(await harness.anyone.get(`${course('tillsammans')}/versions/1`));
    expect(content.awardingBodies.map(({ institution, decision }: any) => [institution, decision])).toEqual([
      ['provsjo', { date: '2026-10-15' }],
      ['koesaari', { date: '2026-10-15', reference: 'SK 2026/41' }],
      ['tredje', { date: '2026-10-15', reference: 'SK 2026/41' }],
    ]);
    const path = '/institutions/provsjo/microcredentials/tillsammans';
    for (const [prefix, words] of [
      ['/sv', ['Gemensamt ansvariga', 'Tredje högskolan', 'stämplar intyget elektroniskt på allas vägnar.']],
      ['/en', ['Awarded jointly by', 'Koesaari University', 'signs the certificate for all who award it.']],
      ['/fi', ['Myöntävät yhdessä', 'päätös 15', 'leimaa todistuksen']],
    ] as const) {
      const { text } = await harness.anyone.get(prefix + path, html);
      for (const word of words) expect(text).toContain(word);
    }
  });

  test('gives a certificate in the names of all three, with their decisions behind it', async () => {
    const offering = await openOffering(north, 'tillsammans');
    const completion = await complete(north, (await register(north, offering.id)).id);
    const made = await award(north, completion.id);
    const { partnerDecisions } = must(await north.as.issuer.get(`${north.base}/awards/${made.id}`));
    expect(partnerDecisions.map(({ institution, date }: any) => [institution, date])).toEqual([
      ['koesaari', '2026-10-15'],
      ['tredje', '2026-10-15'],
    ]);
    const [behind] = partnerDecisions;
    const own = must(await south.as.reviewer.get(`${south.base}/decisions/${behind.decision}`));
    expect(own).toMatchObject({ kind: 'join', caseNumber: 'SK 2026/41' });
    credential = await credentialOf(north, made.id);
    const { verdict, summary } = must(await harness.anyone.post('/api/v1/verify', { credential }));
    expect(verdict).toBe('valid');
    expect(summary.issuer.name).toEqual(swedish.name);
    const names = summary.awardingBodies.map(({ name, decidedOn }: any) => [name.en, decidedOn]).sort();
    expect(names).toEqual([
      ['Koesaari University', '2026-10-15'],
      ['Provsjö University College', '2026-10-15'],
      ['Third University', '2026-10-15'],
    ]);
    const on = await north.as.registrar.put(`${north.base}/awards/${made.id}/certificate-page`, { on: true });
    const { pathname } = new URL(must(on).address);
    const { text } = await harness.anyone.get(`/sv${pathname}`, html);
    for (const name of ['Provsjö högskola', 'Koesaari universitet', 'Tredje högskolan']) expect(text).toContain(name);
    expect(text).toContain('stämplar intyget elektroniskt på allas vägnar.');
  });

  test('whose certificate verifies in a second deployment', async () => {
    const fetchOnce = async (url: string) => {
      const { status, text } = await harness.anyone.get(new URL(url).pathname);
      return new Response(status === 200 ? text : null, { status });
    };
    const elsewhere = createAddresses('https://other.example');
    const now = () => harness.clock.now();
    const fetcher = createFetcher({ origins: [elsewhere.base], readOwn: async () => undefined, fetchOnce, now });
    const report = await createVerifier({ addresses: elsewhere, fetcher }).verify(credential, now());
    expect(report.checks.map(({ outcome }) => outcome)).not.toContain('failed');
    expect(report.verdict).toBe('valid');
    expect(credential.id).toContain(origin);
    expect(report.summary.awardingBodies).toHaveLength(3);
  });

  test('that a partner has left is given on, and its next version not in its name', async () => {
    must(await third.as.admin.post(`${third.base}/partnerships/${ids[1]}/leave`));
    const { partnerDecisions } = must(await north.as.editor.get(`${course('tillsammans')}/partners`));
    expect(partnerDecisions).toHaveLength(2);
    must(await north.as.editor.post(`${course('tillsammans')}/draft`), 201);
    const { gate } = must(await north.as.editor.get(course('tillsammans')));
    expect(gate.awaited.map(({ detail }: any) => detail)).toEqual([
      'Koesaari University decided on a text that has been changed since. Ask for a decision on this one.',
      'Third University has left the course. Invite it again, or remove it here.',
    ]);
  });
});

test('who is named as assuring the quality decides, too, and its decision is behind the version', async () => {
  const [first] = anyCountryContent.qualityAssurance;
  const content = { ...chosen('provsjo'), qualityAssurance: [{ ...first, body: { institution: 'koesaari' } }] };
  await draftCourse(north, 'granskad', content);
  const id = await invite(north, 'granskad', south);
  must(await north.as.editor.post(`${course('granskad')}/submit`));
  must(await north.as.reviewer.post(`${course('granskad')}/approve`));
  const publish = () => north.as.editor.post(`${course('granskad')}/publish`, published);
  await expectRefused(harness, publish, {
    status: 422,
    code: 'gate-refused',
    at: '#/qualityAssurance/0/body/institution',
  });
  must(await joinCourse(south, id), 201);
  must(await publish(), 201);
  const { partnerDecisions } = must(await north.as.editor.get(`${course('granskad')}/partners`));
  expect(partnerDecisions).toMatchObject([{ version: 1, institution: 'koesaari' }]);
});

test('a body outside is asked anew for the next version', async () => {
  const outside = { name: { sv: 'Branschrådet' }, country: 'SE', homepage: 'https://branschradet.example/' };
  const awardingBodies = [{ institution: 'provsjo' }, { ...outside, decision: { date: '2026-10-01' } }];
  await publishCourse(north, 'med-branschen', { ...anyCountryContent, awardingBodies } as any);
  const { draft, gate } = must(await north.as.editor.post(`${course('med-branschen')}/draft`));
  expect(draft.content.awardingBodies[1]).toEqual(outside);
  expect(gate.faults).toMatchObject([{ pointer: '#/awardingBodies/1/decision' }]);
});

describe('a key', () => {
  test('of a partner is nobody at the owner’s address', async () => {
    for (const path of ['', '/partners', '/versions/1']) {
      const answer = await south.as.admin.get(`${course('tillsammans')}${path}`);
      expect([path, answer.status]).toEqual([path, path === '/versions/1' ? 200 : 403]);
    }
  });

  test('of a third institution finds no partnership of others', async () => {
    await draftCourse(north, 'tva');
    const id = await invite(north, 'tva', south);
    for (const place of [third, north]) {
      const read = () => place.as.admin.get(`${place.base}/partnerships/${id}`);
      await expectRefused(harness, read, { status: 404, code: 'not-found' });
      await expectRefused(harness, () => joinCourse(place, id), { status: 404, code: 'not-found' });
    }
  });

  test('decides on nothing that it does not name: 428 without If-Match', async () => {
    const id = await invite(north, 'tva', south);
    const body = { outcome: 'agreed', decision: { ground: 'board-decision' } };
    const decide = () => south.as.editor.post(`${south.base}/partnerships/${id}/decision`, body);
    await expectRefused(harness, decide, {
      status: 428,
      code: 'precondition-required',
      says: /ETag of the partnership/,
    });
  });
});

everyAnswer(() => harness);
