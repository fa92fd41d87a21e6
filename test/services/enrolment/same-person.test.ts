import { beforeEach, describe, expect, test } from 'vitest';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import type { LearnerIdentifier, LearnerInput } from '../../../src/domain/enrolment/learner.ts';
import type { RegistrationInput } from '../../../src/domain/enrolment/registration.ts';
import { swedishNumber } from '../../domain/enrolment/identifiers/numbers.ts';
import { numberedPerson } from '../../samples/person.ts';
import { expectRefusedUnchanged, type Fixture, fixtureAfter, type Place } from '../../setup/index.ts';

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

const register = (input: Partial<RegistrationInput>, of = offering, actor = place.actors.registrar) =>
  fixture.services.registrations.register(actor, place.slug, of.id, { form: 'se-regular', ...input });
const refused = (input: Partial<RegistrationInput>, code: string, ...pointers: string[]) =>
  expectRefusedUnchanged(fixture, () => register(input), code as never, ...pointers);
const everyone = async () =>
  (await fixture.services.registrations.learners(place.actors.confidant, place.slug, { limit: 100 })).items;
const known = async (id: string) => fixture.services.registrations.learner(place.actors.confidant, place.slug, id);

const person = numberedPerson(7);
const [{ value: number }] = person.identifiers as [LearnerIdentifier];
const described = (...identifiers: LearnerIdentifier[]): LearnerInput => ({ ...person, identifiers });
const eppn: LearnerIdentifier = { kind: 'eppn', value: 'marta@provsjo.se' };
const personnummer: LearnerIdentifier = { kind: 'personnummer', value: number };
const other: LearnerIdentifier = numberedPerson(8).identifiers[0]!;

describe('the same person in one run', () => {
  test.each<[string, LearnerIdentifier, LearnerIdentifier]>([
    ['the same number', personnummer, personnummer],
    ['with a hyphen', personnummer, { ...personnummer, value: `${number.slice(0, 8)}-${number.slice(8)}` }],
    ['without its century', personnummer, { ...personnummer, value: `${number.slice(2, 8)}-${number.slice(8)}` }],
    ['an eppn as eduID says it', eppn, { kind: 'eduid-subject', value: 'marta@PROVSJO.se' }],
    ['a student number', { kind: 'student-number', value: '12' }, { kind: 'student-number', value: ' 12' }],
  ])('by %s gets the registration that stands', async (_, first, second) => {
    const { registration } = await register({ learner: described(first) });
    const before = await fixture.snapshot();
    expect(await register({ learner: described(second) })).toEqual({ registration, isNew: false });
    expect(await fixture.snapshot()).toBe(before);
  });

  test('gets one award, whatever is sent', async () => {
    const { registration } = await register({ learner: described(personnummer) });
    await fixture.awarded(place, await fixture.completed(place, registration));
    const again = await register({ learner: described(personnummer) });
    expect(again.registration.id).toBe(registration.id);
    await expectRefusedUnchanged(fixture, () => fixture.completed(place, again.registration), 'already-completed');
  });

  test('by one of several numbers, with a new one: it is added', async () => {
    const { registration } = await register({ learner: described(eppn) });
    expect(await register({ learner: described(eppn, personnummer) })).toEqual({ registration, isNew: false });
    expect((await known(registration.learnerId)).identifiers).toEqual([eppn, personnummer]);
    expect(await register({ learner: described(personnummer) })).toEqual({ registration, isNew: false });
  });

  test('does not get back an address that was emptied', async () => {
    const { email: _, ...withoutEmail } = described(personnummer);
    const { registration } = await register({ learner: withoutEmail });
    await register({ learner: described(personnummer) });
    expect((await known(registration.learnerId)).email).toBeUndefined();
  });

  test.each<[string, Partial<RegistrationInput>, readonly string[]]>([
    ['another name', { learner: { ...person, nameAsAwarded: 'Mo' } }, ['#/learner/nameAsAwarded']],
    ['another address', { learner: { ...person, email: 'mo@example.org' } }, ['#/learner/email']],
    ['an id of another system', { source: 'ladok', externalId: '1', learner: person }, ['#/source', '#/externalId']],
    ['another number of that kind', { learner: described(eppn, other) }, ['#/learner/identifiers/1/value']],
  ])('with %s is refused and told where it differs', async (_, input, pointers) => {
    await register({ learner: described(personnummer, eppn) });
    const refusal = await refused(input, 'registration-differs', ...pointers);
    for (const secret of [number, person.nameAsAwarded, person.email, 'Mo', 'mo@'])
      expect(JSON.stringify([refusal.message, refusal.violations])).not.toContain(secret);
  });

  test('by two identifiers that belong to two people is refused', async () => {
    await register({ learner: described(personnummer) });
    await register({ learner: { nameAsAwarded: 'Mo', identifiers: [eppn] } });
    await refused({ learner: described(personnummer, eppn) }, 'person-ambiguous', '#/learner/identifiers');
  });

  test('by an identifier of one and the external id of another is refused', async () => {
    await register({ learner: described(personnummer) });
    await register({ learner: { nameAsAwarded: 'Mo' }, source: 'ladok', externalId: '1' });
    const both = { learner: described(personnummer), source: 'ladok', externalId: '1' };
    await refused(both, 'person-ambiguous', '#/learner/identifiers');
  });

  test('is not a namesake without any identifier', async () => {
    await register({ learner: described() });
    await register({ learner: described() });
    expect(await everyone()).toHaveLength(2);
  });
});

describe('the same person in another run', () => {
  let next: Offering;
  beforeEach(async () => void (next = await fixture.offered(place)));

  test('is the same learner, with what was not known of them before', async () => {
    const { email, ...withoutEmail } = described(personnummer);
    const { registration } = await register({ learner: withoutEmail });
    const second = await register({ learner: { ...withoutEmail, email: email! } }, next);
    expect(second).toMatchObject({ isNew: true, registration: { learnerId: registration.learnerId } });
    expect(await everyone()).toHaveLength(1);
    expect((await known(registration.learnerId)).email).toBe(email);
  });

  test('had a samordningsnummer before the personnummer, and is found by either', async () => {
    const before = { kind: 'samordningsnummer', value: swedishNumber('1990-02-28', '980', 60) } as const;
    const { registration } = await register({ learner: described({ ...before, to: '2020-01-01' }, personnummer) });
    const again = await register({ learner: described(before) }, next);
    expect(again.registration.learnerId).toBe(registration.learnerId);
  });

  test('is somebody else where a user name was given up and given anew', async () => {
    const { registration } = await register({ learner: described({ ...eppn, to: '2020-01-01' }) });
    const second = await register({ learner: { nameAsAwarded: 'Mo', identifiers: [eppn] } }, next);
    expect(second.registration.learnerId).not.toBe(registration.learnerId);
    expect(await everyone()).toHaveLength(2);
  });

  test('is named by the registration that came from another system', async () => {
    const pair = { source: 'ladok', externalId: '1' };
    const { registration } = await register({ learner: described(personnummer), ...pair });
    const second = await register({ sameLearnerAs: pair }, next);
    expect(second).toMatchObject({ isNew: true, registration: { learnerId: registration.learnerId } });
    await refused({ sameLearnerAs: { ...pair, externalId: '2' } }, 'registration-invalid', '#/sameLearnerAs');
    await refused({ sameLearnerAs: pair, learner: person }, 'registration-invalid', '#/learner');
  });
});

describe('what is known of a person, mended', () => {
  test('takes no identifier from another', async () => {
    const { registration } = await register({ learner: described(personnummer) });
    await register({ learner: { nameAsAwarded: 'Mo', identifiers: [eppn] } });
    const mend = (...identifiers: LearnerIdentifier[]) =>
      fixture.services.registrations.updateLearner(
        place.actors.registrar,
        place.slug,
        registration.learnerId,
        described(...identifiers),
      );
    await expectRefusedUnchanged(fixture, () => mend(personnummer, eppn), 'person-ambiguous', '#/identifiers');
    // Its time is over, so that another may have it.
    await expect(mend(personnummer, { ...eppn, to: '2020-01-01' })).resolves.toMatchObject({
      id: registration.learnerId,
    });
  });
});

describe('a protected person', () => {
  beforeEach(async () => {
    const { registration } = await register({ learner: described(personnummer) });
    await register({ learner: { nameAsAwarded: 'Mo', identifiers: [eppn] } });
    const { actors, slug } = place;
    await fixture.services.registrations.protect(actors.confidant, slug, registration.learnerId, true);
  });

  test('is registered by their number by nobody else, in the words for two people', async () => {
    const hidden = await refused({ learner: described(personnummer) }, 'person-ambiguous', '#/learner/identifiers');
    const two = await refused({ learner: described(personnummer, eppn) }, 'person-ambiguous', '#/learner/identifiers');
    expect([hidden.message, hidden.violations]).toEqual([two.message, two.violations]);
    const seen = await register({ learner: described(personnummer) }, offering, place.actors.confidant);
    expect(seen.isNew).toBe(false);
  });

  test('is found by a search by the role "confidential" alone', async () => {
    const { registrations } = fixture.services;
    for (const text of [number, person.nameAsAwarded]) {
      const search = (who: 'registrar' | 'confidant') =>
        registrations.learners(place.actors[who], place.slug, { limit: 10 }, text);
      expect((await search('registrar')).items).toEqual([]);
      expect((await search('confidant')).items).toHaveLength(1);
    }
  });
});

describe('a search', () => {
  const found = async (text: string, limit = 10) => {
    const { registrations } = fixture.services;
    const { items } = await registrations.learners(place.actors.registrar, place.slug, { limit }, text);
    return items.map(({ nameAsAwarded }) => nameAsAwarded);
  };
  beforeEach(async () => {
    await register({ learner: { ...person, nameAsAwarded: 'Märta Ålöf', givenName: 'Märta', familyName: 'Sørensen' } });
    fixture.clock.advance(1);
    await register({ learner: { nameAsAwarded: 'Marten Öst' }, source: 'ladok', externalId: 'R-1' });
  });

  test.each([
    ['marta', ['Märta Ålöf']],
    ['MÄRTA', ['Märta Ålöf']],
    ['A\u030alo', ['Märta Ålöf']],
    ['mart', ['Marten Öst', 'Märta Ålöf']],
    ['al mart', ['Märta Ålöf']],
    ['sorens', ['Märta Ålöf']],
    ['arta', []],
    ['märta öst', []],
    ['R-1', ['Marten Öst']],
    ['R-', []],
    [number, ['Märta Ålöf']],
    [`${number.slice(2, 8)}-${number.slice(8)}`, ['Märta Ålöf']],
    [number.slice(0, -1), []],
    ["'; drop table learner; --", []],
    ['%', []],
    ["a':* & 'b", []],
  ])('for %j finds %j', async (text, names) => {
    expect(await found(text)).toEqual(names);
  });

  test('goes on in pages, newest first', async () => {
    const { registrations } = fixture.services;
    const page = (cursor?: string) =>
      registrations.learners(place.actors.registrar, place.slug, { limit: 1, ...(cursor && { cursor }) }, 'mart');
    const first = await page();
    expect(first.items.map(({ nameAsAwarded }) => nameAsAwarded)).toEqual(['Marten Öst']);
    const second = await page(first.next);
    expect(second.items.map(({ nameAsAwarded }) => nameAsAwarded)).toEqual(['Märta Ålöf']);
    expect(second.next).toBeUndefined();
  });

  test('finds a person by what they are called now', async () => {
    const id = (await everyone()).find(({ nameAsAwarded }) => nameAsAwarded === 'Marten Öst')?.id ?? '';
    const { actors, slug } = place;
    await fixture.services.registrations.updateLearner(actors.registrar, slug, id, { nameAsAwarded: 'Nova Väst' });
    expect(await found('nova')).toEqual(['Nova Väst']);
    expect(await found('öst')).toEqual([]);
  });
});
