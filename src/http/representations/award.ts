import type { Addresses } from '../../domain/addresses/addresses.ts';
import { archivedAs } from '../../domain/institution/archive-class.ts';
import { present } from '../../domain/shared/present.ts';
import type { Schemas } from './schemas.ts';
import type { AwardView } from '../../services/award/awarding.ts';
import type { HostedCompletion } from '../../services/ports/index.ts';

/** Where the institution that reads it awarded it, with how it is archived there. */
export function toAward(
  { award, parties, reader, microcredentialSlug: slug, certificateToken, partnerDecisions }: AwardView,
  addresses: Addresses,
): Schemas['Award'] {
  const archive = parties.issuer === reader.slug ? archivedAs(reader, 'award', award.awardedOn) : undefined;
  return {
    id: award.id,
    address: addresses.award(award.id),
    completionId: award.completionId,
    learnerId: award.learnerId,
    microcredential: addresses.version(parties.owner, slug, award.version),
    version: award.version,
    awardedBy: parties.issuer,
    givenBy: parties.host,
    courseOf: parties.owner,
    legalForm: award.legalForm,
    nameAsAwarded: award.nameAsAwarded,
    grade: award.grade,
    completedOn: award.completedOn,
    awardedOn: award.awardedOn,
    state: award.state,
    decisionId: award.decisionId,
    ...(award.revokedAt && { revokedAt: award.revokedAt.toISOString() }),
    ...present({ archive }),
    ...(partnerDecisions && { partnerDecisions: [...partnerDecisions] }),
    ...(certificateToken !== undefined && { certificatePage: addresses.certificatePage(certificateToken) }),
  };
}

/** `owner`: the slug of whose course it is. */
export const toHostedCompletion = (
  { host, offeringId, microcredentialSlug, date, ...rest }: HostedCompletion,
  owner: string,
  addresses: Addresses,
): Schemas['HostedCompletion'] => ({
  ...rest,
  host,
  offering: addresses.offering(host, offeringId),
  microcredential: addresses.version(owner, microcredentialSlug, rest.version),
  completedOn: date,
});
