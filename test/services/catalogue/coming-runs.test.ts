import { beforeEach, describe, expect, test } from 'vitest';
import { createFixture, type Fixture, type Place } from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  await fixture.published(place);
});
/** So many days after today, as the calendar of the fixture has it. */
const day = (days: number): string =>
  new Date(fixture.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const run = (starts: number, ends = starts + 30, of = place, code = 'vatten') =>
  fixture.offered(of, code, { startDate: day(starts), endDate: day(ends) });
const cancel = (id: string) =>
  fixture.services.offerings.cancel(place.actors.registrar, place.slug, id, { sv: 'Inställt.' });
const coming = async () => (await fixture.services.offerings.coming(place.slug)).map(({ offering }) => offering.id);
const starts = async () =>
  Object.fromEntries(
    (await fixture.services.catalogue.list({ limit: 10 })).items.map((entry) => [
      `${entry.institution.slug} ${entry.microcredentialSlug}`,
      entry.nextStart,
    ]),
  );

describe('what begins at an institution', () => {
  test('is every run from today on, of any course, soonest first, each with its course and its state', async () => {
    await fixture.published(place, 'forst');
    const later = await run(40);
    const today = await run(0);
    const other = await run(20, 50, place, 'forst');
    expect(await coming()).toEqual([today.id, other.id, later.id]);
    const [first, second] = await fixture.services.offerings.coming(place.slug);
    expect(first).toMatchObject({ microcredentialSlug: 'vatten', state: 'running', title: place.content.title });
    expect(second).toMatchObject({ microcredentialSlug: 'forst', state: 'open', offering: other });
  });

  test('is no run that has begun, has ended or is cancelled, nor one of what is withdrawn', async () => {
    await fixture.published(place, 'forst');
    await run(-1);
    await run(-50, -20);
    await cancel((await run(10)).id);
    await run(10, 20, place, 'forst');
    await fixture.services.catalogue.withdraw(place.actors.editor, place.slug, 'forst');
    expect(await coming()).toEqual([]);
  });

  test('is nothing of another institution', async () => {
    await fixture.published(fixture.koesaari);
    await run(10, 20, fixture.koesaari);
    expect(await coming()).toEqual([]);
  });

  test('is at most a dozen', async () => {
    for (let index = 0; index < 14; index += 1) await run(14 - index);
    const dates = (await fixture.services.offerings.coming(place.slug)).map(({ offering }) => offering.startDate);
    expect(dates).toEqual(Array.from({ length: 12 }, (_, index) => day(index + 1)));
  });
});

describe('the next start of a course', () => {
  test('is the first from today on that is not cancelled, of its own runs alone', async () => {
    await fixture.published(place, 'forst');
    await fixture.published(fixture.koesaari);
    await run(-5);
    await run(30);
    await run(12);
    await cancel((await run(3)).id);
    await run(7, 9, fixture.koesaari);
    expect(await starts()).toEqual({
      'provsjo vatten': day(12),
      'provsjo forst': undefined,
      'koesaari vatten': day(7),
    });
    expect((await fixture.services.catalogue.list({ limit: 1 })).items).toHaveLength(1);
  });

  test('is today by the calendar of its institution', async () => {
    await fixture.published(fixture.koesaari);
    await run(1);
    await run(1, 9, fixture.koesaari);
    const tomorrow = day(1);
    // Half past midnight in Helsinki, half past eleven in Stockholm.
    const midnight = new Date(`${tomorrow}T00:00:00+02:00`).getTime();
    fixture.clock.advance(midnight + 86_400_000 - fixture.clock.now().getTime() + 1_800_000 - 0);
    expect(await starts()).toEqual({ 'provsjo vatten': tomorrow, 'koesaari vatten': undefined });
  });
});
