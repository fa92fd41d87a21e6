import { type Learner, keptLearner, learnerFaults, type LearnerInput } from '../../domain/enrolment/learner.ts';
import { learnerQuery } from '../../domain/enrolment/learner-search.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { type Actor, demand } from '../../domain/institution/staff.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import { cleanText, textFault } from '../../domain/shared/names.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Page, PageRequest, Ports, Stores } from '../ports/index.ts';
import { ambiguous, identifiersOf, lockPersons } from './matching.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;

/** The people of an institution. Whoever is under protection is seen by the role `confidential` alone. */
export function createPeople(ports: Needs, access: Access) {
  const { stores, transact, now } = ports;
  const record = createRecorder(ports);

  async function found(of: Pick<Stores, 'learners'>, actor: Actor, institution: Institution, id: string) {
    const learner = await of.learners.find(institution.id, id, visibilityOf(actor));
    if (learner) return learner;
    throw new DomainError('not-found', `There is no learner with the id ${id}.`);
  }

  async function findLearner(actor: Actor, slug: string, id: string): Promise<Learner> {
    const institution = await access.enter(actor, slug, 'read-people');
    return found(stores, actor, institution, id);
  }

  /** As it would be kept, or what is wrong with it. */
  function checked(institution: Institution, input: LearnerInput): LearnerInput {
    const today = todayIn(institution, now());
    const here = (pointer: string) => pointer.replace('#/learner', '#');
    const faults = learnerFaults(input, today).map(({ pointer, pointers, ...fault }): Violation => ({
      ...fault,
      pointer: here(pointer),
      ...(pointers && { pointers: pointers.map(here) }),
    }));
    if (faults.length === 0) return keptLearner(input, today);
    throw new DomainError('content-invalid', 'The person cannot be described like this.', { violations: faults });
  }

  return {
    learner: findLearner,

    /** Newest first; with a text, those who have it as a name, an identifier or the external id of a registration. */
    async learners(actor: Actor, slug: string, page: PageRequest, text?: string): Promise<Page<Learner>> {
      const institution = await access.enter(actor, slug, 'read-people');
      const query = text === undefined ? undefined : learnerQuery(text, todayIn(institution, now()));
      return stores.learners.list(institution.id, page, visibilityOf(actor), query);
    },

    /** What is known of a person, mended. Awards that were made keep the name they were made in. */
    async updateLearner(actor: Actor, slug: string, id: string, input: LearnerInput): Promise<Learner> {
      const institution = await access.enter(actor, slug, 'register');
      const kept = checked(institution, input);
      await transact(institution.id, async (stores) => {
        await lockPersons(stores, institution, [{ learner: kept, learnerId: id }]);
        const known = await found(stores, actor, institution, id);
        const owners = await stores.learners.findByIdentifiers(institution.id, identifiersOf(kept));
        if (owners.some((owner) => owner !== id)) throw ambiguous('#/identifiers');
        const { id: learnerId, institutionId, protected: isProtected, alias, createdAt } = known;
        const same = { id: learnerId, institutionId, protected: isProtected, createdAt };
        const { identifiers = [], ...rest } = kept;
        await stores.learners.update({ ...rest, identifiers, ...same, ...(alias !== undefined && { alias }) });
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
      const kept = alias === undefined ? undefined : checkedAlias(alias);
      await transact(learner.institutionId, async (stores) => {
        await stores.learners.lock(learner.institutionId, { learner: id });
        await stores.learners.protect(learner.institutionId, id, isProtected, kept);
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
}

function checkedAlias(alias: string): string {
  const detail = textFault(alias);
  if (detail === undefined) return cleanText(alias);
  throw new DomainError('content-invalid', 'Nobody can be called like this.', {
    violations: [{ pointer: '#/alias', detail }],
  });
}
