import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { withCredits, withoutCredits } from '../setup/contents.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import { draftCourse, must, publishCourse, publishDraft } from '../setup/story.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };
const decision = { ground: 'delegated-decision' };
const long = (length: number) => 'å'.repeat(length);

/** What a draft may not be, however unfinished it is; the place of each fault and what is said of it. */
type Impossible = readonly [title: string, content: object, at: string | readonly string[], says?: RegExp];
const impossible: readonly Impossible[] = [
  ['a title that is no language map', { title: 'Vatten' }, '#/content/title', /an object/],
  ['a title that is a number in Swedish', { title: { sv: 7 } }, '#/content/title/sv', /text here/],
  ['a title in Klingon', { title: { tlh: 'bIQ' } }, '#/content/title/tlh', /no language code known here/],
  ['a title in “sv-SE”', { title: { 'sv-SE': 'Vatten' } }, '#/content/title/sv-SE', /no language code/],
  ['a title under __proto__', JSON.parse('{"title":{"__proto__":"a"}}'), '#/content/title/__proto__'],
  ['a title under a name with / and ~', { title: { 'a/b~c': 'x' } }, '#/content/title/a~1b~0c'],
  ['a title that is a book', { title: { sv: long(5001) } }, '#/content/title/sv', /5000/],
  ['hours in words', { workload: { hours: 'eighty' } }, '#/content/workload/hours', /number/],
  ['hours below zero', { workload: { hours: -1 } }, '#/content/workload/hours', /^More than 0\.$/m],
  ['no time at all', { workload: { hours: 0 } }, '#/content/workload/hours'],
  ['ECTS 0.3', { workload: { hours: 8, ects: 0.3 } }, '#/content/workload/ects', /0\.4/],
  ['ECTS −1', { workload: { hours: 8, ects: -1 } }, '#/content/workload/ects', /0\.4/],
  ['ECTS 60', { workload: { hours: 1600, ects: 60 } }, '#/content/workload/ects', /^Less than 60\.$/m],
  ['ECTS "3"', { workload: { hours: 80, ects: '3' } }, '#/content/workload/ects', /number/],
  ['EQF 9', { level: { eqf: 9 } }, '#/content/level/eqf', /^At most 8\.$/m],
  ['EQF 0', { level: { eqf: 0 } }, '#/content/level/eqf', /^At least 1\.$/m],
  ['EQF 6.5', { level: { eqf: 6.5 } }, '#/content/level/eqf', /whole number/],
  [
    'a level that does and does not apply',
    { level: { notApplicable: false } },
    '#/content/level/notApplicable',
    /Only true/,
  ],
  ['a cycle that is none', { cycle: 'fourth' }, '#/content/cycle', /first/],
  ['a depth code that is none', { depthCode: 'Q1X' }, '#/content/depthCode', /^One of: /m],
  ['an unknown assessment', { assessmentTypes: ['guessing'] }, '#/content/assessmentTypes/0', /^One of: /m],
  [
    'an assessment twice',
    { assessmentTypes: ['quiz', 'quiz'] },
    '#/content/assessmentTypes',
    /Numbers 1 and 2 in the list are the same/,
  ],
  ['an unknown mode', { participation: { modes: ['telepathic'] } }, '#/content/participation/modes/0'],
  [
    'an unknown activity',
    { participation: { modes: [], activities: ['sleep'] } },
    '#/content/participation/activities/0',
  ],
  ['an unknown field', { fields: ['4242'] }, '#/content/fields/0', /in all; see \/openapi\.json/],
  ['an unknown language', { languages: ['xx'] }, '#/content/languages/0'],
  [
    'an unknown country',
    { awardingBodies: [{ name: { sv: 'a' }, country: 'XX' }] },
    '#/content/awardingBodies/0/country',
  ],
  [
    'an unknown quality assurance',
    { qualityAssurance: [{ type: 'luck', body: {} }] },
    '#/content/qualityAssurance/0/type',
  ],
  ['an unknown supervision', { supervision: { type: 'mother' } }, '#/content/supervision/type'],
  ['an unknown legal form', { legalForm: 'se-magic' }, '#/content/legalForm', /se-regular/],
  ['an unknown skill type', { learningOutcomes: [{ text: {}, type: 'luck' }] }, '#/content/learningOutcomes/0/type'],
  ['an unknown opportunity', { opportunityType: 'rave' }, '#/content/opportunityType'],
  ['a homepage that is a script', { homepage: 'javascript:alert(1)' }, '#/content/homepage', /http/],
  [
    'a grade without a name',
    { gradingScheme: { grades: [{ value: '', passes: true }] } },
    '#/content/gradingScheme/grades/0/value',
  ],
  [
    '31 grades',
    { gradingScheme: { grades: Array(31).fill({ value: 'G', passes: true }) } },
    '#/content/gradingScheme/grades',
  ],
  ['51 outcomes', { learningOutcomes: Array(51).fill({ text: { sv: 'a' } }) }, '#/content/learningOutcomes', /50/],
  ['a member that nobody knows', { price: 0 }, '#/content/price', /no such member/],
  [
    'several at once',
    { title: 7, level: { eqf: 9 }, cycle: 'x' },
    ['#/content/title', '#/content/level/eqf', '#/content/cycle'],
  ],
];

describe('a draft is refused with', () => {
  test.each(impossible.map((row) => ({ title: row[0], row })))('$title', async ({ row: [, content, at, says] }) => {
    const send = () =>
      harness.south.as.editor.post(`${harness.south.base}/microcredentials`, { slug: 'omojlig', content });
    await expectRefused(harness, send, { ...malformed, at, ...(says && { says }) });
  });

  test.each([
    ['a slug in capitals', { slug: 'Vatten' }, malformed, '#/slug', /^1 to 60 of a–z, 0–9 and hyphens/m],
    ['a slug that climbs', { slug: '../etc' }, malformed, '#/slug'],
    ['a slug of 61 letters', { slug: 'a'.repeat(61) }, malformed, '#/slug', /^At most 60 characters\.$/m],
    ['a review date in words', { reviewBy: 'soon' }, malformed, '#/reviewBy', /^A date as YYYY-MM-DD/m],
    [
      'a review date that does not exist',
      { reviewBy: '2026-02-30' },
      { status: 422, code: 'content-invalid' },
      '#/reviewBy',
    ],
    ['an owner that is not there', { ownerUnit: 'NORR' }, { status: 422, code: 'content-invalid' }, '#/ownerUnit'],
  ] as const)('%s', async (_, changed, refusal, at, says?: RegExp) => {
    const send = () =>
      harness.south.as.editor.post(`${harness.south.base}/microcredentials`, { slug: 'a', content: {}, ...changed });
    await expectRefused(harness, send, { ...refusal, at, ...(says && { says }) });
  });

  test('a slug that is taken', async () => {
    await draftCourse(harness.south, 'upptagen');
    const send = () =>
      harness.south.as.admin.post(`${harness.south.base}/microcredentials`, { slug: 'upptagen', content: {} });
    await expectRefused(harness, send, { status: 409, code: 'already-exists', says: /slug/ });
  });
});

describe('publication is refused', () => {
  const publish = (slug: string, body: object = { decision }) =>
    harness.south.as.editor.post(`${harness.south.base}/microcredentials/${slug}/publish`, body);
  const gate = { status: 422, code: 'gate-refused' };

  test('of an empty draft, with every element that it lacks', async () => {
    await draftCourse(harness.south, 'tom', {});
    const elements = [
      'title',
      'description',
      'learningOutcomes',
      'workload',
      'level',
      'assessmentTypes',
      'participation',
    ];
    const others = ['qualityAssurance', 'fields', 'languages', 'gradingScheme', 'awardingBodies', 'legalForm'];
    const at = [...elements, ...others].map((name) => `#/${name}`);
    const { body } = await expectRefused(harness, () => publish('tom'), { ...gate, at });
    expect(body.errors).toHaveLength(13);
    const submit = () => harness.south.as.editor.post(`${harness.south.base}/microcredentials/tom/submit`);
    await expectRefused(harness, submit, { ...gate, at });
  });

  const swedish = { ...withCredits, syllabus: { code: 'V1', decisionDate: '2026-01-01' } };
  const lacking: readonly (readonly [string, MicrocredentialContent, string])[] = [
    ['credits on a form without', { ...withoutCredits, workload: { hours: 12, ects: 0.5 } }, '#/workload/ects'],
    ['no credits on a form with', { ...swedish, legalForm: 'se-regular', workload: { hours: 80 } }, '#/workload/ects'],
    ['no syllabus where one is decided', { ...withCredits, legalForm: 'se-regular' }, '#/syllabus'],
    [
      'a syllabus of 30 February',
      { ...swedish, syllabus: { code: 'V1', decisionDate: '2026-02-30' } },
      '#/syllabus/decisionDate',
    ],
    ['a form of another country', { ...withCredits, legalForm: 'fi-open-university' }, '#/legalForm'],
    ['a cycle above its level', { ...withCredits, cycle: 'third' }, '#/cycle'],
    [
      'no grade that passes',
      { ...withCredits, gradingScheme: { grades: [{ value: 'U', passes: false }] } },
      '#/gradingScheme/grades',
    ],
    ['a level and none', { ...withCredits, level: { eqf: 7, notApplicable: true, reason: { sv: 'a' } } }, '#/level'],
    ['no level and no reason', { ...withCredits, level: { notApplicable: true } }, '#/level/reason'],
    ['no hours', { ...withCredits, workload: { ects: 3 } }, '#/workload/hours'],
    ['a title of white space', { ...withCredits, title: { sv: '  ' } }, '#/title'],
  ];
  test.each(lacking)('with %s', async (name, content, at) => {
    const slug = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    await draftCourse(harness.north, slug, content);
    const send = () => harness.north.as.editor.post(`${harness.north.base}/microcredentials/${slug}/submit`);
    await expectRefused(harness, send, { ...gate, at });
  });

  test.each([
    ['no decision', {}, malformed, '#/decision'],
    ['a decision without a ground', { decision: {} }, malformed, '#/decision/ground'],
    [
      'a ground of another act',
      { decision: { ground: 'outcomes-met' } },
      { status: 422, code: 'decision-invalid' },
      '#/decision/ground',
    ],
    [
      'a decision of tomorrow',
      { decision: { ...decision, date: '2026-10-16' } },
      { status: 422, code: 'decision-invalid' },
      '#/decision/date',
    ],
    [
      'a decision of 31 September',
      { decision: { ...decision, date: '2026-09-31' } },
      { status: 422, code: 'decision-invalid' },
      '#/decision/date',
    ],
    ['a capacity that is a book', { decision: { ...decision, capacity: long(201) } }, malformed, '#/decision/capacity'],
  ])('with %s', async (_, body, refusal, at) => {
    const known = await harness.south.as.editor.get(`${harness.south.base}/microcredentials/beslut`);
    if (known.status === 404) await draftCourse(harness.south, 'beslut');
    await expectRefused(harness, () => publish('beslut', body), { ...refusal, at });
  });
});

describe('a second person', () => {
  const course = (slug: string) => `${harness.north.base}/microcredentials/${slug}`;
  const own = { status: 409, code: 'own-draft', says: /wrote themselves/ };

  test('publishes nothing that is not approved', async () => {
    await draftCourse(harness.north, 'ogranskad');
    const send = () => harness.north.as.editor.post(`${course('ogranskad')}/publish`, { decision });
    await expectRefused(harness, send, { status: 409, code: 'state-forbids', says: /approved/ });
    must(await harness.north.as.editor.post(`${course('ogranskad')}/submit`));
    await expectRefused(harness, send, { status: 409, code: 'state-forbids' });
  });

  test('approves nothing that is not in review', async () => {
    await draftCourse(harness.north, 'inte-inlamnad');
    const send = () => harness.north.as.reviewer.post(`${course('inte-inlamnad')}/approve`);
    await expectRefused(harness, send, { status: 409, code: 'state-forbids', says: /in review/ });
  });

  test('is not the author, also not with a second key', async () => {
    must(
      await harness.north.as.author.post(`${harness.north.base}/microcredentials`, {
        slug: 'egen',
        content: withCredits,
      }),
    );
    must(await harness.north.as.author.post(`${course('egen')}/submit`));
    await expectRefused(harness, () => harness.north.as.author.post(`${course('egen')}/approve`), own);
    await expectRefused(harness, () => harness.north.as.authorAgain.post(`${course('egen')}/approve`), own);
    must(await harness.north.as.reviewer.post(`${course('egen')}/approve`));
  });

  test('is nobody who wrote a line of it, with whichever key, at whichever time', async () => {
    await draftCourse(harness.north, 'delad');
    const { headers } = await harness.north.as.author.get(course('delad'));
    const base = { 'If-Match': headers.get('ETag') ?? '' };
    must(await harness.north.as.authorAgain.put(`${course('delad')}/draft`, { content: withCredits }, base));
    must(await harness.north.as.editor.post(`${course('delad')}/submit`));
    await expectRefused(harness, () => harness.north.as.author.post(`${course('delad')}/approve`), own);
    must(await harness.north.as.reviewer.post(`${course('delad')}/return`, { note: 'Kortare.' }));
    must(await harness.north.as.editor.post(`${course('delad')}/submit`));
    await expectRefused(harness, () => harness.north.as.authorAgain.post(`${course('delad')}/approve`), own);
  });
});

describe('an edit', () => {
  const course = (slug: string) => `${harness.south.base}/microcredentials/${slug}`;
  const edit = (slug: string, headers: Record<string, string>) =>
    harness.south.as.editor.put(`${course(slug)}/draft`, { content: withCredits }, headers);
  const etag = async (slug: string) => (await harness.south.as.editor.get(course(slug))).headers.get('ETag') ?? '';

  test('of a published version is refused: it never changes', async () => {
    await publishCourse(harness.south, 'fast');
    const current = await etag('fast');
    await expectRefused(harness, () => edit('fast', { 'If-Match': current }), {
      status: 409,
      code: 'version-immutable',
      says: /Start a draft of the next version/,
    });
    const { body } = await harness.anyone.get(`${course('fast')}/versions`);
    must(await harness.south.as.editor.post(`${course('fast')}/draft`));
    must(await edit('fast', { 'If-Match': await etag('fast') }));
    await publishDraft(harness.south, 'fast');
    expect((await harness.anyone.get(`${course('fast')}/versions/1`)).body).toEqual(body.items[0]);
  });

  test('of what others look at is refused', async () => {
    await draftCourse(harness.south, 'granskas');
    must(await harness.south.as.editor.post(`${course('granskas')}/submit`));
    const current = await etag('granskas');
    const refusal = { status: 409, code: 'state-forbids', says: /Return it first/ };
    await expectRefused(harness, () => edit('granskas', { 'If-Match': current }), refusal);
    must(await harness.south.as.reviewer.post(`${course('granskas')}/approve`));
    await expectRefused(harness, () => edit('granskas', { 'If-Match': current }), refusal);
  });

  test('of what is withdrawn is refused', async () => {
    await publishCourse(harness.south, 'borta');
    must(await harness.south.as.editor.post(`${course('borta')}/withdraw`));
    const current = await etag('borta');
    const refusal = { status: 409, code: 'state-forbids', says: /withdrawn/ };
    await expectRefused(harness, () => edit('borta', { 'If-Match': current }), refusal);
    await expectRefused(harness, () => harness.south.as.editor.post(`${course('borta')}/draft`), refusal);
  });

  test('that does not say what it is based on is refused', async () => {
    await draftCourse(harness.south, 'grundlos');
    const refusal = { status: 428, code: 'precondition-required', says: /If-Match/ };
    await expectRefused(harness, () => edit('grundlos', {}), refusal);
  });

  test('that is based on what is no more is refused', async () => {
    await draftCourse(harness.south, 'forald');
    const first = await etag('forald');
    must(await edit('forald', { 'If-Match': first }));
    const stale = { status: 412, code: 'precondition-failed', says: /changed after you read it/ };
    await expectRefused(harness, () => edit('forald', { 'If-Match': first }), stale);
    await publishDraft(harness.south, 'forald');
    must(await harness.south.as.editor.post(`${course('forald')}/draft`));
    // The draft of the next version begins to count anew, and is another thing all the same.
    await expectRefused(harness, () => edit('forald', { 'If-Match': first }), stale);
    must(await edit('forald', { 'If-Match': await etag('forald') }));
  });

  test('that comes at the same time as another is refused, and only that', async () => {
    await draftCourse(harness.south, 'samtidig');
    const base = { 'If-Match': await etag('samtidig') };
    const answers = await Promise.all(Array.from({ length: 8 }, () => edit('samtidig', base)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
    expect((await harness.south.as.editor.get(course('samtidig'))).body.draft.revision).toBe(2);
  });
});

describe('a text that was changed after it was read', () => {
  const course = `/microcredentials/olast`;
  const tagOf = async () =>
    (await harness.north.as.reviewer.get(harness.north.base + course)).headers.get('ETag') ?? '';
  const stale = { status: 412, code: 'precondition-failed', says: /changed after you read it/ };

  test('is neither approved nor published by whoever says what they read', async () => {
    const { as, base } = harness.north;
    await draftCourse(harness.north, 'olast');
    must(await as.editor.post(`${base}${course}/submit`));
    const read = { 'If-Match': await tagOf() };
    harness.clock.advance(1_000);
    must(await as.reviewer.post(`${base}${course}/return`, { note: 'Kortare.' }));
    const content = { ...withCredits, title: { sv: 'Något annat' } };
    must(await as.editor.put(`${base}${course}/draft`, { content }, { 'If-Match': await tagOf() }));
    must(await as.editor.post(`${base}${course}/submit`));
    await expectRefused(harness, () => as.reviewer.post(`${base}${course}/approve`, undefined, read), stale);
    must(await as.reviewer.post(`${base}${course}/approve`, undefined, { 'If-Match': await tagOf() }));
    await expectRefused(harness, () => as.editor.post(`${base}${course}/publish`, { decision }, read), stale);
    must(await as.editor.post(`${base}${course}/publish`, { decision }, { 'If-Match': await tagOf() }), 201);
  });
});

test('two publications at once make one version', async () => {
  await draftCourse(harness.south, 'dubbel');
  const path = `${harness.south.base}/microcredentials/dubbel/publish`;
  const answers = await Promise.all(
    (['editor', 'author', 'admin', 'reviewer'] as const).map((name) => harness.south.as[name].post(path, { decision })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  const { body } = await harness.anyone.get(`${harness.south.base}/microcredentials/dubbel/versions`);
  expect(body.items).toHaveLength(1);
  const again = () => harness.south.as.editor.post(path, { decision });
  await expectRefused(harness, again, { status: 409, code: 'version-immutable' });
});

everyAnswer(() => harness);
