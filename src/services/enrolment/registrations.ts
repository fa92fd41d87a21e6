import type { Offering } from '../../domain/catalogue/offering.ts';
import type { Registration, RegistrationInput } from '../../domain/enrolment/registration.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import type { Page, PageRequest, Ports } from '../ports/index.ts';
import { createPeople } from './people.ts';
import { createRegistrationBatch, type RegistrationOutcome } from './registration-batch.ts';
import { createRegistering, type Registered } from './registering.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type Registrations = ReturnType<typeof createRegistrations>;

/** People and what they take part in. Whoever is under protection is seen by the role `confidential` alone. */
export function createRegistrations(ports: Needs, access: Access) {
  const { stores, transact } = ports;
  const registering = createRegistering(ports);
  const registerEach = createRegistrationBatch(ports, registering);

  async function offeringOf(institution: Institution, id: string): Promise<Offering> {
    const offering = await stores.offerings.find(institution.id, id);
    if (offering) return offering;
    throw new DomainError('not-found', `${institution.slug} has no offering with the id ${id}.`);
  }

  return {
    ...createPeople(ports, access),

    /** The same person again for the same offering gets the registration that stands. */
    async register(actor: Actor, slug: string, offeringId: string, input: RegistrationInput): Promise<Registered> {
      const institution = await access.enter(actor, slug, 'register');
      const offering = await offeringOf(institution, offeringId);
      const kept = registering.checked({ institution, offering }, input);
      return transact(institution.id, async (stores) => {
        const context = { stores, actor, institution, offering };
        await registering.lock(context, [kept]);
        return registering.register(context, kept);
      });
    },

    /** As many outcomes as inputs, in their order. */
    async registerAll(
      actor: Actor,
      slug: string,
      offeringId: string,
      request: Readonly<{ inputs: readonly RegistrationInput[]; key?: string | undefined }>,
    ): Promise<readonly RegistrationOutcome[]> {
      const institution = await access.enter(actor, slug, 'register');
      const offering = await offeringOf(institution, offeringId);
      return transact(institution.id, (stores) =>
        registerEach({ stores, actor, institution, offering }, { key: undefined, ...request }),
      );
    },

    async read(actor: Actor, slug: string, id: string): Promise<Registration> {
      const institution = await access.enter(actor, slug, 'read-people');
      const found = await stores.registrations.find(institution.id, id, visibilityOf(actor));
      if (found) return found;
      throw new DomainError('not-found', `There is no registration with the id ${id}.`);
    },

    async list(actor: Actor, slug: string, offeringId: string, page: PageRequest): Promise<Page<Registration>> {
      const institution = await access.enter(actor, slug, 'read-people');
      await offeringOf(institution, offeringId);
      return stores.registrations.list(institution.id, offeringId, page, visibilityOf(actor));
    },
  };
}
