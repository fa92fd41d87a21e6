import type { Decision } from '../../domain/institution/decision.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { present } from '../../domain/shared/present.ts';
import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { Schemas } from './schemas.ts';

/** How the things of the domain look in the contract: public addresses instead of inner ids, moments as RFC 3339. */
export const toInstitution = (institution: Institution, addresses: Addresses): Schemas['Institution'] => ({
  slug: institution.slug,
  id: addresses.did(institution.slug),
  name: institution.name,
  country: institution.country,
  kind: institution.kind,
  defaultLocale: institution.defaultLocale,
  review: institution.review,
  ...present({ courseCertificate: institution.courseCertificate }),
  ...(institution.identifiers && { identifiers: [...institution.identifiers] }),
  address: addresses.institution(institution.slug),
  ...(institution.homepage !== undefined && { homepage: institution.homepage }),
});

export function toDecision({ institutionId: _, recordedAt, ...decision }: Decision): Schemas['Decision'] {
  return { ...decision, subjects: [...decision.subjects], recordedAt: recordedAt.toISOString() };
}
