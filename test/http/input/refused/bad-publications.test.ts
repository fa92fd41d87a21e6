import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MicrocredentialContent } from '../../../../src/domain/catalogue/microcredential.ts';
import { everyAnswer } from '../../setup/every-answer.ts';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectRefused } from '../../setup/refusals.ts';
import { draftCourse, must } from '../../setup/story.ts';
import { anyCountryContent, contentWith, hoursOnlyContent } from '../../../samples/content.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };
const decision = { ground: 'delegated-decision' };
const long = (length: number) => 'å'.repeat(length);

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
    const others = ['qualityAssurance', 'fields', 'languages', 'gradingScheme', 'awardingBodies', 'legalForms'];
    const at = [...elements, ...others].map((name) => `#/${name}`);
    const { body } = await expectRefused(harness, () => publish('tom'), { ...gate, at });
    expect(body.errors).toHaveLength(13);
    const submit = () => harness.south.as.editor.post(`${harness.south.base}/microcredentials/tom/submit`);
    await expectRefused(harness, submit, { ...gate, at });
  });

  const syllabus = { code: 'V1', decisionDate: '2026-01-01' };
  const plain = contentWith({ otherFormReason: undefined }, anyCountryContent);
  const regular = { legalForms: ['se-regular'] } as const;
  const swedish = { ...plain, syllabus };
  const lacking: readonly (readonly [string, MicrocredentialContent, string])[] = [
    ['credits on a form without', { ...hoursOnlyContent, workload: { hours: 12, ects: 0.5 } }, '#/workload/ects'],
    ['no credits on a form with', { ...swedish, ...regular, workload: { hours: 80 } }, '#/workload/ects'],
    ['no syllabus where one is decided', { ...plain, ...regular }, '#/syllabus'],
    [
      'a syllabus of 30 February',
      { ...anyCountryContent, syllabus: { code: 'V1', decisionDate: '2026-02-30' } },
      '#/syllabus/decisionDate',
    ],
    [
      'a form of another country',
      { ...plain, syllabus, legalForms: ['se-regular', 'fi-open-university'] },
      '#/legalForms/1',
    ],
    ['a cycle above its level', { ...anyCountryContent, cycle: 'third' }, '#/cycle'],
    [
      'no grade that passes',
      { ...anyCountryContent, gradingScheme: { grades: [{ value: 'U', passes: false }] } },
      '#/gradingScheme/grades',
    ],
    [
      'a level and none',
      { ...anyCountryContent, level: { eqf: 7, notApplicable: true, reason: { sv: 'a' } } },
      '#/level',
    ],
    ['no level and no reason', { ...anyCountryContent, level: { notApplicable: true } }, '#/level/reason'],
    ['a form twice', { ...swedish, legalForms: ['se-regular', 'se-regular'] }, '#/legalForms/1'],
    [
      'a form of no law and no reason',
      contentWith({ otherFormReason: undefined }, anyCountryContent),
      '#/otherFormReason',
    ],
    ['no hours', { ...anyCountryContent, workload: { ects: 3 } }, '#/workload/hours'],
    ['a title of white space', { ...anyCountryContent, title: { sv: '  ' } }, '#/title'],
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
        content: anyCountryContent,
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
    must(await harness.north.as.authorAgain.put(`${course('delad')}/draft`, { content: anyCountryContent }, base));
    must(await harness.north.as.editor.post(`${course('delad')}/submit`));
    await expectRefused(harness, () => harness.north.as.author.post(`${course('delad')}/approve`), own);
    must(await harness.north.as.reviewer.post(`${course('delad')}/return`, { note: 'Kortare.' }));
    must(await harness.north.as.editor.post(`${course('delad')}/submit`));
    await expectRefused(harness, () => harness.north.as.authorAgain.post(`${course('delad')}/approve`), own);
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
