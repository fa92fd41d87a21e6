import { toViolation } from '../../domain/catalogue/gate-finding.ts';
import { hostingStateOf } from '../../domain/catalogue/run/hosting.ts';
import { stateOf } from '../../domain/catalogue/microcredential.ts';
import type { GateReport } from '../../domain/catalogue/publish-gate.ts';
import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { Locale } from '../../domain/shared/language.ts';
import { present } from '../../domain/shared/present.ts';
import type { Schemas } from './schemas.ts';
import type { PublishedEntry } from '../../services/ports/index.ts';
import { publicEntry, publicVersion } from '../../services/catalogue/entry-document.ts';
import type { DraftView } from '../../services/catalogue/draft-view.ts';
import type { HostingView } from '../../services/catalogue/hosting.ts';
import type { ListedEntry } from '../../services/catalogue/next-starts.ts';
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

const toGateReport = ({ faults, warnings, awaited }: GateReport, locale: Locale): Schemas['GateReport'] => ({
  faults: faults.map((each) => toViolation(each, locale)),
  warnings: warnings.map((each) => toViolation(each, locale)),
  ...(awaited && { awaited: awaited.map((each) => toViolation(each, locale)) }),
});

export const toVersion = (published: PublishedEntry, addresses: Addresses): Schemas['Version'] =>
  publicVersion(published, addresses);

export const toCatalogueEntry = (published: ListedEntry, addresses: Addresses): Schemas['CatalogueEntry'] => ({
  ...publicEntry(published, addresses),
  ...present({ nextStart: published.nextStart }),
});

export function toOffering(
  { offering, state, institution, owner, issuer, microcredentialSlug: slug }: OfferingView,
  addresses: Addresses,
): Schemas['Offering'] {
  const { institutionId: _, microcredentialId: __, createdAt: ___, cancelledAt: ____, ...run } = offering;
  const { ownerId: _____, issuerId: ______, agreementId: _______, ...rest } = run;
  return {
    ...rest,
    address: addresses.offering(institution.slug, offering.id),
    microcredential: addresses.microcredential(owner.slug, slug),
    givenBy: institution.slug,
    awardedBy: issuer,
    state,
  };
}

export const toHostingAgreement = (
  { agreement, owner, host, microcredentialSlug: slug }: HostingView,
  addresses: Addresses,
): Schemas['HostingAgreement'] => ({
  id: agreement.id,
  owner: owner.slug,
  host: host.slug,
  microcredential: addresses.microcredential(owner.slug, slug),
  version: agreement.version,
  awardedBy: agreement.awardedBy,
  state: hostingStateOf(agreement),
  offeredAt: agreement.offeredAt.toISOString(),
  ...present({
    startsUntil: agreement.startsUntil,
    caseNumber: agreement.caseNumber,
    acceptedAt: agreement.acceptedAt?.toISOString(),
    declinedAt: agreement.declinedAt?.toISOString(),
    endedAt: agreement.endedAt?.toISOString(),
  }),
});
