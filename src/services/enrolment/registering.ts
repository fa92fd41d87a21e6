import { ruleFor } from '../../domain/catalogue/credits.ts';
import type { Offering } from '../../domain/catalogue/offering.ts';
import { completedLearner, learnerDifferences, registrationDifferences } from '../../domain/enrolment/differences.ts';
import { type Learner, keptLearner, learnerFaults } from '../../domain/enrolment/learner.ts';
import {
  keptRegistration,
  type Registration,
  registrationFaults,
  type RegistrationInput,
} from '../../domain/enrolment/registration.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Ports, Stores } from '../ports/index.ts';
import { invalid, lockPersons, personOf } from './matching.ts';
import { demandFreePlace } from './places.ts';

type Needs = Pick<Ports, 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** Who registers for what, in a transaction. */
export type RegisteringContext = Readonly<{
  stores: Stores;
  actor: Actor;
  institution: Institution;
  offering: Offering;
}>;
/** `isNew` is false where the registration stood already. */
export type Registered = Readonly<{ registration: Registration; isNew: boolean }>;

export type Registering = ReturnType<typeof createRegistering>;

/** One registration in a transaction: what is wrong with it, who it is of, and what is written. */
export function createRegistering(ports: Needs) {
  const { now, newId } = ports;
  const record = createRecorder(ports);

  const recordAs = ({ stores, actor, institution }: RegisteringContext, action: string, subject: string) =>
    record(stores, { institutionId: institution.id, actor: actor.id, action, subjects: [subject] });

  /** As it would be kept, or what is wrong with it. */
  function checked(
    { institution, offering }: Pick<RegisteringContext, 'institution' | 'offering'>,
    input: RegistrationInput,
  ) {
    const today = todayIn(institution, now());
    const { learner } = input;
    const faults = [...registrationFaults(input, offering), ...(learner ? learnerFaults(learner, today) : [])];
    if (faults.length > 0) throw invalid(faults);
    return { ...keptRegistration(input), ...(learner && { learner: keptLearner(learner, today) }) };
  }

  /** What was sent of a person and was not known. An address that has been emptied comes back for a new course only. */
  async function complete(context: RegisteringContext, input: RegistrationInput, known: Learner, isNew: boolean) {
    if (!input.learner) return;
    const { email: _, ...rest } = input.learner;
    const completed = completedLearner(isNew ? input.learner : rest, known);
    if (completed === known) return;
    await context.stores.learners.update(completed);
    await recordAs(context, 'learner-changed', known.id);
  }

  async function insertLearner({ stores, institution }: RegisteringContext, { learner }: RegistrationInput) {
    const id = newId();
    const made = { id, institutionId: institution.id, protected: false, createdAt: now() };
    await stores.learners.insert({ ...learner!, identifiers: learner!.identifiers ?? [], ...made });
    return id;
  }

  async function insert(
    context: RegisteringContext,
    input: RegistrationInput,
    learnerId: string,
  ): Promise<Registration> {
    const { stores, institution, offering } = context;
    const { learner: _, sameLearnerAs: __, overbook: ___, ...rest } = input;
    const registration: Registration = {
      ...rest,
      learnerId,
      id: newId(),
      institutionId: institution.id,
      offeringId: offering.id,
      category: ruleFor(input.form, offering.startDate).learners.is,
      createdAt: now(),
    };
    await stores.registrations.insert(registration);
    await recordAs(context, 'registered', registration.id);
    return registration;
  }

  /** Of a person who is known: what was sent must not differ. */
  async function registerKnown(
    context: RegisteringContext,
    input: RegistrationInput,
    known: Learner,
  ): Promise<Registered> {
    const { stores, institution, offering } = context;
    const standing = await stores.registrations.findOfLearner(institution.id, offering.id, known.id);
    const differences = [
      ...(standing ? registrationDifferences(input, standing) : []),
      ...(input.learner ? learnerDifferences(input.learner, known) : []),
    ];
    if (differences.length > 0) throw differs(known, standing, differences);
    const run = standing ? offering : await demandFreePlace(stores, offering, input);
    await complete(context, input, known, !standing);
    if (standing) return { registration: standing, isNew: false };
    return { registration: await insert({ ...context, offering: run }, input, known.id), isNew: true };
  }

  return {
    checked,

    /** All who may be in it, before the first is written: two batches with the same persons never wait for each other. */
    lock: ({ stores, institution }: RegisteringContext, inputs: readonly RegistrationInput[]) =>
      lockPersons(stores, institution, inputs),

    /**
     * `input`: as `checked` gives it; `lock` has been asked for it. Refusals come before anything is written, so a
     * transaction can go on after one.
     */
    register: async (context: RegisteringContext, input: RegistrationInput): Promise<Registered> => {
      const known = await personOf(context, input);
      if (known) return registerKnown(context, input, known);
      const offering = await demandFreePlace(context.stores, context.offering, input);
      const learnerId = await insertLearner(context, input);
      return { registration: await insert({ ...context, offering }, input, learnerId), isNew: true };
    },
  };
}

/** Whoever may see the person may read by these ids what is on record. */
function differs({ id }: Learner, standing: Registration | undefined, violations: readonly Violation[]): DomainError {
  const what = standing ? `The registration ${standing.id} stands` : `The person is known as the learner ${id}`;
  return new DomainError('registration-differs', `${what}, and what was sent differs from it; see errors.`, {
    violations,
  });
}
