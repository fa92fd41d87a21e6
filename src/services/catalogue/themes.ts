import type { InstitutionTheme } from '../../domain/catalogue/description/description.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import { institutionCalled } from '../institution/access.ts';
import { createRecorder, operator } from '../institution/audit.ts';
import type { Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;

/** The themes by which an institution sorts its courses. The operator keeps the list. */
export function createThemes(ports: Needs) {
  const { stores, transact } = ports;
  const record = createRecorder(ports);
  const idOf = async (slug: string) => (await institutionCalled(slug, stores)).id;

  /** Does it, and records that it was done; codes of themes name nobody. */
  async function change<T>(
    slug: string,
    action: string,
    code: string,
    work: (stores: Stores, institutionId: string) => Promise<T>,
  ): Promise<T> {
    const institutionId = await idOf(slug);
    return transact(institutionId, async (stores) => {
      const done = await work(stores, institutionId);
      await record(stores, { institutionId, actor: operator, action, subjects: [institutionId], detail: { code } });
      return done;
    });
  }

  const noSuch = (slug: string, code: string) =>
    new DomainError('not-found', `${slug} has no theme with the code ${code}.`);

  return {
    list: async (slug: string): Promise<readonly InstitutionTheme[]> => stores.themes.list(await idOf(slug)),

    /** Throws `already-exists` where there is one with this code. */
    add: (slug: string, code: string, label: LanguageMap): Promise<void> =>
      change(slug, 'theme-added', code, (stores, institutionId) =>
        stores.themes.insert({ institutionId, code, label }),
      ),

    /** The name in these languages; in others it stays. What is published keeps what it says. */
    rename: (slug: string, code: string, label: LanguageMap): Promise<InstitutionTheme> =>
      change(slug, 'theme-renamed', code, async (stores, institutionId) => {
        const found = (await stores.themes.list(institutionId)).find((theme) => theme.code === code);
        if (!found) throw noSuch(slug, code);
        const renamed = { ...found, label: { ...found.label, ...label } };
        await stores.themes.update(renamed);
        return renamed;
      }),

    /** New versions cannot have it any more; what is published keeps it. */
    remove: (slug: string, code: string): Promise<void> =>
      change(slug, 'theme-removed', code, async (stores, institutionId) => {
        if (!(await stores.themes.remove(institutionId, code))) throw noSuch(slug, code);
      }),
  };
}
