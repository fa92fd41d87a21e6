import type { Actor, StaffMember } from '../../domain/institution/staff.ts';
import type { Access } from './access.ts';
import type { Ports } from '../ports/index.ts';

/** Who works at the institution: the ids that examiners are named by. The operator adds and ends (institutions.ts). */
export function createStaffDirectory({ stores }: Pick<Ports, 'stores'>, access: Access) {
  return {
    /** Those in service. */
    async list(actor: Actor, slug: string): Promise<readonly StaffMember[]> {
      const institution = await access.enter(actor, slug, 'read-staff');
      return (await stores.staff.list(institution.id)).filter(({ endedAt }) => endedAt === undefined);
    },
  };
}
