import { beforeEach, describe, expect, test } from 'vitest';
import type { DomainError } from '../../../src/domain/shared/errors.ts';
import type { Actor } from '../../../src/domain/institution/staff.ts';
import {
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  type Story,
  type Fixture,
  fixtureAfter,
} from '../../setup/index.ts';
import { expectAbsent } from '../institution/readings.ts';
import { named } from '../institution/operations.ts';
import { nothing, type Subjects, subjectsOf } from '../institution/subjects.ts';

/** What must be seen nowhere: every part is unlike anything else in the tests. */
const sentinel = {
  nameAsAwarded: 'Sentinella Nimetön-Hemlig',
  givenName: 'Sentinella',
  familyName: 'Nimetön-Hemlig',
  birthDate: '1955-11-23',
  email: 'sentinella@hemlig.example',
  identifiers: [{ kind: 'personnummer', value: '195511239872' }],
} as const;
const secrets = ['Sentinella', 'Nimetön', 'Hemlig', 'hemlig.example', '1955-11-23', '19551123'];
const source = { source: 'ladok', externalId: 'sentinel-7' };

let fixture: Fixture;
let place: Place;
let story: Story;
let subjects: Subjects;
/** Everything that leads to the person. */
let ids: readonly string[];
const begin = fixtureAfter(async ({ provsjo: place, ...fixture }): Promise<Story> => {
  const version = await fixture.published(place);
  const offering = await fixture.offered(place);
  const registration = await fixture.registered(place, offering, { learner: sentinel, ...source });
  const completion = await fixture.completed(place, registration);
  const award = await fixture.awarded(place, completion);
  // Somebody else beside the person, so that a list is not empty for another reason.
  await fixture.awarded(place, await fixture.completed(place, await fixture.registered(place, offering)));
  const { actors, slug } = place;
  await fixture.services.registrations.protect(actors.confidant, slug, registration.learnerId, true, 'Person 7');
  return { code: 'vatten', version, offering, registration, completion, award };
});
beforeEach(async () => {
  ({ made: story, ...fixture } = await begin());
  place = fixture.provsjo;
  const { registration, completion, award } = story;
  subjects = subjectsOf(place, story);
  ids = [registration.learnerId, registration.id, completion.id, award.id, award.decisionId, completion.decisionId];
});
const text = (value: unknown): string => JSON.stringify(value) ?? '';
const expectUnseen = (value: unknown) => {
  for (const secret of [...secrets, ...ids, 'Person 7', source.externalId]) expect(text(value)).not.toContain(secret);
};

describe('a protected person, for an actor without the role "confidential"', () => {
  const actor = (): Actor => place.actors.everythingButSight;

  type Answer = Readonly<{ answered: unknown }> | Readonly<{ code: string; said: string }>;
  const ask = async (call: (typeof named)[number]['call'], about: Subjects): Promise<Answer> => {
    try {
      return { answered: await call(fixture.services, actor(), place.slug, about) };
    } catch (error) {
      const { code, message, violations } = error as DomainError;
      // A refusal repeats the id that was asked for; what else it says is compared.
      const said = Object.values(about).reduce((left, id) => left.replaceAll(id, '…'), text([message, violations]));
      return { code, said };
    }
  };

  test.each(named.filter(({ reads }) => reads))(
    '$name: is not in the answer, or is refused in the words for nothing at all',
    async ({ call, absent }) => {
      const answer = await ask(call, subjects);
      if ('answered' in answer) expectUnseen(answer.answered);
      else {
        expect(answer.code).toBe(absent);
        expect(answer).toEqual(await ask(call, nothing));
      }
    },
  );

  test('is absent, and the other person is there', async () => {
    const { registrations, results, awarding } = fixture.services;
    const page = { limit: 100 };
    expect((await registrations.learners(actor(), place.slug, page)).items).toHaveLength(1);
    expect((await registrations.list(actor(), place.slug, story.offering.id, page)).items).toHaveLength(1);
    expect((await results.list(actor(), place.slug, page)).items).toHaveLength(1);
    expect((await awarding.list(actor(), place.slug, page)).items).toHaveLength(1);
  });

  test('does not show as a gap between pages', async () => {
    const { items, next } = await fixture.services.registrations.learners(actor(), place.slug, { limit: 1 });
    expect(items).toHaveLength(1);
    expect(next).toBeUndefined();
  });

  // Not of a person: drafts, the catalogue, offerings, what binds institutions. Registration and protection have their own tests below.
  const acts = named.filter(
    ({ name, reads }) =>
      !reads &&
      !/^(drafting|catalogue|offerings|hosting|partners|partnerships)\.|\.(register|registerAll|protect)$/.test(name),
  );
  test.each(acts)('$name: is refused as if there were nobody, and nothing changes', async (operation) => {
    await expectAbsent(fixture, operation, actor(), place.slug, subjects);
  });

  test('is not registered again by who does not see them', async () => {
    const { registrations } = fixture.services;
    const offering = await fixture.offered(place);
    const known = () =>
      registrations.register(actor(), place.slug, offering.id, {
        form: 'se-regular',
        learnerId: story.registration.learnerId,
      });
    const unknown = () =>
      registrations.register(actor(), place.slug, offering.id, { form: 'se-regular', learnerId: 'nobody' });
    const found = await expectRefusedUnchanged(fixture, known, 'registration-invalid', '#/learnerId');
    const none = await expectRefusedUnchanged(fixture, unknown, 'registration-invalid', '#/learnerId');
    expect([found.message, found.violations]).toEqual([none.message, none.violations]);
  });

  test('is not found by the id in another system; it is only taken', async () => {
    const attempt = () =>
      fixture.services.registrations.register(actor(), place.slug, story.offering.id, {
        form: 'se-regular',
        learner: { nameAsAwarded: 'Lo' },
        ...source,
      });
    const refusal = await expectRefusedUnchanged(fixture, attempt, 'registration-invalid', '#/externalId');
    expectUnseen([refusal.message, refusal.violations]);
  });

  test('is put under protection, and out of it, by the role alone', async () => {
    const { registrations } = fixture.services;
    for (const isProtected of [true, false]) {
      const attempt = () => registrations.protect(actor(), place.slug, story.registration.learnerId, isProtected);
      await expectRefusedUnchanged(fixture, attempt, 'role-missing');
    }
  });

  test('is on no public page and in no public document', async () => {
    const { services } = fixture;
    await expectRefusal(() => services.certificates.existence(story.award.id), 'not-found');
    expectUnseen([
      await services.catalogue.list({ limit: 100 }),
      await services.catalogue.newest(place.slug, 'vatten'),
      await services.catalogue.versions(place.slug, 'vatten'),
      await services.offerings.list(place.slug, 'vatten', { limit: 100 }),
      await services.offerings.read(place.slug, story.offering.id),
      await services.publicDocuments.didDocument(place.slug),
      await services.publicDocuments.statusList(place.slug, '1', 'revocation', true),
      await services.publicDocuments.version(place.slug, 'vatten', '1'),
      await services.institutions.list(),
      await services.health.check(true),
    ]);
  });
});

describe('a protected person, for the role "confidential"', () => {
  const actor = (): Actor => place.actors.everything;

  test('is there: in lists, by id, and to be acted on', async () => {
    const { registrations, awarding, results } = fixture.services;
    const learner = await registrations.learner(actor(), place.slug, story.registration.learnerId);
    expect(learner).toMatchObject({ ...sentinel, protected: true, alias: 'Person 7' });
    expect((await awarding.list(actor(), place.slug, { limit: 100 })).items).toHaveLength(2);
    expect((await results.read(actor(), place.slug, story.completion.id)).id).toBe(story.completion.id);
    const revoked = await awarding.revoke(actor(), place.slug, story.award.id, { ground: 'learner-request' });
    expect(revoked.award.state).toBe('revoked');
  });

  test('the same source and external id is still the same registration', async () => {
    const again = await fixture.services.registrations.register(actor(), place.slug, story.offering.id, {
      form: 'se-regular',
      learner: sentinel,
      ...source,
    });
    expect(again).toMatchObject({ isNew: false, registration: { id: story.registration.id } });
  });

  test('needs a role that reads about people as well: sight alone opens nothing', async () => {
    const member = await fixture.services.institutions.addStaff(place.slug, 'X', ['confidential']);
    const { key } = await fixture.services.institutions.addStaffKey(place.slug, member.id);
    const onlySight = await fixture.services.access.authenticate(key);
    const { registrations } = fixture.services;
    await expectRefusedUnchanged(
      fixture,
      () => registrations.learner(onlySight, place.slug, story.registration.learnerId),
      'role-missing',
    );
    await expectRefusedUnchanged(
      fixture,
      () => registrations.protect(onlySight, place.slug, story.registration.learnerId, false),
      'role-missing',
    );
  });

  test('of another institution sees nobody here', async () => {
    const stranger = fixture.koesaari.actors.everything;
    const { registrations } = fixture.services;
    const { learnerId } = story.registration;
    await expectRefusedUnchanged(
      fixture,
      () => registrations.learner(stranger, place.slug, learnerId),
      'other-institution',
    );
    await expectRefusedUnchanged(
      fixture,
      () => registrations.protect(stranger, 'koesaari', learnerId, false),
      'not-found',
    );
  });
});

describe('the end of protection', () => {
  test('makes the person visible again, without the alias', async () => {
    const { registrations } = fixture.services;
    const { learnerId } = story.registration;
    await registrations.protect(place.actors.confidant, place.slug, learnerId, false);
    const learner = await registrations.learner(place.actors.registrar, place.slug, learnerId);
    expect(learner).toMatchObject({ nameAsAwarded: sentinel.nameAsAwarded, protected: false });
    expect(learner.alias).toBeUndefined();
  });

  test('and its beginning are on record, without a name', async () => {
    await fixture.services.registrations.protect(
      place.actors.confidant,
      place.slug,
      story.registration.learnerId,
      false,
    );
    const events = await fixture.ports.stores.audit.list(place.institution.id);
    const actions = events.filter(({ subjects: of }) => of.includes(story.registration.learnerId));
    expect(actions.map(({ action, actor }) => [action, actor])).toEqual([
      ['person-protected', place.actors.confidant.id],
      ['protection-ended', place.actors.confidant.id],
    ]);
    for (const secret of [...secrets, 'Person 7']) expect(text(events)).not.toContain(secret);
  });
});
