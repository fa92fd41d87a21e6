import type { Kysely } from 'kysely';
import type { Decision } from '../../domain/institution/decision.ts';
import type { Decisions } from '../../services/ports/index.ts';
import { present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = [
  'institution_id',
  'id',
  'kind',
  'person_id',
  'capacity',
  'body',
  'date',
  'ground',
  'case_number',
  'subject_id',
  'recorded_at',
  'recorded_by',
] as const;

const toDecision = (row: Row<'decision'>): Decision => ({
  id: row.id,
  institutionId: row.institution_id,
  kind: row.kind,
  personId: row.person_id,
  date: row.date,
  ground: row.ground,
  subjectId: row.subject_id,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  ...present({ capacity: row.capacity, body: row.body, caseNumber: row.case_number }),
});

export function createDecisions(db: Kysely<Database>): Decisions {
  return {
    async insert(decision) {
      await db
        .insertInto('decision')
        .values({
          institution_id: decision.institutionId,
          id: decision.id,
          kind: decision.kind,
          person_id: decision.personId,
          capacity: decision.capacity ?? null,
          body: decision.body ?? null,
          date: decision.date,
          ground: decision.ground,
          case_number: decision.caseNumber ?? null,
          subject_id: decision.subjectId,
          recorded_at: decision.recordedAt,
          recorded_by: decision.recordedBy,
        })
        .execute();
    },

    async find(institutionId, id) {
      const row = await db
        .selectFrom('decision')
        .select(columns)
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toDecision(row);
    },
  };
}
