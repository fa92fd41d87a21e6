import type { Addresses } from '../domain/shared/addresses.ts';
import type { Completion } from '../domain/enrolment/completion.ts';
import type { Decision } from '../domain/institution/decision.ts';
import { toViolation } from '../domain/catalogue/gate-finding.ts';
import type { Institution } from '../domain/institution/institution.ts';
import type { Locale } from '../domain/shared/language.ts';
import type { Learner } from '../domain/enrolment/learner.ts';
import { stateOf } from '../domain/catalogue/microcredential.ts';
import type { GateReport } from '../domain/catalogue/publish-gate.ts';
import type { Registration } from '../domain/enrolment/registration.ts';
import type { components } from '../generated/openapi.d.ts';
import type { Awarded } from '../services/award/awarding.ts';
import type { Published } from '../services/catalogue/catalogue.ts';
import type { Worked } from '../services/catalogue/drafting.ts';
import type { Offered } from '../services/catalogue/offerings.ts';

type Schemas = components['schemas'];

/** How the things of the domain look in the contract: public addresses instead of inner ids, moments as RFC 3339. */
export const toInstitution = (institution: Institution, addresses: Addresses): Schemas['Institution'] => ({
  slug: institution.slug,
  id: addresses.did(institution.slug),
  name: institution.name,
  country: institution.country,
  kind: institution.kind,
  defaultLocale: institution.defaultLocale,
  review: institution.review,
  address: addresses.institution(institution.slug),
  ...(institution.homepage !== undefined && { homepage: institution.homepage }),
});

export function toMicrocredential(
  { microcredential, institution, ownerUnit, gate }: Worked,
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
    ...(ownerUnit !== undefined && { ownerUnit }),
    ...(reviewBy !== undefined && { reviewBy }),
    ...(publishedVersion !== undefined && { publishedVersion }),
    ...(draft && {
      draft: {
        content: draft.content,
        state: draft.state,
        revision: draft.revision,
        updatedAt: draft.updatedAt.toISOString(),
        ...(draft.returnedNote !== undefined && { returnedNote: draft.returnedNote }),
      },
    }),
    ...(gate && { gate: toGateReport(gate, locale) }),
  };
}

const toGateReport = ({ faults, warnings }: GateReport, locale: Locale): Schemas['GateReport'] => ({
  faults: faults.map((each) => toViolation(each, locale)),
  warnings: warnings.map((each) => toViolation(each, locale)),
});

export const toVersion = ({ institution, slug, version }: Published, addresses: Addresses): Schemas['Version'] => ({
  address: addresses.version(institution.slug, slug, version.number),
  microcredential: addresses.microcredential(institution.slug, slug),
  institution: institution.slug,
  number: version.number,
  digest: version.digest,
  publishedAt: version.publishedAt.toISOString(),
  content: version.content,
});

export const toCatalogueEntry = (published: Published, addresses: Addresses): Schemas['CatalogueEntry'] => ({
  address: addresses.microcredential(published.institution.slug, published.slug),
  slug: published.slug,
  institution: published.institution.slug,
  institutionName: published.institution.name,
  country: published.institution.country,
  version: toVersion(published, addresses),
});

export function toOffering({ offering, institution, slug }: Offered, addresses: Addresses): Schemas['Offering'] {
  const { institutionId: _, microcredentialId: __, createdAt: ___, cancelledAt, ...rest } = offering;
  return {
    ...rest,
    microcredential: addresses.microcredential(institution.slug, slug),
    cancelled: cancelledAt !== undefined,
  };
}

/** Identifiers are not shown: whoever needs to look one up has the system it came from. */
export function toLearner({
  institutionId: _,
  identifiers: __,
  createdAt: ___,
  ...learner
}: Learner): Schemas['Learner'] {
  return learner;
}

export function toRegistration({
  institutionId: _,
  createdAt: __,
  ...registration
}: Registration): Schemas['Registration'] {
  return registration;
}

export function toCompletion({ institutionId: _, createdAt: __, ...completion }: Completion): Schemas['Completion'] {
  return completion;
}

export function toDecision({ institutionId: _, recordedAt, ...decision }: Decision): Schemas['Decision'] {
  return { ...decision, recordedAt: recordedAt.toISOString() };
}

export function toAward(
  { award, institution, slug, certificateToken }: Awarded,
  addresses: Addresses,
): Schemas['Award'] {
  return {
    id: award.id,
    address: addresses.award(award.id),
    completionId: award.completionId,
    learnerId: award.learnerId,
    microcredential: addresses.version(institution.slug, slug, award.version),
    version: award.version,
    nameAsAwarded: award.nameAsAwarded,
    grade: award.grade,
    completedOn: award.completedOn,
    awardedOn: award.awardedOn,
    state: award.state,
    decisionId: award.decisionId,
    ...(award.revokedAt && { revokedAt: award.revokedAt.toISOString() }),
    ...(certificateToken !== undefined && { certificatePage: addresses.certificatePage(certificateToken) }),
  };
}
