import { beforeEach, describe, expect, test } from 'vitest';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import type { RegistrationInput } from '../../../src/domain/enrolment/registration.ts';
import {
  anyone,
  commissionedContent,
  runFormsOf,
  fixtureAfter,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  type Fixture,
} from '../../setup/index.ts';

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
const register = (input: Partial<RegistrationInput>, actor = place.actors.registrar, of = offering) =>
  fixture.services.registrations.register(actor, place.slug, of.id, { form: 'se-regular', ...input });
const learners = async () =>
  (await fixture.services.registrations.learners(place.actors.confidant, place.slug, { limit: 100 })).items;

describe('a registration', () => {
  test('of a new person makes the person', async () => {
    const input = {
      ...anyone,
      email: 'lo@example.org',
      identifiers: [{ kind: 'eppn', value: 'lo@provsjo.se' } as const],
    };
    const { registration, isNew } = await register({ learner: input });
    expect(isNew).toBe(true);
    const learner = await fixture.services.registrations.learner(
      place.actors.registrar,
      place.slug,
      registration.learnerId,
    );
    expect(learner).toMatchObject({ ...input, protected: false });
  });

  test('of a known person makes nobody', async () => {
    const { registration } = await register({ learner: anyone });
    const other = await fixture.offered(place);
    const again = await register({ learnerId: registration.learnerId }, place.actors.registrar, other);
    expect(again).toMatchObject({ isNew: true, registration: { learnerId: registration.learnerId } });
    expect(await learners()).toHaveLength(1);
  });

  test('of a person who is registered for the offering is the one that stands', async () => {
    const { registration } = await register({ learner: anyone });
    const before = await fixture.snapshot();
    expect(await register({ learnerId: registration.learnerId })).toEqual({ registration, isNew: false });
    expect(await fixture.snapshot()).toBe(before);
  });

  test('of nobody that is known is refused', async () => {
    await expectRefusedUnchanged(
      fixture,
      () => register({ learnerId: 'nobody' }),
      'registration-invalid',
      '#/learnerId',
    );
  });

  test('is refused with every fault, of the registration and of the person', async () => {
    await expectRefusedUnchanged(
      fixture,
      () =>
        register({
          form: 'se-commissioned-credits',
          source: 'ladok',
          learner: {
            nameAsAwarded: ' ',
            birthDate: '2027-01-01',
            identifiers: [{ kind: 'other', value: 'x', from: '2026-02-30' }],
          },
        }),
      'registration-invalid',
      '#/externalId',
      '#/form',
      '#/learner/nameAsAwarded',
      '#/learner/birthDate',
      '#/learner/identifiers/0/from',
    );
  });

  test('in commissioned education is of a participant, for a client', async () => {
    await fixture.published(place, 'uppdrag', commissionedContent);
    const run = await fixture.offered(place, 'uppdrag', { forms: runFormsOf(commissionedContent) });
    const client = { name: 'Vattenbolaget', organisationNumber: '556000-0000' };
    await expectRefusedUnchanged(
      fixture,
      () => register({ learner: anyone }, undefined, run),
      'registration-invalid',
      '#/form',
    );
    const commissioned = { form: 'se-commissioned-credits', learner: anyone } as const;
    await expectRefusedUnchanged(
      fixture,
      () => register(commissioned, undefined, run),
      'registration-invalid',
      '#/client',
    );
    const { registration } = await register({ ...commissioned, client }, undefined, run);
    expect(registration).toMatchObject({ form: 'se-commissioned-credits', category: 'participant', client });
  });

  test('is made by a registrar, an administrator or a machine, and by nobody else', async () => {
    for (const actor of [place.actors.registrar, place.actors.admin, place.machine]) {
      await expect(register({ learner: anyone }, actor)).resolves.toMatchObject({ isNew: true });
    }
    for (const person of ['editor', 'reviewer', 'issuer', 'examiner'] as const) {
      await expectRefusedUnchanged(fixture, () => register({ learner: anyone }, place.actors[person]), 'role-missing');
    }
  });

  test('is listed with its offering, newest first, in pages', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      ids.push((await register({ learner: { nameAsAwarded: `Lo ${count}` } })).registration.id);
      fixture.clock.advance(1);
    }
    const other = await fixture.offered(place);
    await register({ learner: anyone }, place.actors.registrar, other);
    const read = fixture.services.registrations;
    const first = await read.list(place.actors.registrar, place.slug, offering.id, { limit: 3 });
    const rest = await read.list(place.actors.registrar, place.slug, offering.id, {
      limit: 3,
      cursor: first.next ?? '',
    });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids.reverse());
    expect(rest.next).toBeUndefined();
  });
});

describe('a registration from another system', () => {
  const pair = { source: 'ladok', externalId: '42' };

  test('sent again changes nothing and gets the same answer', async () => {
    const first = await register({ ...pair, learner: anyone });
    const before = await fixture.snapshot();
    const again = await register({ ...pair, learner: anyone });
    expect(again).toEqual({ registration: first.registration, isNew: false });
    expect(await fixture.snapshot()).toBe(before);
  });

  test('sent a hundred times at once is made once', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => register({ ...pair, learner: anyone })));
    expect(new Set(all.map(({ registration }) => registration.id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await learners()).toHaveLength(1);
  });

  test('sent again with another name says where it differs, and nothing changes', async () => {
    await register({ ...pair, learner: anyone });
    const again = () => register({ ...pair, learner: { ...anyone, nameAsAwarded: 'Mo' } });
    await expectRefusedUnchanged(fixture, again, 'registration-differs', '#/learner/nameAsAwarded');
  });

  test('with an id that stands for another offering is refused', async () => {
    await register({ ...pair, learner: anyone });
    const other = await fixture.offered(place);
    await expectRefusedUnchanged(
      fixture,
      () => register({ ...pair, learner: anyone }, undefined, other),
      'registration-invalid',
      '#/externalId',
    );
  });

  test('is told apart by its source', async () => {
    const one = await register({ ...pair, learner: anyone });
    const other = await register({ ...pair, source: 'peppi', learner: anyone });
    expect(one.registration.id).not.toBe(other.registration.id);
  });
});

test('a registration for an offering that is not there is not found', async () => {
  await expectRefusal(
    () =>
      fixture.services.registrations.register(place.actors.registrar, place.slug, 'nowhere', {
        form: 'se-regular',
        learner: anyone,
      }),
    'not-found',
  );
});
