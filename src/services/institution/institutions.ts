import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import type { Role, StaffMember } from '../../domain/institution/staff.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from './access.ts';
import { type AuditCheck, createAuditCheck } from './audit-check.ts';
import { createRecorder, operator } from './audit.ts';
import type { Ports, SigningKey } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'writer' | 'now' | 'newId' | 'newToken' | 'sha256' | 'canonicalJson'>;
export type InstitutionInput = Omit<Institution, 'id' | 'createdAt'> &
  Readonly<{ units?: readonly Readonly<Pick<OrganisationalUnit, 'code' | 'name'>>[] }>;
export type Institutions = ReturnType<typeof createInstitutions>;

/** Setting up: institutions, their people and keys. The operator does this; nothing here decides anything. */
export function createInstitutions(ports: Needs) {
  const { stores, transact, writer, now, newId, newToken, sha256 } = ports;
  const record = createRecorder(ports);
  const checkChain = createAuditCheck(ports);

  const bySlug = (slug: string) => institutionCalled(slug, stores);

  /** Prefixed so that a key that leaks is recognised by secret scanners. */
  const newKey = () => `mikromerit_${newToken(32)}`;

  return {
    list: () => stores.institutions.list(),
    bySlug,
    byId: (id: string) => stores.institutions.get(id),

    async create({ units = [], ...input }: InstitutionInput): Promise<Institution> {
      const institution: Institution = { ...input, id: newId(), createdAt: now() };
      const keys = await newSigningKeys(institution.id, now());
      await transact(institution.id, async (stores) => {
        await stores.institutions.insert(institution);
        for (const key of keys) await stores.signingKeys.insert(key);
        for (const unit of units)
          await stores.institutions.insertUnit({ ...unit, id: newId(), institutionId: institution.id });
        await record(stores, {
          institutionId: institution.id,
          actor: operator,
          action: 'institution-created',
          subjects: [institution.id, ...keys.map(({ id }) => id)],
        });
      });
      return institution;
    },

    async addStaff(slug: string, name: string, roles: readonly Role[]): Promise<StaffMember> {
      const { id: institutionId } = await bySlug(slug);
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

    /** The key is returned once and kept nowhere. */
    async addStaffKey(slug: string, staffMemberId: string): Promise<Readonly<{ id: string; key: string }>> {
      const { id: institutionId } = await bySlug(slug);
      if (!(await stores.staff.find(institutionId, staffMemberId))) {
        throw new DomainError('not-found', `${slug} has no staff member with the id ${staffMemberId}.`);
      }
      return addKey(institutionId, { staffMemberId });
    },

    /** The person leaves: their keys stop at once, what they decided stands. */
    async endStaff(slug: string, staffMemberId: string): Promise<void> {
      const { id: institutionId } = await bySlug(slug);
      await transact(institutionId, async (stores) => {
        if (!(await stores.staff.end(institutionId, staffMemberId, now()))) {
          throw new DomainError('not-found', `${slug} has no staff member in service with the id ${staffMemberId}.`);
        }
        await record(stores, { institutionId, actor: operator, action: 'staff-ended', subjects: [staffMemberId] });
      });
    },

    async addMachineKey(
      slug: string,
      clientName: string,
      roles: readonly Role[],
    ): Promise<Readonly<{ id: string; key: string }>> {
      const { id: institutionId } = await bySlug(slug);
      return addKey(institutionId, { clientName, roles });
    },

    async revokeKey(slug: string, keyId: string): Promise<void> {
      const { id: institutionId } = await bySlug(slug);
      await transact(institutionId, async (stores) => {
        if (!(await stores.staff.revokeKey(institutionId, keyId, now()))) {
          throw new DomainError('not-found', `${slug} has no key in force with the id ${keyId}.`);
        }
        await record(stores, { institutionId, actor: operator, action: 'key-revoked', subjects: [keyId] });
      });
    },

    /** Refuses where a signing key in force cannot be opened with the key-encryption key: better now than at the next award. */
    async checkKeys(): Promise<void> {
      for (const { id, slug } of await stores.institutions.list()) {
        for (const key of await currentKeys(id)) {
          if (await writer.opens(key)) continue;
          throw new DomainError(
            'service-misconfigured',
            `KEY_ENCRYPTION_KEY does not open the signing key of ${slug}. It is another one than the key was wrapped with.`,
          );
        }
      }
    },

    checkAudit: async (slug: string): Promise<AuditCheck> => checkChain((await bySlug(slug)).id),

    /** A new signing key; the old ones stay in the DID document, so what they signed stays verifiable. */
    async rotateSigningKey(slug: string): Promise<void> {
      const { id: institutionId } = await bySlug(slug);
      const keys = await newSigningKeys(institutionId, await newerThanAll(institutionId));
      await transact(institutionId, async (stores) => {
        for (const key of keys) {
          await stores.signingKeys.insert(key);
          await record(stores, { institutionId, actor: operator, action: 'signing-key-added', subjects: [key.id] });
        }
      });
    },
  };

  /** One of each kind that something is signed with. */
  function newSigningKeys(institutionId: string, createdAt: Date): Promise<readonly SigningKey[]> {
    const make = (algorithm: string) => writer.createKey(institutionId, newId(), algorithm, createdAt);
    return Promise.all(writer.keyAlgorithms.map(make));
  }

  async function currentKeys(institutionId: string): Promise<readonly SigningKey[]> {
    const found = await Promise.all(
      writer.keyAlgorithms.map((algorithm) => stores.signingKeys.current(institutionId, algorithm)),
    );
    return found.filter((key) => key !== undefined);
  }

  /** The newest key signs; where the clock was ahead when the last one was made, now is not newer. */
  async function newerThanAll(institutionId: string): Promise<Date> {
    const made = (await currentKeys(institutionId)).map(({ createdAt }) => createdAt.getTime() + 1);
    return new Date(Math.max(now().getTime(), ...made));
  }

  async function addKey(
    institutionId: string,
    owner: Readonly<{ staffMemberId: string }> | Readonly<{ clientName: string; roles: readonly Role[] }>,
  ): Promise<Readonly<{ id: string; key: string }>> {
    const key = newKey();
    const id = newId();
    const hash = await sha256(key);
    await transact(institutionId, async (stores) => {
      await stores.staff.insertKey({ id, institutionId, hash, createdAt: now(), ...owner });
      await record(stores, { institutionId, actor: operator, action: 'key-added', subjects: [id] });
    });
    return { id, key };
  }
}
