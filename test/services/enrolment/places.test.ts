import { beforeEach, describe, expect, test } from 'vitest';
import { createFixture, expectRefusedUnchanged, type Fixture, type Place } from '../../setup/index.ts';
import { numberedPerson } from '../../samples/person.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  await fixture.published(place);
});
const dates = { startDate: '2028-09-01', endDate: '2028-10-31' };
const stateOf = async (id: string) => (await fixture.services.offerings.read(place.slug, id)).state;

describe('the places of a run', () => {
  test('are a ceiling, over which nobody is registered unless the request says so', async () => {
    const offering = await fixture.offered(place, 'vatten', { ...dates, places: 2 });
    const register = (number: number, more = {}) =>
      fixture.registered(place, offering, { learner: numberedPerson(number), ...more });
    expect(await stateOf(offering.id)).toBe('open');
    await register(1);
    const second = { source: 'ladok', externalId: '2' };
    await register(2, second);
    expect(await stateOf(offering.id)).toBe('full');
    await expectRefusedUnchanged(fixture, () => register(3), 'offering-full');
    await expectRefusedUnchanged(fixture, () => register(3, { overbook: false }), 'offering-full');
    // Sent again, it asks for no place more.
    await expect(register(2, second)).resolves.toMatchObject(second);
    expect(await register(3, { overbook: true })).not.toHaveProperty('overbook');
    expect(await stateOf(offering.id)).toBe('full');
  });

  test('are counted for each run alone, and protected persons take one', async () => {
    const [small, other] = [
      await fixture.offered(place, 'vatten', { ...dates, places: 1 }),
      await fixture.offered(place, 'vatten', { ...dates, places: 1 }),
    ];
    const { learnerId } = await fixture.registered(place, small);
    await fixture.services.registrations.protect(place.actors.confidant, place.slug, learnerId, true);
    const { items } = await fixture.services.offerings.list(place.slug, 'vatten', { limit: 10 });
    expect(Object.fromEntries(items.map(({ offering, state }) => [offering.id, state]))).toEqual({
      [small.id]: 'full',
      [other.id]: 'open',
    });
  });

  test('without a number have no end', async () => {
    const offering = await fixture.offered(place, 'vatten', dates);
    for (const number of [1, 2, 3]) await fixture.registered(place, offering, { learner: numberedPerson(number) });
    expect(await stateOf(offering.id)).toBe('open');
  });
});
