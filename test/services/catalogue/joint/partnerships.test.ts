import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, fixture } from '../../../setup/begun.ts';
import { expectRefusedUnchanged } from '../../../setup/index.ts';
import {
  agreed,
  approve,
  decide,
  invite,
  invited,
  jointContent,
  leave,
  owner,
  partner,
  partners,
  partnerships,
  publish,
  refused,
  slug,
  standing,
  submit,
} from './course.ts';

beforeEach(beginEmpty);
const nowhere = '00000000-0000-4000-8000-000000000000';
const edit = (id: string, content: object = { title: { sv: 'Tillsammans' } }) =>
  partnerships().edit(partner().actors.everything, partner().slug, id, '*', content);

describe('the owner', () => {
  test('invites, once; again says whether the partner may edit, and leaves its decision alone', async () => {
    const id = await invited(jointContent, false);
    await submit();
    await decide(id);
    const again = await invite(true);
    expect(again).toMatchObject({ isNew: false, state: 'agreed', partnership: { id, mayEdit: true } });
    expect(await standing()).toEqual(['agreed']);
  });

  test('invites anew whoever left, and asks for another decision', async () => {
    const id = await invited();
    await submit();
    await decide(id);
    await leave(id);
    expect(await standing()).toEqual(['left']);
    expect(await invite()).toMatchObject({ isNew: true, state: 'undecided' });
  });

  test.each([
    ['itself', 'provsjo', 'state-forbids'],
    ['an institution that is not there', 'nowhere', 'institution-not-found'],
  ] as const)('does not invite %s', async (_, other, code) => {
    await fixture.drafted(owner(), slug, jointContent);
    const asked = () => partners().invite(owner().actors.everything, owner().slug, slug, other, true);
    await expectRefusedUnchanged(fixture, asked, code);
  });

  test('does not invite to a course that is not there, nor to one that is withdrawn', async () => {
    await expectRefusedUnchanged(fixture, () => invite(), 'not-found');
    await fixture.published(owner(), slug);
    await fixture.services.catalogue.withdraw(owner().actors.editor, owner().slug, slug);
    await expectRefusedUnchanged(fixture, () => invite(), 'state-forbids');
  });

  test('takes back once', async () => {
    await invited();
    const takeBack = () => partners().takeBack(owner().actors.everything, owner().slug, slug, partner().slug);
    expect((await takeBack()).items).toEqual([]);
    await expectRefusedUnchanged(fixture, takeBack, 'not-found');
  });

  test('reads why a partner refused', async () => {
    await submitted(refused);
    const { items } = await partners().list(owner().actors.editor, owner().slug, slug);
    expect(items).toMatchObject([{ state: 'refused', partnership: { decision: { note: refused.note } } }]);
  });
});

async function submitted(input = agreed): Promise<string> {
  const id = await invited();
  await submit();
  await decide(id, input);
  return id;
}

describe('a partner', () => {
  test('reads the draft with what the gate says, until it leaves', async () => {
    const id = await invited();
    const read = () => partnerships().read(partner().actors.editor, partner().slug, id);
    const { draft } = await read();
    expect(draft?.microcredential.draft?.content).toEqual(jointContent);
    expect(draft?.gate?.awaited).toMatchObject([{ code: 'partner-undecided' }]);
    await leave(id);
    expect(await read()).not.toHaveProperty('draft');
    expect(await read()).toMatchObject({ state: 'left' });
  });

  test('edits where it may, and whoever did approves nothing', async () => {
    const id = await invited();
    const { microcredential } = await edit(id, jointContent);
    expect(microcredential.draft).toMatchObject({ revision: 2, content: jointContent });
    expect(microcredential.draft?.editors).toEqual([owner().actors.editor.id, partner().actors.everything.id]);
  });

  test.each([
    ['is asked to decide only', false, async () => undefined],
    ['has left', true, async (id: string) => void (await leave(id))],
    ['reads what is in review', true, async () => void (await submit())],
  ] as const)('does not edit where it %s', async (_, mayEdit, before) => {
    const id = await invited(jointContent, mayEdit);
    await before(id);
    await expectRefusedUnchanged(fixture, () => edit(id), 'state-forbids');
  });

  test('does not write over a change that it has not read', async () => {
    const id = await invited();
    await fixture.services.drafting.update(owner().actors.editor, owner().slug, slug, '*', { content: jointContent });
    const stale = { publishedVersion: 0, revision: 1 };
    const late = () =>
      partnerships().edit(partner().actors.editor, partner().slug, id, stale, { title: { sv: 'Sent' } });
    await expectRefusedUnchanged(fixture, late, 'precondition-failed');
  });

  test('leaves the unit and the review date of the owner alone', async () => {
    const id = await invited();
    const { microcredential } = await edit(id);
    expect(microcredential.ownerUnitId).toBeDefined();
  });

  test.each([
    ['a text that was changed since', submit, agreed, { publishedVersion: 0, revision: 9 }, 'precondition-failed'],
    ['a text that is still written', () => Promise.resolve(), agreed, '*', 'state-forbids'],
    ['a refusal without a word', submit, { ...refused, note: ' ' }, '*', 'content-invalid'],
    [
      'on a ground that there is not',
      submit,
      { ...agreed, decision: { ground: 'syllabus-established' } },
      '*',
      'decision-invalid',
    ],
    [
      'a day that has not come',
      submit,
      { ...agreed, decision: { ground: 'board-decision', date: '2030-01-01' } },
      '*',
      'decision-invalid',
    ],
  ] as const)('does not decide: %s', async (_, before, input, basis, code) => {
    const id = await invited();
    await before();
    await expectRefusedUnchanged(fixture, () => decide(id, input, basis), code);
  });

  test('does not decide twice alike, and may change its mind', async () => {
    const id = await submitted();
    await expectRefusedUnchanged(fixture, () => decide(id), 'state-forbids');
    expect((await decide(id, refused)).state).toBe('refused');
    expect((await decide(id)).state).toBe('agreed');
  });

  test('does not decide on what is published', async () => {
    const id = await submitted();
    await approve();
    await publish();
    await expectRefusedUnchanged(fixture, () => decide(id, refused), 'version-immutable');
  });

  test('leaves once, and does nothing afterwards', async () => {
    const id = await submitted();
    await leave(id);
    for (const act of [() => leave(id), () => decide(id, refused), () => edit(id)] as const)
      await expectRefusedUnchanged(fixture, act, 'state-forbids');
  });

  test('is nobody once the invitation was taken back', async () => {
    const id = await invited();
    await partners().takeBack(owner().actors.everything, owner().slug, slug, partner().slug);
    for (const gone of [id, nowhere]) {
      const read = () => partnerships().read(partner().actors.editor, partner().slug, gone);
      await expectRefusedUnchanged(fixture, read, 'not-found');
      await expectRefusedUnchanged(fixture, () => leave(gone), 'not-found');
    }
  });

  test('does nothing at the owner’s, and the owner nothing at the partner’s', async () => {
    const id = await invited();
    const { everything } = partner().actors;
    const calls = [
      () => partners().list(everything, owner().slug, slug),
      () => partnerships().read(owner().actors.everything, partner().slug, id),
    ];
    for (const call of calls) await expectRefusedUnchanged(fixture, call, 'other-institution');
    const own = () => partnerships().read(owner().actors.everything, owner().slug, id);
    await expectRefusedUnchanged(fixture, own, 'not-found');
  });

  test('lists its courses, without their drafts', async () => {
    const id = await submitted();
    const page = await partnerships().list(partner().actors.editor, partner().slug, { limit: 10 });
    expect(page.items).toMatchObject([{ partnership: { id }, owner: { slug: 'provsjo' }, state: 'agreed' }]);
    expect(page.items[0]).not.toHaveProperty('draft');
  });
});
