import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { type Actor, demand, type Permission, seesProtected } from '../../domain/institution/staff.ts';
import type { Ports, Visibility, Stores } from '../ports/index.ts';

export type Access = ReturnType<typeof createAccess>;

export async function institutionCalled(
  slug: string,
  { institutions }: Pick<Stores, 'institutions'>,
): Promise<Institution> {
  const found = await institutions.find(slug);
  if (found) return found;
  throw new DomainError('institution-not-found', `No institution is called ${slug} here.`);
}

/** Who is asking, and whether they may. */
export function createAccess({ stores, sha256 }: Pick<Ports, 'stores' | 'sha256'>) {
  const institution = (slug: string) => institutionCalled(slug, stores);
  return {
    institution,

    /** The person or machine client whose key this is. The answer for a wrong, revoked or absent key is the same. */
    async authenticate(key: string | undefined): Promise<Actor> {
      const actor = key === undefined ? undefined : await stores.staff.findActor(await sha256(key));
      if (actor) return actor;
      throw new DomainError('unauthenticated', 'Send a key that is in force as "Authorization: Bearer …".');
    },

    /** The institution that the actor works at, if it is this one and the actor may do this there. */
    async enter(actor: Actor, slug: string, permission: Permission): Promise<Institution> {
      const found = await institution(slug);
      if (found.id !== actor.institutionId) {
        throw new DomainError('other-institution', 'This key belongs to another institution.');
      }
      demand(actor, permission);
      return found;
    },
  };
}

export const visibilityOf = (actor: Actor): Visibility => ({ seesProtected: seesProtected(actor) });
