import type { Award } from '../../src/domain/award/award.ts';
import { attendancesOf } from '../../src/domain/catalogue/run/attendance.ts';
import type { ResultInput } from '../../src/domain/enrolment/result.ts';
import type { Institution } from '../../src/domain/institution/institution.ts';
import type { LearnerInput } from '../../src/domain/enrolment/learner.ts';
import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import type { Offering, OfferingInput } from '../../src/domain/catalogue/offering.ts';
import type { Registration, RegistrationInput } from '../../src/domain/enrolment/registration.ts';
import { type Actor, machineRoles, type Role, roles } from '../../src/domain/institution/staff.ts';
import type { DocumentedEntry } from '../../src/services/ports/index.ts';
import type { DraftView } from '../../src/services/catalogue/draft-view.ts';
import type { InstitutionInput } from '../../src/services/institution/institutions.ts';
import type { Ports } from '../../src/services/ports/index.ts';
import type { Services } from '../../src/services/index.ts';
import type { Row } from '../../src/store/connection/tables.ts';
import { tamper } from '../databases/rows.ts';
import { completeContent, finnishContent, runFormsOf } from '../samples/content.ts';
import { finnish, swedish } from '../samples/institution.ts';
import { person as anyone } from '../samples/person.ts';
import { type DecidedHere, decidedHere } from './decided-here.ts';
import { madeOnce, stageBlank, type Staged } from './saved.ts';

/** Who works at every institution of the tests: one person for each role, and some that tell rules apart. */
const people = {
  editor: ['editor'],
  reviewer: ['reviewer'],
  registrar: ['registrar'],
  issuer: ['issuer'],
  admin: ['admin'],
  /** Sees protected persons. */
  confidant: ['registrar', 'confidential'],
  /** Has every role but that sight. */
  everythingButSight: roles.filter((role) => role !== 'confidential'),
  everything: roles,
  /** Examines; needs no role for that. */
  examiner: [],
} as const satisfies Record<string, readonly Role[]>;
export type Person = keyof typeof people;

/** An institution with its units, its people and their keys. */
export type Place = Readonly<{
  institution: Institution;
  slug: string;
  content: CompleteContent;
  unit: string;
  actors: Readonly<Record<Person, Actor>>;
  keys: Readonly<Record<Person, string>>;
  /** A study system with every role: it may do much, and decide nothing. */
  machine: Actor;
}>;

export type Fixture = Staged &
  Readonly<{
    /** A statement of a burglar's, or of a fault's: past every trigger and foreign key. */
    tamper(statement: string): Promise<void>;
    /** The decisions by which something was revoked. */
    revocations(): Promise<readonly Row<'decision'>[]>;
    /** Swedish; a second person approves before publication. */
    provsjo: Place;
    /** Finnish; review is waived. */
    koesaari: Place;
    /** Another key of the same person. */
    secondKey(place: Place, person: Person): Promise<Actor>;
    drafted(place: Place, code?: string, content?: CompleteContent): Promise<DraftView>;
    approved(place: Place, code?: string, content?: CompleteContent): Promise<DraftView>;
    published(place: Place, code?: string, content?: CompleteContent): Promise<DocumentedEntry>;
    offered(place: Place, code?: string, input?: Partial<OfferingInput>): Promise<Offering>;
    registered(place: Place, offering: Offering, input?: Partial<RegistrationInput>): Promise<Registration>;
    completed(place: Place, registration: Registration, input?: Partial<ResultInput>): Promise<DecidedHere>;
    awarded(place: Place, completion: Pick<DecidedHere, 'id'>): Promise<Award>;
    /** One of everything, from a published version to an issued award. */
    story(
      place: Place,
      options?: Readonly<{ code?: string; content?: CompleteContent; learner?: LearnerInput }>,
    ): Promise<Story>;
    /** The same up to the completion. */
    examined(
      place: Place,
      options?: Readonly<{ code?: string; content?: CompleteContent; learner?: LearnerInput }>,
    ): Promise<Omit<Story, 'award'>>;
  }>;

export type Story = Readonly<{
  code: string;
  version: DocumentedEntry;
  offering: Offering;
  registration: Registration;
  completion: DecidedHere;
  award: Award;
}>;

export const publishDecision = { ground: 'board-decision', capacity: 'chair', body: 'Subject board' } as const;
export const awardDecision = { ground: 'outcomes-met', capacity: 'head of department' } as const;
export const revokeDecision = { ground: 'awarded-in-error', capacity: 'head of department' } as const;

type Steps = Omit<Fixture, keyof Staged | 'tamper' | 'revocations' | 'provsjo' | 'koesaari'>;

async function settle({ institutions, access }: Services, input: InstitutionInput, content: CompleteContent) {
  const institution = await institutions.create(input);
  const keys: Partial<Record<Person, string>> = {};
  const actors: Partial<Record<Person, Actor>> = {};
  for (const [person, theirs] of Object.entries(people) as [Person, readonly Role[]][]) {
    const member = await institutions.addStaff(input.slug, `${person} of ${input.slug}`, theirs);
    const { key } = await institutions.addStaffKey(input.slug, member.id);
    keys[person] = key;
    actors[person] = await access.authenticate(key);
  }
  const { key } = await institutions.addMachineKey(input.slug, 'study register', machineRoles);
  return {
    institution,
    slug: input.slug,
    content,
    unit: input.units?.[0]?.code ?? '',
    actors: actors as Record<Person, Actor>,
    keys: keys as Record<Person, string>,
    // No machine is given the others; that it cannot use them is tried on one that has them.
    machine: { ...(await access.authenticate(key)), roles },
  };
}

/** What happens at an institution, through the services as its staff would do it. */
function stepsOf({ drafting, catalogue, institutions, access, ...services }: Services): Steps {
  const { offerings, registrations, results, awarding } = services;
  const usual = 'vatten';
  const drafted: Fixture['drafted'] = ({ actors, slug, unit, content: theirs }, code = usual, content = theirs) =>
    drafting.create(actors.editor, slug, { slug: code, ownerUnit: unit, content });
  const approved: Fixture['approved'] = async (place, code = usual, content) => {
    await drafted(place, code, content);
    await drafting.submit(place.actors.editor, place.slug, code);
    return drafting.approve(place.actors.reviewer, place.slug, code);
  };
  const published: Fixture['published'] = async (place, code = usual, content) => {
    await approved(place, code, content);
    return catalogue.publish(place.actors.editor, place.slug, code, publishDecision);
  };
  const offered: Fixture['offered'] = async ({ actors, slug, content }, code = usual, input = {}) => {
    const usualInput: OfferingInput = {
      startDate: '2026-01-19',
      endDate: '2026-06-05',
      language: content.languages[0] ?? 'sv',
      attendance: attendancesOf(content.participation.modes)[0] ?? 'online',
      forms: runFormsOf(content),
    };
    return (await offerings.create(actors.registrar, slug, code, { ...usualInput, ...input })).offering;
  };
  const registered: Fixture['registered'] = async ({ actors, slug }, offering, input = {}) => {
    const learner = input.learnerId === undefined ? { learner: anyone } : {};
    const full = { form: offering.forms[0]?.form ?? ('other' as const), ...learner, ...input };
    return (await registrations.register(actors.confidant, slug, offering.id, full)).registration;
  };
  const completed: Fixture['completed'] = async ({ actors, slug, content }, registration, input = {}) =>
    decidedHere(
      await results.record(actors.confidant, slug, {
        registrationId: registration.id,
        grade: content.gradingScheme.grades.find(({ passes }) => passes)?.value ?? '',
        date: '2026-02-27',
        examinerId: actors.examiner.id,
        ...input,
      }),
    );
  const awarded: Fixture['awarded'] = async ({ actors, slug }, completion) =>
    (await awarding.make(actors.everything, slug, { completionId: completion.id, decision: awardDecision })).award;
  const examined: Fixture['examined'] = async (place, { code = usual, content, learner = anyone } = {}) => {
    const version = await published(place, code, content);
    const offering = await offered(place, code);
    const registration = await registered(place, offering, { learner });
    const completion = await completed(place, registration);
    return { code, version, offering, registration, completion };
  };

  return {
    drafted,
    approved,
    published,
    offered,
    registered,
    completed,
    awarded,
    examined,
    async secondKey({ actors, slug }, person) {
      const { key } = await institutions.addStaffKey(slug, actors[person].id);
      return access.authenticate(key);
    },
    async story(place, options) {
      const before = await examined(place, options);
      return { ...before, award: await awarded(place, before.completion) };
    },
  };
}

const places = madeOnce(stageBlank, async ({ services, clock }) => {
  const provsjo = await settle(services, swedish, completeContent);
  const koesaari = await settle(services, finnish, finnishContent);
  // Whatever follows is later than the setting up.
  clock.advance(1000);
  return { provsjo, koesaari };
});

const fixtureOf = (staged: Staged, { provsjo, koesaari }: Pick<Fixture, 'provsjo' | 'koesaari'>): Fixture => ({
  ...staged,
  ...stepsOf(staged.services),
  provsjo,
  koesaari,
  tamper: (statement) => tamper(staged.db, statement),
  revocations: () => staged.db.selectFrom('decision').selectAll().where('kind', '=', 'revoke').execute(),
});

/** Two institutions and nothing that happened at them; of one file only one at a time is in force. */
export async function createFixture(overrides: Partial<Ports> = {}): Promise<Fixture> {
  const { staged, value } = await places(overrides);
  return fixtureOf(staged, value);
}

/** The same after something that most tests of a file begin with. */
export function fixtureAfter<T>(
  make: (fixture: Fixture) => Promise<T>,
): () => Promise<Fixture & Readonly<{ made: T }>> {
  const begin = madeOnce(createFixture, async (fixture) => ({ fixture, made: await make(fixture) }));
  return async () => {
    const { staged, value } = await begin();
    return { ...fixtureOf(staged, value.fixture), made: value.made };
  };
}
