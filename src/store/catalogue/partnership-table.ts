import type { PartnerOutcome, Partnership } from '../../domain/catalogue/joint/partnership.ts';
import type { VersionPartner } from '../../services/ports/catalogue.ts';
import { columnsOf, group } from '../connection/columns.ts';

export type PartnershipTable = {
  institution_id: string;
  id: string;
  owner_id: string;
  microcredential_id: string;
  may_edit: boolean;
  invited_at: Date;
  left_at: Date | null;
  outcome: PartnerOutcome | null;
  content_digest: string | null;
  decision_id: string | null;
  note: string | null;
};

export const partnershipMap = columnsOf<PartnershipTable, Partnership>()('partnership', {
  institutionId: 'institution_id',
  id: 'id',
  ownerId: 'owner_id',
  microcredentialId: 'microcredential_id',
  mayEdit: 'may_edit',
  invitedAt: 'invited_at',
  leftAt: 'left_at',
  decision: group({
    outcome: 'outcome',
    contentDigest: 'content_digest',
    decisionId: 'decision_id',
    note: 'note',
  }),
});

export type VersionPartnerTable = {
  institution_id: string;
  microcredential_id: string;
  number: number;
  partner_id: string;
  decision_id: string;
};

export const versionPartnerMap = columnsOf<VersionPartnerTable, VersionPartner>()('version_partner', {
  institutionId: 'institution_id',
  microcredentialId: 'microcredential_id',
  number: 'number',
  partnerId: 'partner_id',
  decisionId: 'decision_id',
});
