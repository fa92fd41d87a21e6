import type { Examination } from '../../domain/enrolment/examination.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import { columnsOf, group, json, type MaybeJson } from '../connection/columns.ts';

export type ResultTable = {
  institution_id: string;
  id: string;
  registration_id: string;
  grade: string;
  passed: boolean;
  date: string;
  examiner_id: string | null;
  decision_id: string | null;
  decided_system: string | null;
  decided_id: string | null;
  attested_by: string | null;
  attested_at: Date | null;
  examination: MaybeJson<Examination>;
  corrects: string | null;
  corrected_by: string | null;
  created_at: Date;
};

export const resultMap = columnsOf<ResultTable, Result>()('result', {
  institutionId: 'institution_id',
  id: 'id',
  registrationId: 'registration_id',
  grade: 'grade',
  passed: 'passed',
  date: 'date',
  examinerId: 'examiner_id',
  decisionId: 'decision_id',
  decidedIn: group({
    system: 'decided_system',
    id: 'decided_id',
    attestedBy: 'attested_by',
    attestedAt: 'attested_at',
  }),
  examination: json('examination'),
  corrects: 'corrects',
  correctedBy: 'corrected_by',
  createdAt: 'created_at',
});
