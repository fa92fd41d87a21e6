import { describe, expect, test } from 'vitest';
import { demoOfferings } from '../../demo/offerings.ts';
import { type DemoLearner, demoLearners, type DemoRegistration } from '../../demo/people/index.ts';
import { issueGate } from '../../src/domain/award/award.ts';
import { cleanResult, passes } from '../../src/domain/enrolment/result.ts';
import { resultFaults } from '../../src/domain/enrolment/result-faults.ts';
import { isIdentifiable, learnerFaults } from '../../src/domain/enrolment/learner.ts';
import { registrationFaults, type RegistrationInput } from '../../src/domain/enrolment/registration.ts';
import { createRegistrationBody } from '../../src/generated/validators.js';
import { contentOf, found, microcredentialOf, today, twice } from './found.ts';

const offeringOf = (key: string) =>
  found(
    demoOfferings.find((one) => one.key === key),
    key,
  );

const registrations = demoLearners.flatMap((learner) =>
  learner.registrations.map((registration) => [learner.key, registration.offering, learner, registration] as const),
);

const inputOf = (learner: DemoLearner, registration: DemoRegistration): RegistrationInput => ({
  form: registration.form,
  ...(registration.client && { client: registration.client }),
  ...(registration.source !== undefined && { source: registration.source }),
  ...(registration.externalId !== undefined && { externalId: registration.externalId }),
  learner: learner.learner,
});

describe.each(demoLearners.map((one) => [one.key, one] as const))('learner %s', (_, { learner }) => {
  test('can be told from a namesake', () => {
    expect(learnerFaults(learner, today)).toEqual([]);
    expect(isIdentifiable({ ...learner, identifiers: learner.identifiers ?? [] })).toBe(true);
    expect(learner.email ?? 'nobody@example.org').toMatch(/@example\.org$/u);
  });
});

describe.each(registrations)('registration of %s for %s', (_key, _offering, learner, registration) => {
  const offering = offeringOf(registration.offering);
  const content = contentOf(offering.microcredential);

  test('is possible and is what the schema describes', () => {
    const input = inputOf(learner, registration);
    expect(offering.hosted?.host ?? microcredentialOf(offering.microcredential).institution).toBe(learner.institution);
    expect(registrationFaults(input, offering.input)).toEqual([]);
    createRegistrationBody(input);
    expect(createRegistrationBody.errors).toBeNull();
  });

  test('can go as far as the demo takes it', () => {
    if (registration.target === 'registered') return;
    const { completion, failed = [] } = registration;
    const inputFor = (found: typeof completion) => ({
      registrationId: 'registration',
      ...(found.decidedIn ? {} : { examinerId: 'examiner' }),
      ...found,
    });
    const input = inputFor(completion);
    const { startDate } = offering.input;
    const now = new Date(`${today}T12:00:00Z`);
    const facts = { scheme: content.gradingScheme, now, timeZone: 'UTC', startDate, results: [] };
    for (const one of [...failed.map(inputFor), input]) expect(resultFaults(one, facts)).toEqual([]);
    expect(failed.map(({ grade }) => passes(content.gradingScheme, grade))).toEqual(failed.map(() => false));
    if (registration.target === 'completed') return;
    const { awardedOn } = registration;
    const person = { ...learner.learner, identifiers: learner.learner.identifiers ?? [] };
    expect(issueGate({ learner: person, completion: cleanResult(input), content, awardedOn, today })).toEqual([]);
    expect(learner.protection).toBeUndefined();
    if (registration.target !== 'revoked') return;
    expect(registration.revocation.date >= awardedOn && registration.revocation.date <= today).toBe(true);
  });
});

test('what comes from a register comes once', () => {
  expect(
    twice(registrations.flatMap(([, , , { source, externalId }]) => (source ? [`${source} ${externalId}`] : []))),
  ).toEqual([]);
});

test('one award is the showcase: credits, EQF 7, a certificate page, nobody protected', () => {
  const shown = registrations.filter(([, , , one]) => one.target === 'awarded' && one.showcase);
  expect(shown).toHaveLength(1);
  for (const [, key, learner, registration] of shown) {
    const { workload, level } = contentOf(offeringOf(key).microcredential);
    expect(workload.ects).toBeGreaterThan(0);
    expect(level).toEqual({ eqf: 7 });
    expect(registration.certificatePage).toBe(true);
    expect(learner.protection).toBeUndefined();
  }
});

test('one run has students and participants, each awarded in their own form', () => {
  const awarded = registrations.filter(([, , , one]) => one.target === 'awarded');
  const formsOf = (key: string) => new Set(awarded.flatMap(([, run, , { form }]) => (run === key ? [form] : [])));
  const shared = demoOfferings.filter(({ key }) => formsOf(key).size > 1);
  expect(shared.map(({ key }) => [key, ...formsOf(key)].sort())).toEqual([
    ['predictive-maintenance-spring-2026', 'se-commissioned-credits', 'se-regular'],
  ]);
});

test('people reach every state, and exactly one is protected', () => {
  const targets = new Set(registrations.map(([, , , { target }]) => target));
  expect([...targets].sort()).toEqual(['awarded', 'completed', 'registered', 'revoked']);
  expect(demoLearners.filter(({ protection }) => protection)).toHaveLength(1);
});

test('one person failed, tried again and passed, and one result was decided in a register', () => {
  const found = registrations.map(([, , , one]) => one).filter((one) => one.target === 'awarded');
  expect(found.some(({ failed = [] }) => failed.length > 0)).toBe(true);
  expect(found.some(({ completion }) => completion.decidedIn !== undefined)).toBe(true);
});

test('one run is given elsewhere and awarded by the owner of the course, and one course is funded', () => {
  const hosted = demoOfferings.filter(({ hosted }) => hosted);
  expect(hosted.map(({ hosted: terms }) => terms?.awardedBy)).toEqual(['owner']);
  const awarded = registrations.filter(([, run, , { target }]) => run === hosted[0]?.key && target === 'awarded');
  expect(awarded).toHaveLength(1);
  const runs = demoOfferings.map(({ microcredential }) => contentOf(microcredential));
  expect(runs.some(({ funding }) => funding?.then !== undefined)).toBe(true);
});
