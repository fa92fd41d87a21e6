import { beforeEach, describe, expect, test } from 'vitest';
import type { Offering, OfferingInput } from '../../../src/domain/catalogue/offering.ts';
import { createFixture, expectRefusal, expectRefusedUnchanged, type Fixture, type Place } from '../../setup/index.ts';
import { numberedPerson } from '../../samples/person.ts';

let fixture: Fixture;
let place: Place;
let run: Offering;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  await fixture.published(place);
  run = await fixture.offered(place, 'vatten', { places: 3 });
});
const session = { kind: 'meeting', date: '2026-04-20' } as const;
const inputOf = ({ startDate, endDate, language, attendance, forms, places }: Offering): OfferingInput => ({
  ...{ startDate, endDate, language, attendance, forms },
  ...(places !== undefined && { places }),
});
const change = (more: Partial<OfferingInput>, seen: '*' | readonly string[] = '*') =>
  fixture.services.offerings.change(place.actors.registrar, place.slug, run.id, {
    seen,
    input: { ...inputOf(run), ...more },
  });
const digestNow = async () => {
  const { offering } = await fixture.services.offerings.read(place.slug, run.id);
  return fixture.services.offerings.digestOf(offering);
};

describe('a run that is corrected', () => {
  test('is as it was sent, of the same version, and again as it was', async () => {
    const [one, other] = [{ ...session, date: '2026-04-21' }, session];
    const more = {
      sessions: [one, other],
      contact: { email: 'kurs@demo.invalid' },
      pace: 25,
      location: { sv: 'Sal A' },
    };
    const changed = (await change(more)).offering;
    expect(changed).toEqual({ ...run, ...more, sessions: [other, one] });
    expect((await fixture.services.offerings.read(place.slug, run.id)).offering).toEqual(changed);
    const { places: _, ...withoutPlaces } = run;
    await fixture.services.offerings.change(place.actors.registrar, place.slug, run.id, {
      seen: '*',
      input: inputOf(withoutPlaces),
    });
    expect((await fixture.services.offerings.read(place.slug, run.id)).offering).toEqual(withoutPlaces);
  });

  test('is changed on what was read, and on nothing older', async () => {
    const seen = await digestNow();
    await change({ pace: 50 }, ['x', seen]);
    await expectRefusedUnchanged(fixture, () => change({ pace: 25 }, [seen]), 'precondition-failed');
    await expectRefusedUnchanged(fixture, () => change({ pace: 25 }, []), 'precondition-failed');
    await change({}, [await digestNow()]);
    expect(await digestNow()).toBe(seen);
  });

  test('has another digest once it is cancelled, and is not changed then', async () => {
    const seen = await digestNow();
    await fixture.services.offerings.cancel(place.actors.registrar, place.slug, run.id, { sv: 'Få.' });
    expect(await digestNow()).not.toBe(seen);
    await expectRefusedUnchanged(fixture, () => change({}, '*'), 'state-forbids');
  });

  test('keeps what people are registered for, and has room for them', async () => {
    const registration = await fixture.registered(place, run);
    await fixture.registered(place, run, { learner: numberedPerson(2) });
    const form = { ...run.forms[0]!, form: 'other' } as const;
    await expectRefusedUnchanged(fixture, () => change({ places: 1 }), 'offering-invalid', '#/places');
    // Of the version this time: it does not list the other form.
    await expectRefusedUnchanged(
      fixture,
      () => change({ forms: [form] }),
      'offering-invalid',
      '#/forms/0/form',
      '#/forms',
    );
    const { date } = await fixture.completed(place, registration);
    const startDate = `2027${date.slice(4)}`;
    const moved = () => change({ startDate, endDate: '2028-12-31' });
    await expectRefusedUnchanged(fixture, moved, 'offering-invalid', '#/startDate');
    expect((await change({ places: 2, startDate: date })).offering).toMatchObject({ places: 2, startDate: date });
  });

  test('is held to its version, and not to a newer one', async () => {
    const refused = () => change({ language: 'fi', sessions: [{ ...session, date: '2020-01-01' }] });
    await expectRefusedUnchanged(fixture, refused, 'offering-invalid', '#/language', '#/sessions/0/date');
  });

  test('is in the audit log with the digest of what is said now', async () => {
    await change({ pace: 10 });
    const last = (await fixture.ports.stores.audit.list(run.institutionId)).at(-1);
    expect(last).toMatchObject({
      action: 'offering-changed',
      actor: place.actors.registrar.id,
      subjects: [run.id],
      detail: { digest: await digestNow() },
    });
  });

  test('is there', async () => {
    const nowhere = { seen: '*', input: inputOf(run) } as const;
    await expectRefusal(
      () => fixture.services.offerings.change(place.actors.registrar, place.slug, 'nowhere', nowhere),
      'not-found',
    );
  });
});
