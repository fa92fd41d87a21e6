import { beforeEach, describe, expect, test } from 'vitest';
import {
  fixtureAfter,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  type Story,
  type Fixture,
} from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
let story: Story;
const begin = fixtureAfter(({ story, provsjo }) => story(provsjo));
beforeEach(async () => {
  ({ made: story, ...fixture } = await begin());
  place = fixture.provsjo;
});
const turn = (on: boolean, actor = place.actors.registrar) =>
  fixture.services.awarding.showPage(actor, place.slug, story.award.id, on);
const turnOn = async () => (await turn(true)) ?? '';
const read = (token: string) => fixture.services.certificates.read(token);
const tokenShown = async () =>
  (await fixture.services.awarding.read(place.actors.registrar, place.slug, story.award.id)).certificateToken;

describe('the permanent address of an award', () => {
  test('says to a stranger that it is one, of what, and nothing of whom', async () => {
    const existence = await fixture.services.certificates.existence(story.award.id);
    expect(Object.keys(existence).sort()).toEqual([
      'institution',
      'legalForm',
      'microcredentialSlug',
      'owner',
      'version',
    ]);
    expect(existence).toMatchObject({ institution: { slug: 'provsjo' }, microcredentialSlug: 'vatten', version: 1 });
    expect(JSON.stringify(existence)).not.toContain('Lo"');
  });

  test('says so whether or not there is a page', async () => {
    const before = await fixture.services.certificates.existence(story.award.id);
    await turnOn();
    expect(await fixture.services.certificates.existence(story.award.id)).toEqual(before);
  });

  test('of no award is not found', async () => {
    await expectRefusal(() => fixture.services.certificates.existence('none'), 'not-found');
  });
});

describe('the page of a person who comes under protection', () => {
  const protect = (isProtected: boolean) =>
    fixture.services.registrations.protect(
      place.actors.confidant,
      place.slug,
      story.registration.learnerId,
      isProtected,
    );

  test('goes off at once, and the award is no longer at its permanent address', async () => {
    const token = await turnOn();
    await protect(true);
    await expectRefusal(() => read(token), 'not-found');
    await expectRefusal(() => fixture.services.certificates.credential(token), 'not-found');
    await expectRefusal(() => fixture.services.certificates.existence(story.award.id), 'not-found');
  });

  test('is refused in the same words as a page that never was', async () => {
    const token = await turnOn();
    await protect(true);
    const was = await expectRefusal(() => read(token), 'not-found');
    const never = await expectRefusal(() => read('never'), 'not-found');
    expect(was.message).toBe(never.message);
    const award = await expectRefusal(() => fixture.services.certificates.existence(story.award.id), 'not-found');
    const none = await expectRefusal(() => fixture.services.certificates.existence('none'), 'not-found');
    expect(award.message).toBe(none.message);
  });

  test('does not come back when protection ends: who has the old link would find the person again', async () => {
    const token = await turnOn();
    await protect(true);
    await protect(false);
    await expectRefusal(() => read(token), 'not-found');
    expect(await tokenShown()).toBeUndefined();
    expect(await turnOn()).not.toBe(token);
  });

  test('cannot be turned on by who does not see the person', async () => {
    await protect(true);
    await expectRefusedUnchanged(fixture, () => turn(true), 'not-found');
  });
});
