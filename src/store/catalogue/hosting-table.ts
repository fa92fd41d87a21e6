import type { HostingAgreement } from '../../domain/catalogue/run/hosting.ts';
import { columnsOf } from '../connection/columns.ts';

export type HostingTable = {
  institution_id: string;
  id: string;
  host_id: string;
  microcredential_id: string;
  version: number;
  awarded_by: HostingAgreement['awardedBy'];
  starts_until: string | null;
  case_number: string | null;
  offered_at: Date;
  accepted_at: Date | null;
  declined_at: Date | null;
  ended_at: Date | null;
};

export const hostingMap = columnsOf<HostingTable, HostingAgreement>()('hosting_agreement', {
  institutionId: 'institution_id',
  id: 'id',
  hostId: 'host_id',
  microcredentialId: 'microcredential_id',
  version: 'version',
  awardedBy: 'awarded_by',
  startsUntil: 'starts_until',
  caseNumber: 'case_number',
  offeredAt: 'offered_at',
  acceptedAt: 'accepted_at',
  declinedAt: 'declined_at',
  endedAt: 'ended_at',
});
