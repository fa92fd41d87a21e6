import { toViolation } from '../../domain/catalogue/gate-finding.ts';
import { stateOf } from '../../domain/catalogue/microcredential.ts';
import type { GateReport } from '../../domain/catalogue/publish-gate.ts';
import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { Locale } from '../../domain/shared/language.ts';
import { present } from '../../domain/shared/present.ts';
import type { Schemas } from './schemas.ts';
import type { PublishedEntry } from '../../services/ports/index.ts';
import type { DraftView } from '../../services/catalogue/draft-view.ts';
import type { OfferingView } from '../../services/catalogue/offerings.ts';

export function toMicrocredential(
  { microcredential, institution, ownerUnit, gate, dropped, funding }: DraftView,
  addresses: Addresses,
  locale: Locale,
): Schemas['Microcredential'] {
  const { id, slug, reviewBy, publishedVersion, draft } = microcredential;
  return {
    id,
    slug,
    institution: institution.slug,
    address: addresses.microcredential(institution.slug, slug),
    state: stateOf(microcredential),
    ...present({ ownerUnit, reviewBy, publishedVersion }),
    ...(draft && {
      draft: {
        content: draft.content,
        state: draft.state,
        revision: draft.revision,
        updatedAt: draft.updatedAt.toISOString(),
        ...present({ returnedNote: draft.returnedNote }),
      },
    }),
    ...(gate && { gate: toGateReport(gate, locale) }),
    ...present({ dropped, funding }),
  };
}

const toGateReport = ({ faults, warnings }: GateReport, locale: Locale): Schemas['GateReport'] => ({
  faults: faults.map((each) => toViolation(each, locale)),
  warnings: warnings.map((each) => toViolation(each, locale)),
});

export const toVersion = (
  { institution, microcredentialSlug: slug, version }: PublishedEntry,
  addresses: Addresses,
): Schemas['Version'] => ({
  address: addresses.version(institution.slug, slug, version.number),
  microcredential: addresses.microcredential(institution.slug, slug),
  institution: institution.slug,
  number: version.number,
  digest: version.digest,
  publishedAt: version.publishedAt.toISOString(),
  content: version.content,
});

export const toCatalogueEntry = (published: PublishedEntry, addresses: Addresses): Schemas['CatalogueEntry'] => ({
  address: addresses.microcredential(published.institution.slug, published.microcredentialSlug),
  slug: published.microcredentialSlug,
  institution: published.institution.slug,
  institutionName: published.institution.name,
  country: published.institution.country,
  version: toVersion(published, addresses),
});

export function toOffering(
  { offering, state, institution, microcredentialSlug: slug }: OfferingView,
  addresses: Addresses,
): Schemas['Offering'] {
  const { institutionId: _, microcredentialId: __, createdAt: ___, cancelledAt: ____, ...rest } = offering;
  return {
    ...rest,
    address: addresses.offering(institution.slug, offering.id),
    microcredential: addresses.microcredential(institution.slug, slug),
    state,
  };
}
