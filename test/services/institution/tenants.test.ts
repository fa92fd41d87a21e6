import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusedUnchanged, finnishContent, type Story, fixtureAfter } from '../../setup/index.ts';
import { firstDocument, toText } from '../../../src/services/award/documents.ts';
import { expectAbsent, others, publicReadings } from './readings.ts';
import { named, operations } from './operations.ts';
import { nothing, subjectsOf } from './subjects.ts';

/** An institution can never act on another's data, nor read what is not public there. */
describe('between institutions', () => {
  const begin = fixtureAfter(async ({ story, provsjo, koesaari }) => ({
    mine: await story(provsjo),
    // Another code and another person, so that nothing of theirs is found by what is mine.
    theirs: await story(koesaari, {
      code: 'vesi',
      content: finnishContent,
      learner: { nameAsAwarded: 'Mo', birthDate: '1980-01-01' },
    }),
  }));
  let fixture: Awaited<ReturnType<typeof begin>>;
  let mine: Story;
  let theirs: Story;
  beforeEach(async () => {
    fixture = await begin();
    ({ mine, theirs } = fixture.made);
  });

  test('every method of every service is in the tables of this walk', () => {
    const methods = Object.entries(fixture.services)
      .filter(([service]) => service !== 'addresses' && service !== 'now')
      .flatMap(([service, parts]) => Object.keys(parts).map((method) => `${service}.${method}`));
    const known = [...Object.keys(operations), ...Object.keys(publicReadings), ...Object.keys(others)];
    expect(methods.sort()).toEqual(known.sort());
  });

  test.each(named)('$name: a key of one is no key at the other', async ({ call }) => {
    const { actors } = fixture.provsjo;
    const { slug } = fixture.koesaari;
    for (const subjects of [subjectsOf(fixture.koesaari, theirs), subjectsOf(fixture.provsjo, mine), nothing]) {
      await expectRefusedUnchanged(
        fixture,
        () => call(fixture.services, actors.everything, slug, subjects),
        'other-institution',
      );
    }
  });

  test.each(named)("$name: the other's ids are not there under one's own name", async (operation) => {
    const { actors, slug } = fixture.provsjo;
    await expectAbsent(fixture, operation, actors.everything, slug, subjectsOf(fixture.koesaari, theirs));
  });

  test.each(named)('$name: what is not there at all gets the same answer', async (operation) => {
    const { actors, slug } = fixture.provsjo;
    await expectAbsent(fixture, operation, actors.everything, slug, nothing);
  });

  test.each(named)('$name: an unknown institution is unknown to everybody', async ({ call }) => {
    const { actors } = fixture.provsjo;
    await expectRefusedUnchanged(
      fixture,
      () => call(fixture.services, actors.everything, 'nowhere', subjectsOf(fixture.provsjo, mine)),
      'institution-not-found',
    );
  });

  test.each(named)(
    '$name: a key without roles may not, and learns nothing of what there is',
    async ({ name, call }) => {
      const { actors, slug } = fixture.provsjo;
      for (const subjects of [subjectsOf(fixture.provsjo, mine), nothing]) {
        const refusal = await expectRefusedUnchanged(
          fixture,
          () => call(fixture.services, actors.examiner, slug, subjects),
          'role-missing',
        );
        expect(refusal.message, name).toMatch(/^This needs the role /);
      }
    },
  );

  test.each(Object.entries(publicReadings))('%s finds what is public at its own institution alone', async (_, read) => {
    expect(await read(fixture.services, 'koesaari', subjectsOf(fixture.koesaari, theirs))).toBeDefined();
    await expectRefusedUnchanged(
      fixture,
      () => read(fixture.services, 'provsjo', subjectsOf(fixture.koesaari, theirs)),
      'not-found',
    );
    await expectRefusedUnchanged(
      fixture,
      () => read(fixture.services, 'nowhere', subjectsOf(fixture.koesaari, theirs)),
      'institution-not-found',
    );
  });

  test('an examiner of another institution examines nothing here', async () => {
    const { registration } = await fixture.examined(fixture.provsjo, { code: 'ny' });
    const offering = await fixture.offered(fixture.provsjo, 'ny');
    const other = await fixture.registered(fixture.provsjo, offering, { learnerId: registration.learnerId });
    await expectRefusedUnchanged(
      fixture,
      () => fixture.completed(fixture.provsjo, other, { examinerId: fixture.koesaari.actors.examiner.id }),
      'result-invalid',
      '#/examinerId',
    );
  });

  test("the other's learner is not registered here, and the refusal points at the id", async () => {
    const { actors, slug } = fixture.provsjo;
    await expectRefusedUnchanged(
      fixture,
      () =>
        fixture.services.registrations.register(actors.everything, slug, mine.offering.id, {
          category: 'other',
          learnerId: theirs.registration.learnerId,
        }),
      'registration-invalid',
      '#/learnerId',
    );
  });

  test('the same source and external id at two institutions are two registrations', async () => {
    const pair = { source: 'ladok', externalId: '7', learner: { nameAsAwarded: 'Lo' } };
    const here = await fixture.registered(fixture.provsjo, mine.offering, pair);
    const there = await fixture.registered(fixture.koesaari, theirs.offering, pair);
    expect(here.id).not.toBe(there.id);
    expect([here.institutionId, there.institutionId]).toEqual([
      fixture.provsjo.institution.id,
      fixture.koesaari.institution.id,
    ]);
  });

  test('each signs with its own key, in its own list', async () => {
    const { stores, writer } = fixture.ports;
    const [one, other] = await Promise.all(
      [mine, theirs].map(async ({ award }) => {
        const found = await stores.documents.findCurrent(award.institutionId, firstDocument(writer, award.id));
        return found && toText(found);
      }),
    );
    expect(JSON.parse(one?.text ?? '')).toMatchObject({ issuer: 'did:web:credentials.example:institutions:provsjo' });
    expect(JSON.parse(other?.text ?? '')).toMatchObject({
      issuer: 'did:web:credentials.example:institutions:koesaari',
    });
    const keyIds = fixture.signing.signatures.filter(({ id }) => id.includes('/awards/')).map(({ keyId }) => keyId);
    expect(new Set(keyIds).size).toBe(2);
  });

  test('a key of an institution is revoked by that institution only', async () => {
    const { keyId } = fixture.koesaari.actors.editor;
    await expectRefusedUnchanged(fixture, () => fixture.services.institutions.revokeKey('provsjo', keyId), 'not-found');
    await expectRefusedUnchanged(
      fixture,
      () => fixture.services.institutions.addStaffKey('provsjo', fixture.koesaari.actors.editor.id),
      'not-found',
    );
  });
});
