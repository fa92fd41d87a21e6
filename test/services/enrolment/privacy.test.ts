import { beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { createFixture, revokeDecision, type Place, type Fixture } from '../../setup/index.ts';
import { named } from '../institution/operations.ts';
import { nothing, subjectsOf } from '../institution/subjects.ts';

const sentinel = {
  nameAsAwarded: 'Sentinella Nimetön-Zzyzx',
  givenName: 'Sentinella',
  familyName: 'Nimetön-Zzyzx',
  birthDate: '1955-11-23',
  email: 'sentinella@zzyzx.example',
  identifiers: [{ kind: 'personnummer', value: '195511239872' }],
} as const;
const secrets = ['Sentinella', 'Nimetön', 'Zzyzx', 'zzyzx.example', '1955-11-23', '19551123', '9872'];
const expectNone = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  for (const secret of secrets) expect(text).not.toContain(secret);
};

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});

/** Everything that an error says, to the caller and to the log. */
const said = (error: unknown): string => {
  const { message, stack, cause } = error as Error;
  const violations = error instanceof DomainError ? error.violations : [];
  return [message, stack, JSON.stringify(violations), cause === undefined ? '' : said(cause)].join('\n');
};

async function errorsOf(...attempts: (() => unknown)[]): Promise<string[]> {
  const errors: string[] = [];
  for (const attempt of attempts) {
    try {
      await attempt();
    } catch (error) {
      errors.push(said(error));
    }
  }
  return errors;
}

describe('a name, an e-mail address, a date of birth or an identifier', () => {
  test('is really in this story, so that looking for it means something', async () => {
    const { registration, award } = await fixture.story(place, { learner: sentinel });
    const learner = await fixture.services.registrations.learner(
      place.actors.registrar,
      place.slug,
      registration.learnerId,
    );
    expect(learner).toMatchObject(sentinel);
    const { text } = await fixture.services.awarding.credential(place.actors.issuer, place.slug, award.id);
    expect(text).toContain(sentinel.nameAsAwarded);
  });

  test('is in no audit event, whatever happens to the person', async () => {
    const { registration, award } = await fixture.story(place, { learner: sentinel });
    const { awarding, registrations } = fixture.services;
    await awarding.showPage(place.actors.registrar, place.slug, award.id, true);
    await awarding.showPage(place.actors.registrar, place.slug, award.id, false);
    await awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
    await registrations.protect(place.actors.confidant, place.slug, registration.learnerId, true, 'Sentinella');
    const events = await fixture.ports.stores.audit.list(place.institution.id);
    expect(events.length).toBeGreaterThan(20);
    expectNone(events);
  });

  test('of a member of staff is in no audit event either', async () => {
    await fixture.services.institutions.addStaff(place.slug, sentinel.nameAsAwarded, ['editor']);
    await fixture.services.institutions.addMachineKey(place.slug, sentinel.nameAsAwarded, ['editor']);
    expectNone(await fixture.ports.stores.audit.list(place.institution.id));
  });

  test('is in no line of the log', async () => {
    await fixture.story(place, { code: 'before' });
    const { completion } = await fixture.examined(place, { learner: sentinel });
    fixture.signing.failNext(1);
    expect(await fixture.awarded(place, completion)).toMatchObject({ state: 'prepared' });
    fixture.clock.advance(1);
    await fixture.services.issuing.resume();
    expect(fixture.logs).toHaveLength(2);
    expectNone(fixture.logs);
  });

  test('is in no decision', async () => {
    await fixture.story(place, { learner: sentinel });
    expectNone(await fixture.db.selectFrom('decision').selectAll().execute());
  });

  test('is in nothing that is kept for Idempotency-Keys', async () => {
    const { completion, registration } = await fixture.examined(place, { learner: sentinel });
    const { awarding, results } = fixture.services;
    const input = {
      registrationId: registration.id,
      grade: 'A',
      date: '2026-02-27',
      examinerId: place.actors.examiner.id,
    };
    await results.recordAll(place.actors.registrar, place.slug, [input], 'one');
    await awarding.make(
      place.actors.issuer,
      place.slug,
      { completionId: completion.id, decision: { ground: 'outcomes-met' } },
      'two',
    );
    const replies = await fixture.db.selectFrom('idempotency_key').selectAll().execute();
    expect(replies).toHaveLength(2);
    expectNone(replies);
  });

  test('is in no error text: not of a registration that is wrong', async () => {
    await fixture.published(place);
    const offering = await fixture.offered(place);
    const { registrations } = fixture.services;
    const { registrar } = place.actors;
    const register = (input: object) => () =>
      registrations.register(registrar, place.slug, offering.id, { form: 'se-regular', learner: sentinel, ...input });
    await register({ source: 'ladok', externalId: '7' })();
    const other = await fixture.offered(place);
    const errors = await errorsOf(
      register({ form: 'se-commissioned-credits' }),
      register({ learnerId: 'x' }),
      register({ source: 'ladok' }),
      register({ learner: { ...sentinel, birthDate: '1955-11-31' } }),
      register({
        learner: { ...sentinel, identifiers: [{ kind: 'personnummer', value: '195511239872', from: 'x', to: 'y' }] },
      }),
      () =>
        registrations.register(registrar, place.slug, other.id, {
          form: 'se-regular',
          learner: sentinel,
          source: 'ladok',
          externalId: '7',
        }),
      () => registrations.register(registrar, place.slug, 'nowhere', { form: 'se-regular', learner: sentinel }),
      () =>
        registrations.register(place.actors.editor, place.slug, offering.id, { form: 'se-regular', learner: sentinel }),
    );
    expect(errors).toHaveLength(8);
    expectNone(errors);
  });

  test('is in no error text of any operation on the person, whatever makes it fail', async () => {
    const story = await fixture.story(place, { learner: sentinel });
    const subjects = subjectsOf(place, story);
    await fixture.services.awarding.revoke(place.actors.issuer, place.slug, story.award.id, revokeDecision);
    const errors: string[] = [];
    for (const { call } of named) {
      errors.push(
        ...(await errorsOf(
          () => call(fixture.services, place.actors.examiner, place.slug, subjects),
          () => call(fixture.services, fixture.koesaari.actors.everything, place.slug, subjects),
          () => call(fixture.services, place.actors.everything, 'nowhere', subjects),
          () => call(fixture.services, place.actors.everything, place.slug, nothing),
          () => call(fixture.services, place.machine, place.slug, subjects),
          // Twice: what can be done once only is refused the second time.
          () => call(fixture.services, place.actors.everything, place.slug, subjects),
          () => call(fixture.services, place.actors.everything, place.slug, subjects),
        )),
      );
    }
    expect(errors.length).toBeGreaterThan(named.length * 3);
    expectNone(errors);
  });

  test('is in no error text of the issue gate', async () => {
    const { completion } = await fixture.examined(place, { learner: { nameAsAwarded: sentinel.nameAsAwarded } });
    const errors = await errorsOf(() => fixture.awarded(place, completion));
    expect(errors).toHaveLength(1);
    expectNone(errors);
  });

  test('is in nothing that a stranger gets, certificate page aside', async () => {
    const { award, code } = await fixture.story(place, { learner: sentinel });
    const { catalogue, offerings, certificates, publicDocuments, institutions } = fixture.services;
    expectNone([
      await catalogue.list({ limit: 10 }),
      await catalogue.newest(place.slug, code),
      await offerings.list(place.slug, code, { limit: 10 }),
      await certificates.existence(award.id),
      await publicDocuments.didDocument(place.slug),
      await publicDocuments.version(place.slug, code, '1'),
      await publicDocuments.statusList(place.slug, '1', 'revocation', true),
      await institutions.list(),
    ]);
  });
});
