import { beforeEach, describe, expect, test } from 'vitest';
import {
  completeContent,
  createWorld,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  publishDecision,
  type World,
} from '../../setup/index.ts';

let world: World;
let place: Place;
beforeEach(async () => {
  world = await createWorld();
  place = world.provsjo;
});
const { title, ...withoutTitle } = completeContent;
const drafting = () => world.services.drafting;

describe('a draft', () => {
  test('may lack anything, and says what publication would need', async () => {
    const { gate, microcredential } = await drafting().create(place.actors.editor, place.slug, {
      slug: 'ny',
      content: {},
    });
    expect(gate?.faults).toHaveLength(13);
    expect(microcredential).toMatchObject({ slug: 'ny', draft: { state: 'draft', revision: 1, content: {} } });
    expect(microcredential.publishedVersion).toBeUndefined();
  });

  test('has a slug of its own at its institution', async () => {
    await world.drafted(place);
    await expectRefusedUnchanged(world, () => world.drafted(place), 'already-exists');
    expect((await world.drafted(world.koesaari)).microcredential.slug).toBe('vatten');
  });

  test('belongs to a unit of the institution', async () => {
    expect((await world.drafted(place)).ownerUnit).toBe('VA');
    const create = (ownerUnit: string) =>
      drafting().create(place.actors.editor, place.slug, { slug: 'ny', ownerUnit, content: {} });
    await expectRefusedUnchanged(world, () => create('NO'), 'content-invalid', '#/ownerUnit');
    await expectRefusedUnchanged(world, () => create(world.koesaari.unit), 'content-invalid', '#/ownerUnit');
  });

  test('is looked at again on a day that exists', async () => {
    const input = { slug: 'ny', content: {}, reviewBy: '2027-02-29' };
    await expectRefusedUnchanged(
      world,
      () => drafting().create(place.actors.editor, place.slug, input),
      'content-invalid',
      '#/reviewBy',
    );
    await world.drafted(place);
    const basis = { publishedVersion: 0, revision: 1 };
    await expectRefusedUnchanged(
      world,
      () =>
        drafting().update(place.actors.editor, place.slug, 'vatten', basis, { content: {}, reviewBy: '2027-02-29' }),
      'content-invalid',
      '#/reviewBy',
    );
    const updated = await drafting().update(place.actors.editor, place.slug, 'vatten', basis, {
      content: {},
      reviewBy: '2027-02-28',
    });
    expect(updated.microcredential.reviewBy).toBe('2027-02-28');
  });

  test('is submitted only when it is complete, and every fault is named', async () => {
    await drafting().create(place.actors.editor, place.slug, { slug: 'ny', content: withoutTitle });
    await expectRefusedUnchanged(
      world,
      () => drafting().submit(place.actors.editor, place.slug, 'ny'),
      'gate-refused',
      '#/title',
    );
    await drafting().update(
      place.actors.editor,
      place.slug,
      'ny',
      { publishedVersion: 0, revision: 1 },
      { content: { ...withoutTitle, ...(title && { title }) } },
    );
    const { microcredential } = await drafting().submit(place.actors.editor, place.slug, 'ny');
    expect(microcredential.draft?.state).toBe('in-review');
  });

  test('is not edited while others look at it, nor when they have approved it', async () => {
    await world.drafted(place);
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    const edit = () =>
      drafting().update(
        place.actors.editor,
        place.slug,
        'vatten',
        { publishedVersion: 0, revision: 1 },
        { content: {} },
      );
    await expectRefusedUnchanged(world, edit, 'state-forbids');
    await drafting().approve(place.actors.reviewer, place.slug, 'vatten');
    await expectRefusedUnchanged(world, edit, 'state-forbids');
  });

  test('that is returned says why, until it is submitted again', async () => {
    await world.drafted(place);
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    const returned = await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'Which level?');
    expect(returned.microcredential.draft).toMatchObject({ state: 'draft', returnedNote: 'Which level?' });
    const again = await drafting().submit(place.actors.editor, place.slug, 'vatten');
    expect(again.microcredential.draft).not.toHaveProperty('returnedNote');
  });

  test('that was approved can be returned, and then needs approval again', async () => {
    await world.approved(place);
    await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'One more thing.');
    await expectRefusal(
      () => world.services.catalogue.publish(place.actors.editor, place.slug, 'vatten', publishDecision),
      'state-forbids',
    );
  });
});

describe('an edit', () => {
  const basis = (revision: number, publishedVersion = 0) => ({ publishedVersion, revision });
  const edit = (revision: number, content = completeContent, publishedVersion = 0) =>
    drafting().update(place.actors.editor, place.slug, 'vatten', basis(revision, publishedVersion), { content });

  test('based on what stands is the next revision', async () => {
    await world.drafted(place);
    expect((await edit(1)).microcredential.draft?.revision).toBe(2);
    expect((await edit(2)).microcredential.draft?.revision).toBe(3);
  });

  test('based on what another has changed since is refused, so no change is lost', async () => {
    await world.drafted(place);
    await edit(1, { ...completeContent, title: { sv: 'Mitt' } });
    await expectRefusedUnchanged(
      world,
      () => edit(1, { ...completeContent, title: { sv: 'Ditt' } }),
      'precondition-failed',
    );
    const { microcredential } = await drafting().read(place.actors.editor, place.slug, 'vatten');
    expect(microcredential.draft?.content.title).toEqual({ sv: 'Mitt' });
  });

  test('of two at once based on the same, one is refused', async () => {
    await world.drafted(place);
    const both = await Promise.allSettled([edit(1), edit(1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'precondition-failed' } });
  });

  test('based on a draft of the version before is refused, though the revision is the same', async () => {
    await world.published(place);
    await drafting().startNext(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(world, () => edit(1, completeContent, 0), 'precondition-failed');
    expect((await edit(1, completeContent, 1)).microcredential.draft?.revision).toBe(2);
  });

  test('of a published version is refused: a version never changes', async () => {
    await world.published(place);
    for (const revision of [0, 1, 2]) await expectRefusedUnchanged(world, () => edit(revision), 'version-immutable');
  });
});

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
    await expectRefusedUnchanged(world, () => approve(place.actors.everything), 'own-draft');
  });

  test('of one’s own draft is refused with a second key as well: one person is one person', async () => {
    const second = await world.secondKey(place, 'everything');
    expect(second.keyId).not.toBe(place.actors.everything.keyId);
    await submitted(place.actors.everything);
    await expectRefusedUnchanged(world, () => approve(second), 'own-draft');
  });

  test('of a draft that one edited with the second key is refused with the first', async () => {
    const second = await world.secondKey(place, 'everything');
    await submitted(place.actors.editor);
    await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'Again.');
    const basis = { publishedVersion: 0, revision: 1 };
    await drafting().update(second, place.slug, 'vatten', basis, { content: completeContent });
    await drafting().submit(second, place.slug, 'vatten');
    await expectRefusedUnchanged(world, () => approve(place.actors.everything), 'own-draft');
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
    await expectRefusedUnchanged(world, () => approve(place.actors.everything), 'own-draft');
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });

  test('of the next version is refused to who wrote that one', async () => {
    await world.published(place);
    await drafting().startNext(place.actors.everything, place.slug, 'vatten');
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(world, () => approve(place.actors.everything), 'own-draft');
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });

  test('is not given by an editor, a registrar, an issuer or an administrator', async () => {
    await submitted(place.actors.editor);
    for (const person of ['editor', 'registrar', 'issuer', 'admin', 'confidant'] as const) {
      await expectRefusedUnchanged(world, () => approve(place.actors[person]), 'role-missing');
    }
  });

  test('is not given by a machine, even of a draft that a person wrote', async () => {
    await submitted(place.actors.editor);
    await expectRefusedUnchanged(world, () => approve(place.machine), 'key-cannot-decide');
  });

  test('a machine may write a draft and submit it; a person approves it', async () => {
    await drafting().create(place.machine, place.slug, { slug: 'vatten', content: completeContent });
    await drafting().submit(place.machine, place.slug, 'vatten');
    expect((await approve()).microcredential.draft?.state).toBe('approved');
  });
});

describe('the next version', () => {
  test('begins with the content of the one before', async () => {
    const { version } = await world.published(place);
    const { microcredential } = await drafting().startNext(place.actors.editor, place.slug, 'vatten');
    expect(microcredential).toMatchObject({
      publishedVersion: 1,
      draft: { state: 'draft', revision: 1, content: version.content },
    });
  });

  test('is begun once', async () => {
    await world.published(place);
    await drafting().startNext(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(
      world,
      () => drafting().startNext(place.actors.editor, place.slug, 'vatten'),
      'state-forbids',
    );
  });

  test('is not begun where the first is not published', async () => {
    await world.drafted(place);
    await expectRefusedUnchanged(
      world,
      () => drafting().startNext(place.actors.editor, place.slug, 'vatten'),
      'state-forbids',
    );
  });

  test('is not begun after a withdrawal', async () => {
    await world.published(place);
    await world.services.catalogue.withdraw(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(
      world,
      () => drafting().startNext(place.actors.editor, place.slug, 'vatten'),
      'state-forbids',
    );
  });
});

describe('the list of drafts', () => {
  test('has all of the institution, in pages, or those in one state', async () => {
    await world.drafted(place, 'aa');
    await world.approved(place, 'bb');
    await world.published(place, 'cc');
    await world.drafted(world.koesaari, 'dd');
    const list = async (state?: 'draft' | 'approved' | 'published' | 'withdrawn') =>
      (await drafting().list(place.actors.registrar, place.slug, { limit: 10 }, state)).items.map(
        ({ microcredential }) => microcredential.slug,
      );
    expect((await list()).sort()).toEqual(['aa', 'bb', 'cc']);
    expect(await list('draft')).toEqual(['aa']);
    expect(await list('approved')).toEqual(['bb']);
    expect(await list('published')).toEqual(['cc']);
    expect(await list('withdrawn')).toEqual([]);
    const first = await drafting().list(place.actors.registrar, place.slug, { limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await drafting().list(place.actors.registrar, place.slug, { limit: 2, cursor: first.next ?? '' });
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeUndefined();
  });
});
