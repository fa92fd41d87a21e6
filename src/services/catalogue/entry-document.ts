import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { CompleteContent } from '../../domain/catalogue/microcredential.ts';
import type { HostingAgreement } from '../../domain/catalogue/run/hosting.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import type { PublishedEntry } from '../ports/index.ts';

/** A published version as everyone reads it. */
export type PublicVersion = {
  address: string;
  microcredential: string;
  institution: string;
  number: number;
  digest: string;
  publishedAt: string;
  content: CompleteContent;
};

/** Who else gives a version of a course, and whether they award it; it says so also when nothing new starts any more. */
export type GivenElsewhere = {
  institution: string;
  name: Institution['name'];
  page: string;
  version: number;
  awards: boolean;
  since: string;
  until?: string;
};

/** A micro-credential as everyone reads it: the newest version, and who else gives which. */
export type PublicEntry = {
  address: string;
  slug: string;
  institution: string;
  institutionName: Institution['name'];
  country: Institution['country'];
  version: PublicVersion;
  givenElsewhere?: GivenElsewhere[];
};

export const publicVersion = (
  { institution, microcredentialSlug: slug, version }: PublishedEntry,
  addresses: Addresses,
): PublicVersion => ({
  address: addresses.version(institution.slug, slug, version.number),
  microcredential: addresses.microcredential(institution.slug, slug),
  institution: institution.slug,
  number: version.number,
  digest: version.digest,
  publishedAt: version.publishedAt.toISOString(),
  content: version.content,
});

/** An agreement that was accepted, with the host. */
type Accepted = Readonly<{ agreement: HostingAgreement; host: Institution }>;

/** One for each host, version and answer to who awards, however often they have agreed: a reader has to read them all. */
function givenElsewhere(accepted: readonly Accepted[], owner: Institution, addresses: Addresses): GivenElsewhere[] {
  const found = new Map<string, GivenElsewhere>();
  for (const { agreement, host } of accepted) {
    const { version, awardedBy, acceptedAt, endedAt } = agreement;
    const key = `${host.id} ${version} ${awardedBy}`;
    const { until: _, ...before } = found.get(key) ?? {
      institution: addresses.did(host.slug),
      name: host.name,
      page: addresses.institution(host.slug),
      version,
      awards: awardedBy === 'host',
      since: todayIn(owner, acceptedAt as Date),
    };
    found.set(key, { ...before, ...(endedAt && { until: todayIn(owner, endedAt) }) });
  }
  return [...found.values()];
}

export const publicEntry = (
  published: PublishedEntry,
  addresses: Addresses,
  accepted: readonly Accepted[] = [],
): PublicEntry => ({
  address: addresses.microcredential(published.institution.slug, published.microcredentialSlug),
  slug: published.microcredentialSlug,
  institution: published.institution.slug,
  institutionName: published.institution.name,
  country: published.institution.country,
  version: publicVersion(published, addresses),
  ...(accepted.length > 0 && {
    givenElsewhere: givenElsewhere(accepted, published.institution, addresses),
  }),
});
