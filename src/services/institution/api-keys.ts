import { demandMachineRoles, type Role } from '../../domain/institution/staff.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from './access.ts';
import { createRecorder, operator } from './audit.ts';
import type { KeyEntry, Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'newToken' | 'sha256' | 'canonicalJson'>;
/** The key is returned once and kept nowhere. */
type MadeKey = Readonly<{ id: string; key: string }>;
type Owner = Readonly<{ staffMemberId: string }> | Readonly<{ clientName: string; roles: readonly Role[] }>;

/** The keys of people and of machine clients. */
export function createApiKeys(ports: Needs) {
  const { stores, transact, now, newId, newToken, sha256 } = ports;
  const record = createRecorder(ports);
  const idOf = async (slug: string) => (await institutionCalled(slug, stores)).id;

  async function addKey(institutionId: string, owner: Owner): Promise<MadeKey> {
    // Prefixed so that a key that leaks is recognised by secret scanners.
    const key = `mikromerit_${newToken(32)}`;
    const id = newId();
    const hash = await sha256(key);
    await transact(institutionId, async (stores) => {
      await stores.staff.insertKey({ id, institutionId, hash, createdAt: now(), ...owner });
      await record(stores, { institutionId, actor: operator, action: 'key-added', subjects: [id] });
    });
    return { id, key };
  }

  return {
    /** Those that are revoked, too. */
    listKeys: async (slug: string): Promise<readonly KeyEntry[]> => stores.staff.listKeys(await idOf(slug)),

    async addStaffKey(slug: string, staffMemberId: string): Promise<MadeKey> {
      const institutionId = await idOf(slug);
      if (!(await stores.staff.find(institutionId, staffMemberId))) {
        throw new DomainError('not-found', `${slug} has no staff member with the id ${staffMemberId}.`);
      }
      return addKey(institutionId, { staffMemberId });
    },

    async addMachineKey(slug: string, clientName: string, roles: readonly Role[]): Promise<MadeKey> {
      const institutionId = await idOf(slug);
      demandMachineRoles(roles);
      return addKey(institutionId, { clientName, roles });
    },

    async revokeKey(slug: string, keyId: string): Promise<void> {
      const institutionId = await idOf(slug);
      await transact(institutionId, async (stores) => {
        if (!(await stores.staff.revokeKey(institutionId, keyId, now()))) {
          throw new DomainError('not-found', `${slug} has no key in force with the id ${keyId}.`);
        }
        await record(stores, { institutionId, actor: operator, action: 'key-revoked', subjects: [keyId] });
      });
    },
  };
}
