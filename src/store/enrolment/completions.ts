import type { Kysely } from 'kysely';
import type { Completion } from '../../domain/enrolment/completion.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Completions, Visibility } from '../../services/ports/index.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = [
  'completion.institution_id',
  'completion.id',
  'completion.registration_id',
  'completion.grade',
  'completion.date',
  'completion.examiner_id',
  'completion.decision_id',
  'completion.created_at',
] as const;

const toCompletion = (row: Row<'completion'>): Completion => ({
  id: row.id,
  institutionId: row.institution_id,
  registrationId: row.registration_id,
  grade: row.grade,
  date: row.date,
  examinerId: row.examiner_id,
  decisionId: row.decision_id,
  createdAt: row.created_at,
});

export function createCompletions(db: Kysely<Database>): Completions {
  const of = (institutionId: string, { seesProtected }: Visibility) =>
    db
      .selectFrom('completion')
      .innerJoin('registration', (join) =>
        join
          .onRef('registration.institution_id', '=', 'completion.institution_id')
          .onRef('registration.id', '=', 'completion.registration_id'),
      )
      .innerJoin('learner', (join) =>
        join
          .onRef('learner.institution_id', '=', 'registration.institution_id')
          .onRef('learner.id', '=', 'registration.learner_id'),
      )
      .select(columns)
      .where('completion.institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false));

  return {
    // Asked in the middle of a batch: a refusal that is no error of the database leaves the transaction as it was.
    async insert(completion) {
      const inserted = await db
        .insertInto('completion')
        .values({
          institution_id: completion.institutionId,
          id: completion.id,
          registration_id: completion.registrationId,
          grade: completion.grade,
          date: completion.date,
          examiner_id: completion.examinerId,
          decision_id: completion.decisionId,
          created_at: completion.createdAt,
        })
        .onConflict((conflict) => conflict.constraint('completion_of_registration').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!inserted) throw new DomainError('already-completed', 'A result is recorded for this registration.');
    },

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('completion.id', '=', id).executeTakeFirst();
      return row && toCompletion(row);
    },

    async list(institutionId, page, visibility) {
      const rows = await of(institutionId, visibility)
        .where(olderThan(page.cursor, 'completion.created_at', 'completion.id'))
        .orderBy('completion.created_at', 'desc')
        .orderBy('completion.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, toCompletion);
    },
  };
}
