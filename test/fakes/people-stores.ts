import { DomainError } from '../../src/domain/shared/errors.ts';
import type { Completions, Learners, Registrations, Visibility, Whose } from '../../src/services/ports/index.ts';
import { at, clone, insertUnique, newest, pageOf, type Tables } from './tables.ts';

type Now = () => Tables;

/** Whether this person is among what may be seen; a person who is not there never is. */
export function isVisible(tables: Tables, institutionId: string, learnerId: string, visibility: Visibility): boolean {
  const learner = tables.learners.get(at(institutionId, learnerId));
  return learner !== undefined && (visibility.seesProtected || !learner.protected);
}

function idsOf(tables: Tables, institutionId: string, whose: Whose): string[] {
  const get = <T extends object>(rows: Map<string, T>, id: string): T[] => {
    const row = rows.get(at(institutionId, id));
    return row ? [row] : [];
  };
  const registered = (id: string) => get(tables.registrations, id).map(({ learnerId }) => learnerId);
  if ('registrations' in whose) return whose.registrations.flatMap(registered);
  if ('completion' in whose)
    return get(tables.completions, whose.completion).flatMap(({ registrationId }) => registered(registrationId));
  if ('award' in whose) return get(tables.awards, whose.award).map(({ award }) => award.learnerId);
  return get(tables.learners, whose.learner).map(({ id }) => id);
}

export const createLearners = (tables: Now): Learners => ({
  async insert(learner) {
    tables().learners.set(at(learner.institutionId, learner.id), clone(learner));
  },
  // One transaction at a time: there is nobody to keep out.
  async lock(institutionId, whose) {
    return [...new Set(idsOf(tables(), institutionId, whose))].sort();
  },
  async find(institutionId, id, visibility) {
    if (!isVisible(tables(), institutionId, id, visibility)) return undefined;
    return clone(tables().learners.get(at(institutionId, id)));
  },
  async list(institutionId, page, visibility) {
    const items = [...tables().learners.values()].filter(
      (each) => each.institutionId === institutionId && isVisible(tables(), institutionId, each.id, visibility),
    );
    return pageOf(items, page, newest);
  },
  async update(learner) {
    const key = at(learner.institutionId, learner.id);
    const {
      protected: isProtected = false,
      alias,
      createdAt = learner.createdAt,
    } = tables().learners.get(key) ?? learner;
    tables().learners.set(
      key,
      clone({ ...learner, protected: isProtected, createdAt, ...(alias !== undefined && { alias }) }),
    );
  },
  async protect(institutionId, id, isProtected, alias) {
    const learner = tables().learners.get(at(institutionId, id));
    if (!learner) return;
    const { alias: _, ...kept } = learner;
    tables().learners.set(at(institutionId, id), {
      ...kept,
      protected: isProtected,
      ...(alias !== undefined && { alias }),
    });
    if (!isProtected) return;
    for (const [key, { award }] of tables().awards) {
      if (award.institutionId === institutionId && award.learnerId === id) tables().awards.set(key, { award });
    }
  },
});

export const createRegistrations = (tables: Now): Registrations => ({
  async insert(registration) {
    const { institutionId, offeringId, learnerId, source, externalId } = registration;
    const mine = [...tables().registrations.values()].filter((each) => each.institutionId === institutionId);
    if (source !== undefined && mine.some((each) => each.source === source && each.externalId === externalId)) {
      throw new DomainError('already-exists', 'A registration with this source and external id exists.');
    }
    insertUnique(
      tables().registrations,
      at(institutionId, registration.id),
      registration,
      (each) => each.institutionId === institutionId && each.offeringId === offeringId && each.learnerId === learnerId,
      () => new DomainError('already-exists', 'This person is registered for the offering.'),
    );
  },
  async find(institutionId, id, visibility) {
    const found = tables().registrations.get(at(institutionId, id));
    return found && isVisible(tables(), institutionId, found.learnerId, visibility) ? clone(found) : undefined;
  },
  async findBySource(institutionId, source, externalId) {
    return clone(
      [...tables().registrations.values()].find(
        (each) => each.institutionId === institutionId && each.source === source && each.externalId === externalId,
      ),
    );
  },
  async list(institutionId, offeringId, page, visibility) {
    const items = [...tables().registrations.values()].filter(
      (each) =>
        each.institutionId === institutionId &&
        each.offeringId === offeringId &&
        isVisible(tables(), institutionId, each.learnerId, visibility),
    );
    return pageOf(items, page, newest);
  },
});

export const createCompletions = (tables: Now): Completions => {
  const mayBeSeen = (institutionId: string, registrationId: string, visibility: Visibility): boolean => {
    const registration = tables().registrations.get(at(institutionId, registrationId));
    return registration !== undefined && isVisible(tables(), institutionId, registration.learnerId, visibility);
  };
  return {
    async insert(completion) {
      insertUnique(
        tables().completions,
        at(completion.institutionId, completion.id),
        completion,
        ({ institutionId, registrationId }) =>
          institutionId === completion.institutionId && registrationId === completion.registrationId,
        () => new DomainError('already-completed', 'A result is recorded for this registration.'),
      );
    },
    async find(institutionId, id, visibility) {
      const found = tables().completions.get(at(institutionId, id));
      return found && mayBeSeen(institutionId, found.registrationId, visibility) ? clone(found) : undefined;
    },
    async list(institutionId, page, visibility) {
      const items = [...tables().completions.values()].filter(
        (each) => each.institutionId === institutionId && mayBeSeen(institutionId, each.registrationId, visibility),
      );
      return pageOf(items, page, newest);
    },
  };
};
