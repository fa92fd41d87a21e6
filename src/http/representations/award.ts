import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { Schemas } from './schemas.ts';
import type { AwardView } from '../../services/award/awarding.ts';

export function toAward(
  { award, institution, microcredentialSlug: slug, certificateToken }: AwardView,
  addresses: Addresses,
): Schemas['Award'] {
  return {
    id: award.id,
    address: addresses.award(award.id),
    completionId: award.completionId,
    learnerId: award.learnerId,
    microcredential: addresses.version(institution.slug, slug, award.version),
    version: award.version,
    legalForm: award.legalForm,
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
