import { changed, type InstitutionChange } from '../../domain/institution/change.ts';
import { demandArchiveDuty } from '../../domain/institution/archive-class.ts';
import { demandIdentifiers } from '../../domain/institution/identifiers.ts';
import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import { institutionCalled } from './access.ts';
import { createApiKeys } from './api-keys.ts';
import { type AuditCheck, createAuditCheck } from './audit-check.ts';
import { createRecorder, operator } from './audit.ts';
import { newSigningKeys } from './signing-keys/record.ts';
import { createSigningKeys } from './signing-keys/signing-keys.ts';
import { createStaffing } from './staffing.ts';
import { createUnits } from './units.ts';
import type { Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'newToken'> & Parameters<typeof createSigningKeys>[0];
export type InstitutionInput = Omit<Institution, 'id' | 'createdAt'> &
  Readonly<{ units?: readonly Readonly<Pick<OrganisationalUnit, 'code' | 'name'>>[] }>;
export type Institutions = ReturnType<typeof createInstitutions>;

/** Setting up: institutions, their people and keys. The operator does this; nothing here decides anything. */
export function createInstitutions(ports: Needs) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);
  const checkChain = createAuditCheck(ports);

  const bySlug = (slug: string) => institutionCalled(slug, stores);

  return {
    ...createUnits(ports),
    ...createStaffing(ports),
    ...createApiKeys(ports),
    ...createSigningKeys(ports),

    list: () => stores.institutions.list(),
    bySlug,
    byId: (id: string) => stores.institutions.get(id),

    async create({ units = [], ...input }: InstitutionInput): Promise<Institution> {
      demandIdentifiers(input);
      demandArchiveDuty(input);
      const institution: Institution = { ...input, id: newId(), createdAt: now() };
      const keys = await newSigningKeys(ports, institution.id);
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

    /** Changes these members. What is published already keeps what it says. */
    async change(slug: string, change: InstitutionChange): Promise<Institution> {
      const { id } = await bySlug(slug);
      return transact(id, async (stores) => {
        const isPublished = await stores.institutions.lockPublished(id);
        const next = changed(await stores.institutions.get(id), change, isPublished);
        await stores.institutions.update(next);
        await record(stores, {
          institutionId: id,
          actor: operator,
          action: 'institution-changed',
          subjects: [id],
          detail: { members: Object.keys(change).sort().join(' ') },
        });
        return next;
      });
    },

    checkAudit: async (slug: string): Promise<AuditCheck> => checkChain((await bySlug(slug)).id),
  };
}
