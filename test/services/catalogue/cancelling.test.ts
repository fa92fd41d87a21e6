import { beforeEach, describe, expect, test } from 'vitest';
import { createFixture, expectRefusal, expectRefusedUnchanged, type Fixture, type Place } from '../../setup/index.ts';
import { numberedPerson } from '../../samples/person.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  await fixture.published(place);
});
const reason = { sv: 'För få anmälda.', en: 'Too few applied.' };
const cancel = (id: string) => fixture.services.offerings.cancel(place.actors.registrar, place.slug, id, reason);

describe('a run that is cancelled', () => {
  test('says so and why, keeps who is registered, and takes nobody and no result', async () => {
    const offering = await fixture.offered(place);
    const registration = await fixture.registered(place, offering);
    expect(await cancel(offering.id)).toMatchObject({ state: 'cancelled', offering: { cancelReason: reason } });
    const { items } = await fixture.services.registrations.list(place.actors.registrar, place.slug, offering.id, {
      limit: 10,
    });
    expect(items.map(({ id }) => id)).toEqual([registration.id]);
    const refused = (act: () => Promise<unknown>) => expectRefusedUnchanged(fixture, act, 'state-forbids');
    await refused(() => fixture.registered(place, offering, { learner: numberedPerson(2) }));
    await refused(() => fixture.registered(place, offering, { learner: numberedPerson(3), overbook: true }));
    await refused(() => fixture.completed(place, registration));
    await refused(() => cancel(offering.id));
    expect(await fixture.services.offerings.upcoming(place.slug, 'vatten')).toEqual([]);
  });

  test('was not over yet', async () => {
    const ended = await fixture.offered(place, 'vatten', { startDate: '2020-01-01', endDate: '2020-02-01' });
    await expectRefusedUnchanged(fixture, () => cancel(ended.id), 'state-forbids');
  });

  test.each([' ', '\u200b', '\u202e\n'])('has a reason that can be read: %j', async (sv) => {
    const offering = await fixture.offered(place);
    const without = () => fixture.services.offerings.cancel(place.actors.registrar, place.slug, offering.id, { sv });
    await expectRefusedUnchanged(fixture, without, 'offering-invalid', '#/reason');
  });

  test('is there', async () => {
    await expectRefusal(() => cancel('nowhere'), 'not-found');
  });
});
