import type { Kysely } from 'kysely';
import type { CorrectionTasks } from '../../services/ports/enrolment.ts';
import type { Visibility } from '../../services/ports/page.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { correctionTaskMap } from './correction-task-table.ts';

export function createCorrectionTasks(db: Kysely<Database>): CorrectionTasks {
  /** Each with its person, without whom there is no registration. */
  const of = (institutionId: string, { seesProtected }: Visibility) =>
    db
      .selectFrom('correction_task')
      .innerJoin('registration', (join) =>
        join
          .onRef('registration.institution_id', '=', 'correction_task.institution_id')
          .onRef('registration.id', '=', 'correction_task.registration_id'),
      )
      .innerJoin('learner', (join) =>
        join
          .onRef('learner.institution_id', '=', 'registration.institution_id')
          .onRef('learner.id', '=', 'registration.learner_id'),
      )
      .select(correctionTaskMap.columns)
      .where('correction_task.institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false));

  return {
    async insert(task) {
      await db.insertInto('correction_task').values(correctionTaskMap.toRow(task)).execute();
    },

    async update(task) {
      await db
        .updateTable('correction_task')
        .set(correctionTaskMap.toRow(task))
        .where('institution_id', '=', task.institutionId)
        .where('id', '=', task.id)
        .where('state', '=', 'open')
        .execute();
    },

    async finish(institutionId, { resultId, doneAt, settledBy }) {
      const row = await db
        .updateTable('correction_task')
        .set({ state: 'done', done_at: doneAt, settled_by: settledBy ?? null })
        .where('institution_id', '=', institutionId)
        .where('result_id', '=', resultId)
        .where('state', '=', 'open')
        .returning('id')
        .executeTakeFirst();
      return row?.id;
    },

    async findOpen(institutionId, resultId) {
      const row = await db
        .selectFrom('correction_task')
        .select(correctionTaskMap.columns)
        .where('institution_id', '=', institutionId)
        .where('result_id', '=', resultId)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return row && correctionTaskMap.toItem(row);
    },

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('correction_task.id', '=', id).executeTakeFirst();
      return row && correctionTaskMap.toItem(row);
    },

    async list(institutionId, state, page, visibility) {
      const rows = await of(institutionId, visibility)
        .$if(state !== undefined, (query) => query.where('correction_task.state', '=', state ?? 'open'))
        .where(olderThan(page.cursor, 'correction_task.created_at', 'correction_task.id'))
        .orderBy('correction_task.created_at', 'desc')
        .orderBy('correction_task.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, correctionTaskMap.toItem);
    },
  };
}
