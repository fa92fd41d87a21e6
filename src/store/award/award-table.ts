import type { Award, AwardState } from '../../domain/award/award.ts';
import type { StatusEntry } from '../../domain/award/status-list.ts';
import type { LanguageCode } from '../../domain/shared/language.ts';
import { columnsOf, group } from '../connection/columns.ts';

export type AwardTable = {
  institution_id: string;
  id: string;
  host_id: string;
  owner_id: string;
  completion_id: string;
  learner_id: string;
  microcredential_id: string;
  version: number;
  version_digest: string;
  legal_form: Award['legalForm'];
  language: LanguageCode;
  name_as_awarded: string;
  grade: string;
  completed_on: string;
  awarded_on: string;
  decision_id: string;
  status_list_id: string;
  status_index: number;
  state: AwardState;
  revoked_at: Date | null;
  certificate_token: string | null;
  created_at: Date;
};

/** The number of the list is in the list's own table. */
type AwardRecord = Omit<Award, 'status'> &
  Readonly<{ status: Omit<StatusEntry, 'listNumber'>; certificateToken?: string }>;

export const awardMap = columnsOf<AwardTable, AwardRecord>()('award', {
  institutionId: 'institution_id',
  id: 'id',
  hostId: 'host_id',
  ownerId: 'owner_id',
  completionId: 'completion_id',
  learnerId: 'learner_id',
  microcredentialId: 'microcredential_id',
  version: 'version',
  versionDigest: 'version_digest',
  legalForm: 'legal_form',
  language: 'language',
  nameAsAwarded: 'name_as_awarded',
  grade: 'grade',
  completedOn: 'completed_on',
  awardedOn: 'awarded_on',
  decisionId: 'decision_id',
  status: group({ listId: 'status_list_id', index: 'status_index' }),
  state: 'state',
  revokedAt: 'revoked_at',
  certificateToken: 'certificate_token',
  createdAt: 'created_at',
});
