import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/institution/staff.ts';
import type { Services } from '../../src/services/index.ts';
import type { Stores } from '../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { awardOf, resultOf, found, type Place, revocation, servicesOn } from './setup/institution.ts';
import { holdingChain, untilWaiting } from './setup/waiting.ts';
import { decidedHere } from '../setup/decided-here.ts';

/** A person with as much of a history as the act needs. */
type Person = Readonly<{ learnerId: string; registrationId: string; completionId: string; awardId: string }>;
type Scene = Readonly<{ services: Services; actor: Actor; place: Place; otherOffering: string }>;
type Act = Readonly<{
  /** How far the person has come before it. */
  after: 'registration' | 'completion' | 'award' | 'link';
  /** The refusal that the person is not there for this actor. */
  absent: string;
  run: (scene: Scene, person: Person) => Promise<unknown>;
}>;

/** Every act on a person that somebody may do who does not see protected persons. */
const acts: Readonly<Record<string, Act>> = {
  'register again': {
    after: 'registration',
    absent: 'registration-invalid',
    run: ({ services, actor, place, otherOffering }, { learnerId }) =>
      services.registrations.register(actor, place.slug, otherOffering, { form: 'fi-continuing-education', learnerId }),
  },
  'change what is known': {
    after: 'registration',
    absent: 'not-found',
    run: ({ services, actor, place }, { learnerId }) =>
      services.registrations.updateLearner(actor, place.slug, learnerId, { nameAsAwarded: 'Annat Namn' }),
  },
  'record a result': {
    after: 'registration',
    absent: 'result-invalid',
    run: ({ services, actor, place }, { registrationId }) =>
      services.results.record(actor, place.slug, resultOf(place, registrationId)),
  },
  'record a batch': {
    after: 'registration',
    absent: 'result-invalid',
    run: async ({ services, actor, place }, { registrationId }) => {
      const inputs = [resultOf(place, registrationId)];
      const [outcome] = await services.results.recordAll(actor, place.slug, inputs);
      if (outcome && 'refusal' in outcome) throw Object.assign(new Error('refused'), outcome.refusal);
    },
  },
  award: {
    after: 'completion',
    absent: 'content-invalid',
    run: ({ services, actor, place }, { completionId }) =>
      services.awarding.make(actor, place.slug, awardOf(completionId)),
  },
  revoke: {
    after: 'award',
    absent: 'not-found',
    run: ({ services, actor, place }, { awardId }) =>
      services.awarding.revoke(actor, place.slug, awardId, revocation.decision),
  },
  'turn the page on': {
    after: 'award',
    absent: 'not-found',
    run: ({ services, actor, place }, { awardId }) => services.awarding.showPage(actor, place.slug, awardId, true),
  },
  'turn the page off': {
    after: 'link',
    absent: 'not-found',
    run: ({ services, actor, place }, { awardId }) => services.awarding.showPage(actor, place.slug, awardId, false),
  },
};

// PGlite runs one transaction after another, so nothing could fail there.
describeOnPostgres('while a person comes under protection, on PostgreSQL:', () => {
  let database: FreshPostgres;
  let other: ReturnType<typeof connect>;
  let scene: Scene;
  let confidant: Actor;
  let institutionId: string;
  /** A transaction of another process. */
  const there = <T>(work: (inside: Stores) => Promise<T>) => createTransact(other.db)(work);

  beforeAll(async () => {
    database = await freshPostgres();
    other = connect(database.url);
    const services = await servicesOn(database.db, 'http://localhost:1', randomBytes(32).toString('base64'));
    const place = await found(services);
    const { institutions, access, offerings } = services;
    const { id } = await institutions.addStaff(place.slug, 'Vilma Vet', ['registrar', 'confidential']);
    confidant = await access.authenticate((await institutions.addStaffKey(place.slug, id)).key);
    const dates = { startDate: '2026-01-12', endDate: '2030-12-31' };
    const form = { form: 'fi-continuing-education', audience: ['everyone'], application: 'individual' } as const;
    const run = { ...dates, language: 'sv', attendance: 'online', forms: [form] } as const;
    const { offering } = await offerings.create(place.actor, place.slug, place.code, run);
    institutionId = place.actor.institutionId;
    scene = { services, place, actor: place.actor, otherOffering: offering.id };
  });
  afterAll(async () => {
    await other.db.destroy();
    await database.drop();
  });

  async function personFor({ after }: Act): Promise<Person> {
    const { services, actor, place } = scene;
    const { registrations, results, awarding } = services;
    const learner = { nameAsAwarded: 'Utsatt Person', birthDate: '1990-02-28' };
    const input = { form: 'fi-continuing-education' as const, learner };
    const { registration } = await registrations.register(actor, place.slug, place.offeringId, input);
    const person = {
      learnerId: registration.learnerId,
      registrationId: registration.id,
      completionId: '',
      awardId: '',
    };
    if (after === 'registration') return person;
    const { id: completionId } = decidedHere(await results.record(actor, place.slug, resultOf(place, registration.id)));
    if (after === 'completion') return { ...person, completionId };
    const { award } = await awarding.make(actor, place.slug, awardOf(completionId));
    if (after === 'link') await awarding.showPage(actor, place.slug, award.id, true);
    return { ...person, completionId, awardId: award.id };
  }

  const events = () => createStores(database.db).audit.list(institutionId);
  const links = async ({ learnerId }: Person) =>
    (
      await database.db.selectFrom('award').select('certificate_token').where('learner_id', '=', learnerId).execute()
    ).filter(({ certificate_token: token }) => token !== null);
  const named = Object.entries(acts).map(([name, act]) => ({ name, act }));
  const protect = ({ learnerId }: Person) =>
    scene.services.registrations.protect(confidant, scene.place.slug, learnerId, true);

  let before = 0;
  beforeEach(async () => {
    before = (await events()).length;
  });

  test.each(named)('who came second to $name finds nobody, and nothing is written', async ({ act }) => {
    const person = await personFor(act);
    before = (await events()).length;
    let outcome: Promise<unknown> = Promise.resolve();
    await there(async (inside) => {
      await inside.learners.lock(institutionId, { learner: person.learnerId });
      outcome = act.run(scene, person).then(() => 'done', (error: unknown) => (error as { code?: string }).code); // prettier-ignore
      await untilWaiting(database.pool, 1, outcome);
      await inside.learners.protect(institutionId, person.learnerId, true, undefined);
    });
    expect(await outcome).toBe(act.absent);
    expect((await events()).length).toBe(before);
    expect(await links(person)).toEqual([]);
  });

  test.each(named)(
    'who came first to $name is through before protection begins, and no link is left',
    async ({ act }) => {
      const person = await personFor(act);
      before = (await events()).length;
      let acted: Promise<unknown> = Promise.resolve();
      let isProtected: Promise<unknown> = Promise.resolve();
      // Whatever is written waits there, when it has looked at the person and before it is through.
      await holdingChain(other.db, institutionId, async () => {
        acted = act.run(scene, person).catch((error: unknown) => error);
        await untilWaiting(database.pool, 1, acted);
        isProtected = protect(person);
        await untilWaiting(database.pool, 2, isProtected);
      });
      await Promise.all([acted, isProtected]);
      const since = (await events()).slice(before).map(({ action }) => action);
      expect(since.filter((action) => action !== 'issued')).toHaveLength(2);
      expect(since.indexOf('person-protected'), since.join()).toBeGreaterThan(0);
      expect(await links(person)).toEqual([]);
    },
  );

  test('a link that another transaction makes, without holding the person, does not outlive the beginning', async () => {
    const person = await personFor(acts['turn the page on'] as Act);
    let isProtected: Promise<unknown> = Promise.resolve();
    await there(async (inside) => {
      await inside.awards.setCertificateToken(institutionId, person.awardId, 'unseen-link');
      isProtected = protect(person);
      await untilWaiting(database.pool, 1, isProtected);
    });
    await isProtected;
    expect(await links(person)).toEqual([]);
  });

  test('batches with the same persons in any order and acts on each of them never stop one another', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => personFor(acts['record a result'] as Act)));
    const { services, actor, place } = scene;
    const input = ({ registrationId }: Person) => resultOf(place, registrationId);
    const batch = (list: readonly Person[]) => services.results.recordAll(actor, place.slug, list.map(input));
    const alone = people.map((person) => services.results.record(actor, place.slug, input(person)));
    const results = await Promise.allSettled([
      batch(people),
      batch(people.toReversed()),
      ...alone,
      ...people.map(protect),
      batch(people),
    ]);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(refusals.filter((code) => !['already-completed', 'result-invalid', 'not-found'].includes(code))).toEqual([]);
  });
});
