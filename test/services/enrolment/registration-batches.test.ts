import { beforeEach, describe, expect, test } from 'vitest';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import type { RegistrationInput } from '../../../src/domain/enrolment/registration.ts';
import type { RegistrationOutcome } from '../../../src/services/enrolment/registration-batch.ts';
import { numberedPerson } from '../../samples/person.ts';
import { expectRefusal, expectRefusedUnchanged, type Fixture, fixtureAfter, type Place } from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
let offering: Offering;
const begin = fixtureAfter(async ({ published, offered, provsjo }) => {
  await published(provsjo);
  return offered(provsjo);
});
beforeEach(async () => {
  ({ made: offering, ...fixture } = await begin());
  place = fixture.provsjo;
});

const row = (input: Partial<RegistrationInput>): RegistrationInput => ({ form: 'se-regular', ...input });
const registerAll = (inputs: readonly RegistrationInput[], key?: string, of = offering.id) =>
  fixture.services.registrations.registerAll(place.actors.registrar, place.slug, of, { inputs, key });
const brief = (outcomes: readonly RegistrationOutcome[]) =>
  outcomes.map((outcome) =>
    'refusal' in outcome
      ? [outcome.refusal.code, ...outcome.refusal.violations.map(({ pointer }) => pointer)]
      : outcome.isNew,
  );
const pair = { source: 'ladok', externalId: '1' };

describe('a batch of registrations', () => {
  test('answers for each row with every fault of it, in their order; one refused holds up no other', async () => {
    const outcomes = await registerAll([
      row({ learner: numberedPerson(1), ...pair }),
      row({ learner: { nameAsAwarded: 'a\nb', birthDate: '1850-01-01' }, source: 'ladok', form: 'se-ordered' }),
      row({ learner: numberedPerson(2) }),
      row({ learner: numberedPerson(1) }),
      row({ learner: { ...numberedPerson(1), nameAsAwarded: 'Mo' } }),
      row({ sameLearnerAs: pair }),
      row({ sameLearnerAs: { ...pair, externalId: '2' } }),
      row({ learner: { nameAsAwarded: 'Mo' }, ...pair }),
      row({ learnerId: 'nobody' }),
    ]);
    expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(brief(outcomes)).toEqual([
      true,
      [
        'registration-invalid',
        '#/registrations/1/externalId',
        '#/registrations/1/form',
        '#/registrations/1/learner/nameAsAwarded',
        '#/registrations/1/learner/birthDate',
      ],
      true,
      false,
      ['registration-differs', '#/registrations/4/learner/nameAsAwarded'],
      false,
      ['registration-invalid', '#/registrations/6/sameLearnerAs'],
      ['registration-differs', '#/registrations/7/learner/nameAsAwarded'],
      ['registration-invalid', '#/registrations/8/learnerId'],
    ]);
    const { items } = await fixture.services.registrations.list(place.actors.registrar, place.slug, offering.id, {
      limit: 100,
    });
    expect(items).toHaveLength(2);
  });

  test('sent again changes nothing, with its key or without', async () => {
    const inputs = [row({ learner: numberedPerson(1) }), row({ learner: numberedPerson(2), form: 'se-ordered' })];
    const first = await registerAll(inputs, 'k');
    const before = await fixture.snapshot();
    expect(await registerAll(inputs, 'k')).toEqual(first);
    expect(brief(await registerAll(inputs))).toEqual([false, ['registration-invalid', '#/registrations/1/form']]);
    expect(await fixture.snapshot()).toBe(before);
    await expectRefusedUnchanged(fixture, () => registerAll(inputs.toReversed(), 'k'), 'idempotency-conflict');
  });

  test('under its key is of one offering', async () => {
    const inputs = [row({ learner: numberedPerson(1) })];
    await registerAll(inputs, 'k');
    const other = await fixture.offered(place);
    await expectRefusal(() => registerAll(inputs, 'k', other.id), 'idempotency-conflict');
  });

  test('keeps nothing of a person for its key, and that goes with the person', async () => {
    const inputs = [row({ learner: numberedPerson(1) }), row({ learner: numberedPerson(2) })];
    const [first] = await registerAll(inputs, 'k');
    const kept = JSON.stringify(await fixture.db.selectFrom('idempotency_key').selectAll().execute());
    for (const secret of ['Märta', '19900228', 'hemlig']) expect(kept).not.toContain(secret);
    const learnerId = first && 'registration' in first ? first.registration.learnerId : '';
    await fixture.services.erasing.erase(place.slug, learnerId);
    expect(await fixture.db.selectFrom('idempotency_key').selectAll().execute()).toEqual([]);
  });

  test('sent again counts in and out, though one of its people is protected by now', async () => {
    const inputs = [row({ learner: numberedPerson(1) }), row({ learner: numberedPerson(2) })];
    const [first] = await registerAll(inputs, 'k');
    const learnerId = first && 'registration' in first ? first.registration.learnerId : '';
    await fixture.services.registrations.protect(place.actors.confidant, place.slug, learnerId, true);
    expect(brief(await registerAll(inputs, 'k'))).toEqual([['not-found'], true]);
  });

  test('for an offering that is not there is not found', async () => {
    await expectRefusal(() => registerAll([row({ learner: numberedPerson(1) })], undefined, 'nowhere'), 'not-found');
  });
});

describe('a result by the id that its registration came with', () => {
  const result = () => ({ grade: 'G', date: '2026-02-27', examinerId: place.actors.examiner.id });

  test('is one of that registration, alone and in a batch', async () => {
    const [one] = await registerAll([row({ learner: numberedPerson(1), ...pair })]);
    const registrationId = one && 'registration' in one ? one.registration.id : '';
    const { actors, slug } = place;
    const outcomes = await fixture.services.results.recordAll(actors.registrar, slug, [
      { ...result(), registration: { ...pair, externalId: '2' } },
      { ...result(), registration: pair, registrationId },
      result(),
      { ...result(), registration: pair, grade: 'A', date: '2099-01-01' },
      { ...result(), registration: pair },
    ]);
    expect(
      outcomes.map((each) => {
        if ('refusal' in each) return each.refusal.violations.map(({ pointer }) => pointer);
        return 'result' in each && each.result;
      }),
    ).toMatchObject([
      ['#/results/0/registration'],
      ['#/results/1/registrationId'],
      ['#/results/2/registrationId'],
      ['#/results/3/grade', '#/results/3/date'],
      { registrationId },
    ]);
    const again = () => fixture.services.results.record(actors.registrar, slug, { ...result(), registration: pair });
    await expectRefusedUnchanged(fixture, again, 'already-completed');
  });

  test('of a protected person is refused as one of nobody', async () => {
    const [one] = await registerAll([row({ learner: numberedPerson(1), ...pair })]);
    const learnerId = one && 'registration' in one ? one.registration.learnerId : '';
    const { actors, slug } = place;
    await fixture.services.registrations.protect(actors.confidant, slug, learnerId, true);
    const ask = (externalId: string) =>
      expectRefusedUnchanged(
        fixture,
        () =>
          fixture.services.results.record(actors.registrar, slug, {
            ...result(),
            registration: { ...pair, externalId },
          }),
        'result-invalid',
        '#/registration',
      );
    const [hidden, nobody] = [await ask('1'), await ask('2')];
    expect([hidden.message, hidden.violations]).toEqual([nobody.message, nobody.violations]);
  });
});
