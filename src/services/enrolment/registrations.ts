import { ruleFor } from '../../domain/catalogue/credits.ts';
import { calendarDate, timeZoneOf } from '../../domain/shared/dates.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { type Learner, learnerFaults, type LearnerInput } from '../../domain/enrolment/learner.ts';
import { type Registration, registrationFaults, type RegistrationInput } from '../../domain/enrolment/registration.ts';
import { type Actor, demand, seesProtected } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Page, PageRequest, Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type Registrations = ReturnType<typeof createRegistrations>;

/** People and what they take part in. Whoever is under protection is seen by the role `confidential` alone. */
export function createRegistrations(ports: Needs, access: Access) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);

  const newLearner = (institution: Institution, input: LearnerInput): Learner => ({
    ...input,
    identifiers: input.identifiers ?? [],
    id: newId(),
    institutionId: institution.id,
    protected: false,
    createdAt: now(),
  });

  async function learnerOf(
    stores: Stores,
    actor: Actor,
    institution: Institution,
    input: RegistrationInput,
  ): Promise<string> {
    if (input.learnerId !== undefined) {
      await stores.learners.lock(institution.id, { learner: input.learnerId });
      const known = await stores.learners.find(institution.id, input.learnerId, visibilityOf(actor));
      if (known) return known.id;
      throw invalid([{ pointer: '#/learnerId', detail: 'There is no learner with this id.' }]);
    }
    const learner = newLearner(institution, input.learner as LearnerInput);
    await stores.learners.insert(learner);
    return learner.id;
  }

  async function findLearner(actor: Actor, slug: string, id: string): Promise<Learner> {
    const institution = await access.enter(actor, slug, 'read-people');
    const learner = await stores.learners.find(institution.id, id, visibilityOf(actor));
    if (learner) return learner;
    throw new DomainError('not-found', `There is no learner with the id ${id}.`);
  }

  return {
    /** `isNew` is false where the same source and external id stood already. */
    async register(
      actor: Actor,
      slug: string,
      offeringId: string,
      input: RegistrationInput,
    ): Promise<Readonly<{ registration: Registration; isNew: boolean }>> {
      const institution = await access.enter(actor, slug, 'register');
      const offering = await stores.offerings.find(institution.id, offeringId);
      if (!offering) throw new DomainError('not-found', `${slug} has no offering with the id ${offeringId}.`);
      const today = calendarDate(now(), timeZoneOf(institution.country));
      const faults = [
        ...registrationFaults(input, offering),
        ...(input.learner ? learnerFaults(input.learner, today) : []),
      ];
      if (faults.length > 0) throw invalid(faults);
      return transact(institution.id, async (stores) => {
        const known = await bySource(stores, actor, institution, offeringId, input);
        if (known) return { registration: known, isNew: false };
        const { learner: _, ...rest } = input;
        const learnerId = await learnerOf(stores, actor, institution, input);
        const registration: Registration = {
          ...rest,
          learnerId,
          id: newId(),
          institutionId: institution.id,
          offeringId,
          category: ruleFor(input.form, offering.startDate).learners.is,
          createdAt: now(),
        };
        await stores.registrations.insert(registration);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'registered',
          subjects: [registration.id],
        });
        return { registration, isNew: true };
      });
    },

    async read(actor: Actor, slug: string, id: string): Promise<Registration> {
      const institution = await access.enter(actor, slug, 'read-people');
      const found = await stores.registrations.find(institution.id, id, visibilityOf(actor));
      if (found) return found;
      throw new DomainError('not-found', `There is no registration with the id ${id}.`);
    },

    async list(actor: Actor, slug: string, offeringId: string, page: PageRequest): Promise<Page<Registration>> {
      const institution = await access.enter(actor, slug, 'read-people');
      if (!(await stores.offerings.find(institution.id, offeringId))) {
        throw new DomainError('not-found', `${slug} has no offering with the id ${offeringId}.`);
      }
      return stores.registrations.list(institution.id, offeringId, page, visibilityOf(actor));
    },

    learner: findLearner,

    async learners(actor: Actor, slug: string, page: PageRequest): Promise<Page<Learner>> {
      const institution = await access.enter(actor, slug, 'read-people');
      return stores.learners.list(institution.id, page, visibilityOf(actor));
    },

    /** What is known of a person, mended. Awards that were made keep the name they were made in. */
    async updateLearner(actor: Actor, slug: string, id: string, input: LearnerInput): Promise<Learner> {
      const institution = await access.enter(actor, slug, 'register');
      const today = calendarDate(now(), timeZoneOf(institution.country));
      const faults = learnerFaults(input, today).map(({ pointer, detail }) => ({
        pointer: pointer.replace('#/learner', '#'),
        detail,
      }));
      if (faults.length > 0)
        throw new DomainError('content-invalid', 'The person cannot be described like this.', { violations: faults });
      await transact(institution.id, async (stores) => {
        await stores.learners.lock(institution.id, { learner: id });
        const known = await stores.learners.find(institution.id, id, visibilityOf(actor));
        if (!known) throw new DomainError('not-found', `There is no learner with the id ${id}.`);
        const { id: learnerId, institutionId, protected: isProtected, alias, createdAt } = known;
        const kept = {
          id: learnerId,
          institutionId,
          protected: isProtected,
          createdAt,
          ...(alias !== undefined && { alias }),
        };
        await stores.learners.update({ ...input, identifiers: input.identifiers ?? [], ...kept });
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'learner-changed',
          subjects: [id],
        });
      });
      return findLearner(actor, slug, id);
    },

    /** Puts a person under protection: their certificate pages are off at once, and those links never work again. */
    async protect(actor: Actor, slug: string, id: string, isProtected: boolean, alias?: string): Promise<Learner> {
      demand(actor, 'protect-person');
      const learner = await findLearner(actor, slug, id);
      await transact(learner.institutionId, async (stores) => {
        await stores.learners.lock(learner.institutionId, { learner: id });
        await stores.learners.protect(learner.institutionId, id, isProtected, alias);
        await record(stores, {
          institutionId: learner.institutionId,
          actor: actor.id,
          action: isProtected ? 'person-protected' : 'protection-ended',
          subjects: [id],
        });
      });
      return findLearner(actor, slug, id);
    },
  };

  async function bySource(
    stores: Stores,
    actor: Actor,
    institution: Institution,
    offeringId: string,
    { source, externalId }: RegistrationInput,
  ): Promise<Registration | undefined> {
    if (source === undefined || externalId === undefined) return undefined;
    const known = await stores.registrations.findBySource(institution.id, source, externalId);
    if (!known) return undefined;
    const visible =
      seesProtected(actor) ||
      (await stores.registrations.find(institution.id, known.id, visibilityOf(actor))) !== undefined;
    if (visible && known.offeringId === offeringId) return known;
    throw invalid([
      { pointer: '#/externalId', detail: 'This source and external id are in use for another registration.' },
    ]);
  }
}

const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('registration-invalid', 'The registration cannot be made like this.', { violations });
