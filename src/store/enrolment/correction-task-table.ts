import type { CorrectionTask } from '../../domain/enrolment/correction-task.ts';
import type { Examination } from '../../domain/enrolment/examination.ts';
import { columnsOf, json, type MaybeJson } from '../connection/columns.ts';

export type CorrectionTaskTable = {
  institution_id: string;
  id: string;
  registration_id: string;
  result_id: string;
  grade: string;
  passed: boolean;
  date: string;
  examination: MaybeJson<Examination>;
  attested_by: string;
  attested_at: Date;
  state: CorrectionTask['state'];
  created_at: Date;
  done_at: Date | null;
  settled_by: string | null;
};

export const correctionTaskMap = columnsOf<CorrectionTaskTable, CorrectionTask>()('correction_task', {
  institutionId: 'institution_id',
  id: 'id',
  registrationId: 'registration_id',
  resultId: 'result_id',
  grade: 'grade',
  passed: 'passed',
  date: 'date',
  examination: json('examination'),
  attestedBy: 'attested_by',
  attestedAt: 'attested_at',
  state: 'state',
  createdAt: 'created_at',
  doneAt: 'done_at',
  settledBy: 'settled_by',
});
