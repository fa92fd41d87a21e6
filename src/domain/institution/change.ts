import type { Institution } from './institution.ts';
import { DomainError } from '../shared/errors.ts';

/** What an operator wants otherwise; null takes a member away. */
export type InstitutionChange = Readonly<
  Partial<Omit<Institution, 'id' | 'createdAt' | 'homepage' | 'accent'>> & {
    homepage?: string | null;
    accent?: string | null;
  }
>;

/**
 * The institution as it is then; throws for members on which what was published depends. `published`: whether it
 * ever published a version.
 */
export function changed(institution: Institution, change: InstitutionChange, published: boolean): Institution {
  const { homepage, accent, ...rest } = change;
  if (change.slug !== undefined && change.slug !== institution.slug)
    throw new DomainError(
      'state-forbids',
      'The slug stands in the DID and in every permanent address, also in what strangers have noted: it never changes.',
    );
  for (const member of ['country', 'kind'] as const)
    if (published && change[member] !== undefined && change[member] !== institution[member])
      throw new DomainError(
        'state-forbids',
        `The ${member} cannot change any more: published versions follow the rules for it, and they never change.`,
      );
  const { homepage: oldHomepage, accent: oldAccent, ...kept } = institution;
  return {
    ...kept,
    ...rest,
    ...optional('homepage', homepage, oldHomepage),
    ...optional('accent', accent, oldAccent),
  };
}

/** The new value, or the old one where nothing is said of it; none where null takes it away. */
function optional<Name extends string>(
  name: Name,
  next: string | null | undefined,
  old: string | undefined,
): Readonly<Partial<Record<Name, string>>> {
  const value = next === undefined ? old : (next ?? undefined);
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, string>>;
}
