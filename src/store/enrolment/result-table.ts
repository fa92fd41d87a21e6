import type { Result } from '../../domain/enrolment/result.ts';
import { columnsOf } from '../connection/columns.ts';

export type ResultTable = {
  institution_id: string;
  id: string;
  registration_id: string;
  grade: string;
  passed: boolean;
  date: string;
  examiner_id: string;
  decision_id: string;
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
  corrects: 'corrects',
  correctedBy: 'corrected_by',
  createdAt: 'created_at',
});
