import { beforeEach, describe, expect, test } from 'vitest';
import { awardDecision, createWorld, type Place, revokeDecision, type World } from '../../setup/index.ts';

/** The clock is ahead, something is written, and the clock is set right again. No wait is longer than its interval. */
const hour = 3_600_000;
let world: World;
let place: Place;
beforeEach(async () => {
  world = await createWorld();
  place = world.provsjo;
});
/** How far the clock may have been ahead; a year is one that lost its battery. */
const leads = [1, 500, hour, 365 * 24 * hour];

describe.each(leads)('after the clock was %d ms ahead,', (lead) => {
  const aheadFor = async <T>(work: () => Promise<T>): Promise<T> => {
    world.clock.advance(lead);
    const result = await work();
    world.clock.advance(-lead);
    return result;
  };

  describe('a status list', () => {
    const revocation = 'https://credentials.example/institutions/provsjo/status/1/revocation';
    const asStranger = () => world.services.publicDocuments.statusList(place.slug, '1', 'revocation', false);
    const asOurselves = () => world.services.publicDocuments.at(revocation);
    const setIn = (list: Readonly<{ text: string }> | undefined) => JSON.parse(list?.text ?? '{}').set as number[];

    test.each([
      ['strangers', asStranger],
      ['our own checks', asOurselves],
    ])('that was published meanwhile is published anew for %s, not dated in the future', async (_, read) => {
      await aheadFor(() => world.story(place));
      const list = await read();
      expect(list?.publishedAt).toEqual(world.clock.now());
      expect(new Date(JSON.parse(list?.text ?? '').validFrom).getTime()).toBeLessThanOrEqual(
        world.clock.now().getTime(),
      );
      const signatures = world.signing.signatures.length;
      expect(await read()).toEqual(list);
      expect(world.signing.signatures).toHaveLength(signatures);
    });

    test.each([
      ['strangers', asStranger],
      ['our own checks', asOurselves],
    ])('shows %s a revocation at once', async (_, read) => {
      world.draws.push(100);
      const { award } = await aheadFor(() => world.story(place));
      await world.services.awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
      expect(setIn(await read())).toEqual([100]);
      expect(world.clock.waits).toEqual([]);
    });

    test('is waited for no longer than its interval, wherever the clock goes', async () => {
      world.draws.push(100);
      const offering = await world.story(place).then(({ offering }) => offering);
      for (const jump of [lead, -lead, lead, -lead]) {
        world.clock.advance(jump);
        const registration = await world.registered(place, offering);
        const award = await world.awarded(place, await world.completed(place, registration));
        await world.services.awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
        await asOurselves();
      }
      expect(Math.max(0, ...world.clock.waits)).toBeLessThanOrEqual(1000);
    });
  });

  test('an award that was prepared meanwhile and not signed is finished by resume', async () => {
    await world.story(place, { code: 'before' });
    const { completion } = await world.examined(place);
    world.signing.failNext(1);
    const input = { completionId: completion.id, decision: awardDecision };
    const attempt = aheadFor(() => world.services.awarding.make(place.actors.issuer, place.slug, input));
    expect(await attempt).toMatchObject({ award: { state: 'prepared' } });
    expect(await world.services.issuing.resume()).toBe(1);
  });

  test('a request that was answered meanwhile is answered the same, and no longer than a day from now on', async () => {
    const { completion } = await world.examined(place);
    const make = () =>
      world.services.awarding.make(
        place.actors.issuer,
        place.slug,
        { completionId: completion.id, decision: awardDecision },
        'k',
      );
    const first = await aheadFor(make);
    expect((await make()).award.id).toBe(first.award.id);
    world.clock.advance(25 * hour);
    await expect(make()).rejects.toMatchObject({ code: 'already-awarded' });
  });

  test('a signing key that is made signs, though the one before is dated later', async () => {
    const keys = () => world.ports.stores.signingKeys.list(place.institution.id);
    await aheadFor(() => world.services.institutions.rotateSigningKey(place.slug));
    const before = (await keys()).map(({ id }) => id);
    await world.services.institutions.rotateSigningKey(place.slug);
    const made = (await keys()).find(({ id }) => !before.includes(id));
    expect(
      (await world.ports.stores.signingKeys.current(place.institution.id, world.ports.writer.statusListAlgorithm))?.id,
    ).toBe(made?.id);
  });
});
