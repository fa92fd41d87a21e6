import type { Decision } from '../../domain/institution/decision.ts';
import { columnsOf, type Json, json } from '../connection/columns.ts';

export type DecisionTable = {
  institution_id: string;
  id: string;
  kind: Decision['kind'];
  person_id: string;
  capacity: string | null;
  body: string | null;
  date: string;
  ground: string;
  case_number: string | null;
  subjects: Json<readonly string[]>;
  recorded_at: Date;
  recorded_by: string;
};

export const decisionMap = columnsOf<DecisionTable, Decision>()('decision', {
  institutionId: 'institution_id',
  id: 'id',
  kind: 'kind',
  personId: 'person_id',
  capacity: 'capacity',
  body: 'body',
  date: 'date',
  ground: 'ground',
  caseNumber: 'case_number',
  subjects: json('subjects'),
  recordedAt: 'recorded_at',
  recordedBy: 'recorded_by',
});
