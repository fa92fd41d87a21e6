import { present } from '../../../src/domain/shared/present.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, place, fixture } from '../../setup/begun.ts';
import { completeContent, expectRefusal, expectRefusedUnchanged, publishDecision } from '../../setup/index.ts';

beforeEach(beginEmpty);
const { title, ...withoutTitle } = completeContent;
const drafting = () => fixture.services.drafting;

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
    await fixture.drafted(place);
    await expectRefusedUnchanged(fixture, () => fixture.drafted(place), 'already-exists');
    expect((await fixture.drafted(fixture.koesaari)).microcredential.slug).toBe('vatten');
  });

  test('belongs to a unit of the institution', async () => {
    expect((await fixture.drafted(place)).ownerUnit).toBe('VA');
    const create = (ownerUnit: string) =>
      drafting().create(place.actors.editor, place.slug, { slug: 'ny', ownerUnit, content: {} });
    await expectRefusedUnchanged(fixture, () => create('NO'), 'content-invalid', '#/ownerUnit');
    await expectRefusedUnchanged(fixture, () => create(fixture.koesaari.unit), 'content-invalid', '#/ownerUnit');
  });

  test('is looked at again on a day that exists', async () => {
    const input = { slug: 'ny', content: {}, reviewBy: '2027-02-29' };
    await expectRefusedUnchanged(
      fixture,
      () => drafting().create(place.actors.editor, place.slug, input),
      'content-invalid',
      '#/reviewBy',
    );
    await fixture.drafted(place);
    const basis = { publishedVersion: 0, revision: 1 };
    await expectRefusedUnchanged(
      fixture,
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
      fixture,
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
    await fixture.drafted(place);
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    const edit = () =>
      drafting().update(
        place.actors.editor,
        place.slug,
        'vatten',
        { publishedVersion: 0, revision: 1 },
        { content: {} },
      );
    await expectRefusedUnchanged(fixture, edit, 'state-forbids');
    await drafting().approve(place.actors.reviewer, place.slug, 'vatten');
    await expectRefusedUnchanged(fixture, edit, 'state-forbids');
  });

  test('that is returned says why, until it is submitted again', async () => {
    await fixture.drafted(place);
    await drafting().submit(place.actors.editor, place.slug, 'vatten');
    const returned = await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'Which level?');
    expect(returned.microcredential.draft).toMatchObject({ state: 'draft', returnedNote: 'Which level?' });
    const again = await drafting().submit(place.actors.editor, place.slug, 'vatten');
    expect(again.microcredential.draft).not.toHaveProperty('returnedNote');
  });

  test('that was approved can be returned, and then needs approval again', async () => {
    await fixture.approved(place);
    await drafting().return(place.actors.reviewer, place.slug, 'vatten', 'One more thing.');
    await expectRefusal(
      () => fixture.services.catalogue.publish(place.actors.editor, place.slug, 'vatten', publishDecision),
      'state-forbids',
    );
  });
});

describe('the list of drafts', () => {
  test('has all of the institution, in pages, or those in one state', async () => {
    await fixture.drafted(place, 'aa');
    await fixture.approved(place, 'bb');
    await fixture.published(place, 'cc');
    await fixture.drafted(fixture.koesaari, 'dd');
    const list = async (state?: 'draft' | 'approved' | 'published' | 'withdrawn') =>
      (await drafting().list(place.actors.registrar, place.slug, { limit: 10 }, present({ state }))).items.map(
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
