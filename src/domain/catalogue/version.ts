import type { Addresses } from '../shared/addresses.ts';
import { timestamp } from '../shared/dates.ts';
import type { Institution } from '../institution/institution.ts';
import type { CompleteContent } from './microcredential.ts';

/** The public document of a published version; its RFC 8785 text is what the digest is over. */
export type VersionDocument = Readonly<{
  id: string;
  type: 'Microcredential';
  isVersionOf: string;
  version: number;
  publishedAt: string;
  institution: Readonly<{ id: string; page: string; name: Institution['name']; country: Institution['country'] }>;
  content: CompleteContent;
}>;

type Facts = Readonly<{
  addresses: Addresses;
  institution: Pick<Institution, 'slug' | 'name' | 'country'>;
  slug: string;
  number: number;
  content: CompleteContent;
  publishedAt: Date;
}>;

export const composeVersion = ({
  addresses,
  institution,
  slug,
  number,
  content,
  publishedAt,
}: Facts): VersionDocument => ({
  id: addresses.version(institution.slug, slug, number),
  type: 'Microcredential',
  isVersionOf: addresses.microcredential(institution.slug, slug),
  version: number,
  publishedAt: timestamp(publishedAt),
  institution: {
    id: addresses.did(institution.slug),
    page: addresses.institution(institution.slug),
    name: institution.name,
    country: institution.country,
  },
  content,
});
