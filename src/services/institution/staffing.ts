import type { Role, StaffMember } from '../../domain/institution/staff.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from './access.ts';
import { createRecorder, operator } from './audit.ts';
import type { Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;

/** Who works at an institution, and as what. The operator says so. */
export function createStaffing(ports: Needs) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);
  const idOf = async (slug: string) => (await institutionCalled(slug, stores)).id;

  /** Changes one member under a lock, and records it with the detail. */
  async function change(
    slug: string,
    staffMemberId: string,
    action: string,
    work: (member: StaffMember) => Readonly<{ next: StaffMember; detail?: Readonly<Record<string, string>> }>,
  ): Promise<void> {
    const institutionId = await idOf(slug);
    await transact(institutionId, async (stores) => {
      const { next, detail } = work(await locked(stores, slug, institutionId, staffMemberId));
      await stores.staff.update(next);
      await record(stores, {
        institutionId,
        actor: operator,
        action,
        subjects: [staffMemberId],
        ...(detail && { detail }),
      });
    });
  }

  return {
    /** Those who left, too. */
    listStaff: async (slug: string): Promise<readonly StaffMember[]> => stores.staff.list(await idOf(slug)),

    async addStaff(slug: string, name: string, roles: readonly Role[]): Promise<StaffMember> {
      const institutionId = await idOf(slug);
      const member: StaffMember = { id: newId(), institutionId, name, roles };
      await transact(institutionId, async (stores) => {
        await stores.staff.insert(member, now());
        await record(stores, {
          institutionId,
          actor: operator,
          action: 'staff-added',
          subjects: [member.id],
          detail: { roles: roles.join(' ') },
        });
      });
      return member;
    },

    /** Their keys have these roles from the next request on. */
    changeStaffRoles: (slug: string, staffMemberId: string, roles: readonly Role[]): Promise<void> =>
      change(slug, staffMemberId, 'staff-roles-changed', (member) => {
        if (member.endedAt)
          throw new DomainError('state-forbids', 'This person has left, and does nothing here any more.');
        return { next: { ...member, roles }, detail: { roles: roles.join(' ') } };
      }),

    /** Of one who left, too: decisions show the name that stands. */
    renameStaff: (slug: string, staffMemberId: string, name: string): Promise<void> =>
      change(slug, staffMemberId, 'staff-renamed', (member) => ({ next: { ...member, name } })),

    /** The person leaves: their keys stop at once, what they decided stands. */
    async endStaff(slug: string, staffMemberId: string): Promise<void> {
      const institutionId = await idOf(slug);
      await transact(institutionId, async (stores) => {
        if (!(await stores.staff.end(institutionId, staffMemberId, now()))) {
          throw new DomainError('not-found', `${slug} has no staff member in service with the id ${staffMemberId}.`);
        }
        await record(stores, { institutionId, actor: operator, action: 'staff-ended', subjects: [staffMemberId] });
      });
    },
  };
}

async function locked({ staff }: Stores, slug: string, institutionId: string, id: string): Promise<StaffMember> {
  const member = await staff.lock(institutionId, id);
  if (member) return member;
  throw new DomainError('not-found', `${slug} has no staff member with the id ${id}.`);
}
