import type { Award } from '../../domain/award/award.ts';
import type { AwardEntry } from '../../services/ports/index.ts';
import { present } from '../connection/rows.ts';
import type { Row } from '../connection/tables.ts';

export const awardColumns = [
  'award.institution_id',
  'award.id',
  'award.completion_id',
  'award.learner_id',
  'award.microcredential_id',
  'award.version',
  'award.version_digest',
  'award.language',
  'award.name_as_awarded',
  'award.grade',
  'award.completed_on',
  'award.awarded_on',
  'award.decision_id',
  'award.status_list_id',
  'award.status_index',
  'award.state',
  'award.revoked_at',
  'award.created_at',
] as const;

type AwardRow = Omit<Row<'award'>, 'certificate_token'> & Readonly<{ list_number: number }>;
export type EntryRow = AwardRow & Readonly<{ slug: string; certificate_token: string | null }>;

export const toAward = (row: AwardRow): Award => ({
  id: row.id,
  institutionId: row.institution_id,
  completionId: row.completion_id,
  learnerId: row.learner_id,
  microcredentialId: row.microcredential_id,
  version: row.version,
  versionDigest: row.version_digest,
  language: row.language,
  nameAsAwarded: row.name_as_awarded,
  grade: row.grade,
  completedOn: row.completed_on,
  awardedOn: row.awarded_on,
  decisionId: row.decision_id,
  status: { listId: row.status_list_id, listNumber: row.list_number, index: row.status_index },
  state: row.state,
  createdAt: row.created_at,
  ...present({ revokedAt: row.revoked_at }),
});

export const toEntry = (row: EntryRow): AwardEntry => ({
  award: toAward(row),
  microcredentialSlug: row.slug,
  ...present({ certificateToken: row.certificate_token }),
});

export const toAwardRow = (award: Award): Row<'award'> => ({
  institution_id: award.institutionId,
  id: award.id,
  completion_id: award.completionId,
  learner_id: award.learnerId,
  microcredential_id: award.microcredentialId,
  version: award.version,
  version_digest: award.versionDigest,
  language: award.language,
  name_as_awarded: award.nameAsAwarded,
  grade: award.grade,
  completed_on: award.completedOn,
  awarded_on: award.awardedOn,
  decision_id: award.decisionId,
  status_list_id: award.status.listId,
  status_index: award.status.index,
  state: award.state,
  revoked_at: award.revokedAt ?? null,
  certificate_token: null,
  created_at: award.createdAt,
});
