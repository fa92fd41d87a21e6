import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectRefused } from '../../setup/refusals.ts';
import { draftCourse, must, publishCourse, publishDraft } from '../../setup/story.ts';
import { anyCountryContent } from '../../../samples/content.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
const decision = { ground: 'delegated-decision' };

describe('an edit', () => {
  const course = (slug: string) => `${harness.south.base}/microcredentials/${slug}`;
  const edit = (slug: string, headers: Record<string, string>) =>
    harness.south.as.editor.put(`${course(slug)}/draft`, { content: anyCountryContent }, headers);
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
    const content = { ...anyCountryContent, title: { sv: 'Något annat' } };
    must(await as.editor.put(`${base}${course}/draft`, { content }, { 'If-Match': await tagOf() }));
    must(await as.editor.post(`${base}${course}/submit`));
    await expectRefused(harness, () => as.reviewer.post(`${base}${course}/approve`, undefined, read), stale);
    must(await as.reviewer.post(`${base}${course}/approve`, undefined, { 'If-Match': await tagOf() }));
    await expectRefused(harness, () => as.editor.post(`${base}${course}/publish`, { decision }, read), stale);
    must(await as.editor.post(`${base}${course}/publish`, { decision }, { 'If-Match': await tagOf() }), 201);
  });
});

everyAnswer(() => harness);
