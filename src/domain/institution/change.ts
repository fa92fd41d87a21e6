import type { Institution } from './institution.ts';
import { demandArchiveDuty } from './archive-class.ts';
import { demandIdentifiers } from './identifiers.ts';
import { DomainError } from '../shared/errors.ts';
import { present } from '../shared/present.ts';

/** What an institution need not have, so that it can be taken away again. */
export const removableMembers = [
  'archiveClasses',
  'courseCertificate',
  'identifiers',
  'homepage',
  'accent',
] as const satisfies readonly (keyof Institution)[];
type Removable = (typeof removableMembers)[number];

/** What an operator wants otherwise; null takes a member away. */
export type InstitutionChange = Readonly<
  Partial<Omit<Institution, 'id' | 'createdAt' | Removable>> & {
    [Name in Removable]?: Institution[Name] | null;
  }
>;
/**
 * The institution as it is then; throws for members on which what was published depends. `published`: whether it
 * ever published a version.
 */
export function changed(institution: Institution, change: InstitutionChange, published: boolean): Institution {
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
  const members = Object.entries({ ...institution, ...present(change) });
  const next = Object.fromEntries(members.filter(([, value]) => value !== null)) as Institution;
  demandIdentifiers(next);
  demandArchiveDuty(next);
  return next;
}
