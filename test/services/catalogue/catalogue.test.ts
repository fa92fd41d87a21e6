import { beforeEach, describe, expect, test } from 'vitest';
import type { CatalogueFilter } from '../../../src/services/ports/index.ts';
import { beginEmpty, place, fixture } from '../../setup/begun.ts';
import { completeContent, expectRefusal, expectRefusedUnchanged, publishDecision } from '../../setup/index.ts';

beforeEach(beginEmpty);
const catalogue = () => fixture.services.catalogue;
const publish = (actor = place.actors.editor, decision: { ground: string; date?: string } = publishDecision) =>
  catalogue().publish(actor, place.slug, 'vatten', decision);

describe('the catalogue', () => {
  test('shows what is published and not withdrawn, newest first, of all or of one institution', async () => {
    await fixture.drafted(place, 'draft');
    await fixture.published(place, 'aa');
    fixture.clock.advance(1000);
    await fixture.published(fixture.koesaari, 'bb');
    fixture.clock.advance(1000);
    await fixture.published(place, 'cc');
    const list = async (filter?: CatalogueFilter) =>
      (await catalogue().list({ limit: 10 }, filter)).items.map(({ microcredentialSlug: slug }) => slug);
    expect(await list()).toEqual(['cc', 'bb', 'aa']);
    expect(await list({ institutionId: place.institution.id })).toEqual(['cc', 'aa']);
    await catalogue().withdraw(place.actors.editor, place.slug, 'cc');
    expect(await list()).toEqual(['bb', 'aa']);
  });

  test('shows the newest version of each', async () => {
    await fixture.published(place);
    await fixture.services.drafting.startNext(place.actors.editor, place.slug, 'vatten');
    expect((await catalogue().list({ limit: 10 })).items.map(({ version }) => version.number)).toEqual([1]);
    const input = { content: completeContent };
    await fixture.services.drafting.update(place.actors.editor, place.slug, 'vatten', '*', input);
    await fixture.services.drafting.submit(place.actors.editor, place.slug, 'vatten');
    await fixture.services.drafting.approve(place.actors.reviewer, place.slug, 'vatten');
    await publish();
    expect((await catalogue().list({ limit: 10 })).items.map(({ version }) => version.number)).toEqual([2]);
  });

  test('never shows a draft: not its content, not that there is one', async () => {
    await fixture.approved(place);
    await expectRefusal(() => catalogue().newest(place.slug, 'vatten'), 'not-found');
    await expectRefusal(() => catalogue().versions(place.slug, 'vatten'), 'not-found');
    await expectRefusal(() => catalogue().version(place.slug, 'vatten', 1), 'not-found');
    await publish();
    await fixture.services.drafting.startNext(place.actors.editor, place.slug, 'vatten');
    const secret = { ...completeContent, title: { sv: 'Hemligt' } };
    await fixture.services.drafting.update(
      place.actors.editor,
      place.slug,
      'vatten',
      { publishedVersion: 1, revision: 1 },
      { content: secret },
    );
    const all = [
      await catalogue().list({ limit: 10 }),
      await catalogue().newest(place.slug, 'vatten'),
      await catalogue().versions(place.slug, 'vatten'),
    ];
    expect(JSON.stringify(all)).not.toContain('Hemligt');
  });

  test('has no version that was never published', async () => {
    await fixture.published(place);
    for (const number of [0, 2, -1]) {
      await expectRefusal(() => catalogue().version(place.slug, 'vatten', number), 'not-found');
    }
  });
});

describe('withdrawal', () => {
  const withdraw = (actor = place.actors.editor) => catalogue().withdraw(actor, place.slug, 'vatten');

  test('takes it out of the catalogue; its versions and its certificates stay', async () => {
    const { version, award } = await fixture.story(place);
    expect((await withdraw()).microcredential.withdrawnAt).toEqual(fixture.clock.now());
    expect((await catalogue().list({ limit: 10 })).items).toEqual([]);
    expect((await catalogue().version(place.slug, 'vatten', 1)).version).toEqual(version.version);
    expect((await catalogue().newest(place.slug, 'vatten')).withdrawnAt).toEqual(fixture.clock.now());
    const { text } = await fixture.services.awarding.credential(place.actors.issuer, place.slug, award.id);
    const report = await fixture.services.verifying.verify(JSON.parse(text), fixture.clock.now());
    expect(report.verdict).toBe('valid');
  });

  test('ends everything that was under way: no edit, no review, no publication, no offering', async () => {
    await fixture.published(place);
    await fixture.services.drafting.startNext(place.actors.editor, place.slug, 'vatten');
    await withdraw();
    const { drafting } = fixture.services;
    const { slug, actors } = place;
    await expectRefusal(
      () => drafting.update(actors.editor, slug, 'vatten', { publishedVersion: 1, revision: 1 }, { content: {} }),
      'state-forbids',
    );
    await expectRefusal(() => drafting.submit(actors.editor, slug, 'vatten'), 'state-forbids');
    await expectRefusal(() => drafting.approve(actors.reviewer, slug, 'vatten'), 'state-forbids');
    await expectRefusal(publish, 'state-forbids');
    await expectRefusal(() => fixture.offered(place), 'state-forbids');
  });

  test('is done once', async () => {
    await fixture.published(place);
    await withdraw();
    await expectRefusedUnchanged(fixture, withdraw, 'state-forbids');
  });

  test('is not of what was never published', async () => {
    await fixture.approved(place);
    await expectRefusedUnchanged(fixture, withdraw, 'state-forbids');
  });

  test('is not done by a machine, nor by a registrar', async () => {
    await fixture.published(place);
    await expectRefusedUnchanged(fixture, () => withdraw(place.machine), 'key-cannot-decide');
    await expectRefusedUnchanged(fixture, () => withdraw(place.actors.registrar), 'role-missing');
  });
});
