import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, place, fixture } from '../../setup/begun.ts';
import { completeContent, expectRefusedUnchanged, type Place } from '../../setup/index.ts';

beforeEach(beginEmpty);
const drafting = () => fixture.services.drafting;

describe('approval', () => {
  const approve = (actor = place.actors.reviewer) => drafting().approve(actor, place.slug, 'vatten');
  const submitted = async (author: Place['actors']['editor']) => {
    await drafting().create(author, place.slug, { slug: 'vatten', content: completeContent });
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
  };

  test('is given by a second person', async () => {
    await submitted(place.actors.editor);
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });

  test('of one’s own draft is refused', async () => {
    await submitted(place.actors.everything);
    await expectRefusedUnchanged(fixture, () => approve(place.actors.everything), 'own-draft');
  });

  test('of one’s own draft is refused with a second key as well: one person is one person', async () => {
    const second = await fixture.secondKey(place, 'everything');
    expect(second.keyId).not.toBe(place.actors.everything.keyId);
    await submitted(place.actors.everything);
    await expectRefusedUnchanged(fixture, () => approve(second), 'own-draft');
  });

  test('of a draft that one edited with the second key is refused with the first', async () => {
    const second = await fixture.secondKey(place, 'everything');
    await submitted(place.actors.editor);
    await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'Again.');
    const basis = { publishedVersion: 0, revision: 1 };
    await drafting().update(second, place.slug, 'vatten', basis, { content: completeContent });
    await drafting().submit(second, place.slug, 'vatten');
    await expectRefusedUnchanged(fixture, () => approve(place.actors.everything), 'own-draft');
  });

  test('is refused to everyone who edited it, however long ago', async () => {
    await submitted(place.actors.everything);
    await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'Again.');
    await drafting().update(
      place.actors.editor,
      place.slug,
      'vatten',
      { publishedVersion: 0, revision: 1 },
      { content: completeContent },
    );
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(fixture, () => approve(place.actors.everything), 'own-draft');
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });

  test('of the next version is refused to who wrote that one', async () => {
    await fixture.published(place);
    await drafting().startNext(place.actors.everything, place.slug, 'vatten');
    const input = { content: completeContent };
    await drafting().update(place.actors.everything, place.slug, 'vatten', '*', input);
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(fixture, () => approve(place.actors.everything), 'own-draft');
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });

  test('is not given by an editor, a registrar, an issuer or an administrator', async () => {
    await submitted(place.actors.editor);
    for (const person of ['editor', 'registrar', 'issuer', 'admin', 'confidant'] as const) {
      await expectRefusedUnchanged(fixture, () => approve(place.actors[person]), 'role-missing');
    }
  });

  test('is not given by a machine, even of a draft that a person wrote', async () => {
    await submitted(place.actors.editor);
    await expectRefusedUnchanged(fixture, () => approve(place.machine), 'key-cannot-decide');
  });

  test('a machine may write a draft and submit it; a person approves it', async () => {
    await drafting().create(place.machine, place.slug, { slug: 'vatten', content: completeContent });
    await drafting().submit(place.machine, place.slug, 'vatten');
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });
});
