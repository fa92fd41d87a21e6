import type { AwardRun, RowRefusal, RunRow } from '../../../services/ports/award-run.ts';
import { columnsOf, json, type MaybeJson } from '../../connection/columns.ts';

export type AwardRunTable = {
  institution_id: string;
  id: string;
  decision_id: string;
  sees_protected: boolean;
  created_at: Date;
  finished_at: Date | null;
};

export const runMap = columnsOf<AwardRunTable, AwardRun>()('award_run', {
  institutionId: 'institution_id',
  id: 'id',
  decisionId: 'decision_id',
  seesProtected: 'sees_protected',
  createdAt: 'created_at',
  finishedAt: 'finished_at',
});

export type AwardRunRowTable = {
  institution_id: string;
  run_id: string;
  position: number;
  completion_id: string | null;
  host_id: string | null;
  award_id: string;
  outcome: 'awarded' | 'already-awarded' | 'refused' | null;
  refusal: MaybeJson<RowRefusal>;
};

export const runRowMap = columnsOf<AwardRunRowTable, RunRow>()('award_run_row', {
  position: 'position',
  completionId: 'completion_id',
  hostId: 'host_id',
  awardId: 'award_id',
  outcome: 'outcome',
  refusal: json('refusal'),
});
