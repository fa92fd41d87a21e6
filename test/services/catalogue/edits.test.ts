import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, place, fixture } from '../../setup/begun.ts';
import { completeContent, expectRefusedUnchanged } from '../../setup/index.ts';

beforeEach(beginEmpty);
const drafting = () => fixture.services.drafting;

describe('an edit', () => {
  const basis = (revision: number, publishedVersion = 0) => ({ publishedVersion, revision });
  const edit = (revision: number, content = completeContent, publishedVersion = 0) =>
    drafting().update(place.actors.editor, place.slug, 'vatten', basis(revision, publishedVersion), { content });

  test('based on what stands is the next revision', async () => {
    await fixture.drafted(place);
    expect((await edit(1)).microcredential.draft?.revision).toBe(2);
    expect((await edit(2)).microcredential.draft?.revision).toBe(3);
  });

  test('based on what another has changed since is refused, so no change is lost', async () => {
    await fixture.drafted(place);
    await edit(1, { ...completeContent, title: { sv: 'Mitt' } });
    await expectRefusedUnchanged(
      fixture,
      () => edit(1, { ...completeContent, title: { sv: 'Ditt' } }),
      'precondition-failed',
    );
    const { microcredential } = await drafting().read(place.actors.editor, place.slug, 'vatten');
    expect(microcredential.draft?.content.title).toEqual({ sv: 'Mitt' });
  });

  test('of two at once based on the same, one is refused', async () => {
    await fixture.drafted(place);
    const both = await Promise.allSettled([edit(1), edit(1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'precondition-failed' } });
  });

  test('based on a draft of the version before is refused, though the revision is the same', async () => {
    await fixture.published(place);
    await drafting().startNext(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(fixture, () => edit(1, completeContent, 0), 'precondition-failed');
    expect((await edit(1, completeContent, 1)).microcredential.draft?.revision).toBe(2);
  });

  test('of a published version is refused: a version never changes', async () => {
    await fixture.published(place);
    for (const revision of [0, 1, 2]) await expectRefusedUnchanged(fixture, () => edit(revision), 'version-immutable');
  });
});

describe('the next version', () => {
  test('begins with the content of the one before, and without what bodies outside decided on that', async () => {
    const { version } = await fixture.published(place);
    const awardingBodies = version.content.awardingBodies.map(({ decision: _, ...body }) => body);
    const { microcredential } = await drafting().startNext(place.actors.editor, place.slug, 'vatten');
    expect(microcredential).toMatchObject({
      publishedVersion: 1,
      draft: { state: 'draft', revision: 1, content: { ...version.content, awardingBodies } },
    });
    for (const body of microcredential.draft?.content.awardingBodies ?? []) expect(body).not.toHaveProperty('decision');
  });

  test('is begun once', async () => {
    await fixture.published(place);
    await drafting().startNext(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(
      fixture,
      () => drafting().startNext(place.actors.editor, place.slug, 'vatten'),
      'state-forbids',
    );
  });

  test('is not begun where the first is not published', async () => {
    await fixture.drafted(place);
    await expectRefusedUnchanged(
      fixture,
      () => drafting().startNext(place.actors.editor, place.slug, 'vatten'),
      'state-forbids',
    );
  });

  test('is not begun after a withdrawal', async () => {
    await fixture.published(place);
    await fixture.services.catalogue.withdraw(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(
      fixture,
      () => drafting().startNext(place.actors.editor, place.slug, 'vatten'),
      'state-forbids',
    );
  });
});
