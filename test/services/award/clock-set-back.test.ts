import { beforeEach, describe, expect, test } from 'vitest';
import { awardDecision, createFixture, type Place, revokeDecision, type Fixture } from '../../setup/index.ts';

/** The clock is ahead, something is written, and the clock is set right again. No wait is longer than its interval. */
const hour = 3_600_000;
let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});
/** How far the clock may have been ahead; a year is one that lost its battery. */
const leads = [1, 500, hour, 365 * 24 * hour];

describe.each(leads)('after the clock was %d ms ahead,', (lead) => {
  const aheadFor = async <T>(work: () => Promise<T>): Promise<T> => {
    fixture.clock.advance(lead);
    const result = await work();
    fixture.clock.advance(-lead);
    return result;
  };

  describe('a status list', () => {
    const revocation = 'https://credentials.example/institutions/provsjo/status/1/revocation';
    const asStranger = () => fixture.services.publicDocuments.statusList(place.slug, '1', 'revocation', false);
    const asOurselves = () => fixture.services.publicDocuments.at(revocation);
    const setIn = (list: Readonly<{ text: string }> | undefined) => JSON.parse(list?.text ?? '{}').set as number[];

    test.each([
      ['strangers', asStranger],
      ['our own checks', asOurselves],
    ])('that was published meanwhile is published anew for %s, not dated in the future', async (_, read) => {
      await aheadFor(() => fixture.story(place));
      const list = await read();
      expect(list?.publishedAt).toEqual(fixture.clock.now());
      expect(new Date(JSON.parse(list?.text ?? '').validFrom).getTime()).toBeLessThanOrEqual(
        fixture.clock.now().getTime(),
      );
      const signatures = fixture.signing.signatures.length;
      expect(await read()).toEqual(list);
      expect(fixture.signing.signatures).toHaveLength(signatures);
    });

    test.each([
      ['strangers', asStranger],
      ['our own checks', asOurselves],
    ])('shows %s a revocation at once', async (_, read) => {
      fixture.draws.push(100);
      const { award } = await aheadFor(() => fixture.story(place));
      await fixture.services.awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
      expect(setIn(await read())).toEqual([100]);
      expect(fixture.clock.waits).toEqual([]);
    });

    test('is waited for no longer than its interval, wherever the clock goes', async () => {
      fixture.draws.push(100);
      const offering = await fixture.story(place).then(({ offering }) => offering);
      for (const jump of [lead, -lead, lead, -lead]) {
        fixture.clock.advance(jump);
        const registration = await fixture.registered(place, offering);
        const award = await fixture.awarded(place, await fixture.completed(place, registration));
        await fixture.services.awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
        await asOurselves();
      }
      expect(Math.max(0, ...fixture.clock.waits)).toBeLessThanOrEqual(1000);
    });
  });

  test('an award that was prepared meanwhile and not signed is finished by resume', async () => {
    await fixture.story(place, { code: 'before' });
    const { completion } = await fixture.examined(place);
    fixture.signing.failNext(1);
    const input = { completionId: completion.id, decision: awardDecision };
    const attempt = aheadFor(() => fixture.services.awarding.make(place.actors.issuer, place.slug, input));
    expect(await attempt).toMatchObject({ award: { state: 'prepared' } });
    expect(await fixture.services.issuing.resume()).toBe(1);
  });

  test('a request that was answered meanwhile is answered the same, and no longer than a day from now on', async () => {
    const { completion } = await fixture.examined(place);
    const make = () =>
      fixture.services.awarding.make(
        place.actors.issuer,
        place.slug,
        { completionId: completion.id, decision: awardDecision },
        'k',
      );
    const first = await aheadFor(make);
    expect((await make()).award.id).toBe(first.award.id);
    fixture.clock.advance(25 * hour);
    await expect(make()).rejects.toMatchObject({ code: 'already-awarded' });
  });

  test('a signing key that is made signs, though the one before is dated later', async () => {
    const keys = () => fixture.ports.stores.signingKeys.list(place.institution.id);
    await aheadFor(() => fixture.services.institutions.rotateSigningKey(place.slug));
    const before = (await keys()).map(({ id }) => id);
    await fixture.services.institutions.rotateSigningKey(place.slug);
    const made = (await keys()).find(({ id }) => !before.includes(id));
    expect(
      (
        await fixture.ports.stores.signingKeys.current(
          place.institution.id,
          fixture.ports.writer.statusListAlgorithm,
          'credentials',
        )
      )?.id,
    ).toBe(made?.id);
  });
});
