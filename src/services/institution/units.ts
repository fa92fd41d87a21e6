import type { OrganisationalUnit } from '../../domain/institution/institution.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import { institutionCalled } from './access.ts';
import { createRecorder, operator } from './audit.ts';
import type { Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;

/** The parts of an institution that own its micro-credentials. */
export function createUnits(ports: Needs) {
  const { stores, transact, newId } = ports;
  const record = createRecorder(ports);
  const idOf = async (slug: string) => (await institutionCalled(slug, stores)).id;

  return {
    listUnits: async (slug: string): Promise<readonly OrganisationalUnit[]> =>
      stores.institutions.units(await idOf(slug)),

    /** Throws `already-exists` where there is one with this code. */
    async addUnit(slug: string, code: string, name: LanguageMap): Promise<OrganisationalUnit> {
      const institutionId = await idOf(slug);
      const unit: OrganisationalUnit = { id: newId(), institutionId, code, name };
      await transact(institutionId, async (stores) => {
        await stores.institutions.insertUnit(unit);
        await record(stores, { institutionId, actor: operator, action: 'unit-added', subjects: [unit.id] });
      });
      return unit;
    },

    /** The name in these languages; in others it stays as it is. The code is what drafts name it by, and stays. */
    async renameUnit(slug: string, code: string, name: LanguageMap): Promise<OrganisationalUnit> {
      const institutionId = await idOf(slug);
      return transact(institutionId, async (stores) => {
        const unit = await stores.institutions.findUnit(institutionId, code);
        if (!unit) throw new DomainError('not-found', `${slug} has no unit with the code ${code}.`);
        const renamed = { ...unit, name: { ...unit.name, ...name } };
        await stores.institutions.updateUnit(renamed);
        await record(stores, { institutionId, actor: operator, action: 'unit-renamed', subjects: [unit.id] });
        return renamed;
      });
    },
  };
}
