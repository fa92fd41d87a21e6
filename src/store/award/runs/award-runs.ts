import { type Kysely, sql } from 'kysely';
import type { AwardRuns } from '../../../services/ports/award-run.ts';
import { afterPosition, pageOf, rowsFor } from '../../connection/cursors.ts';
import type { Database } from '../../connection/tables.ts';
import { runMap, runRowMap } from './award-run-table.ts';
import { createRunWork } from './award-run-work.ts';

export function createAwardRuns(db: Kysely<Database>): AwardRuns {
  return {
    ...createRunWork(db),

    async find(institutionId, id) {
      const row = await db
        .selectFrom('award_run')
        .select(runMap.columns)
        .select((run) =>
          run
            .selectFrom('award_run_row as row')
            .select(
              sql<Record<'awarded' | 'alreadyAwarded' | 'refused' | 'waiting', number>>`json_build_object(
                'awarded', count(*) filter (where outcome = 'awarded'),
                'alreadyAwarded', count(*) filter (where outcome = 'already-awarded'),
                'refused', count(*) filter (where outcome = 'refused'),
                'waiting', count(*) filter (where outcome is null))`.as('counts'),
            )
            .whereRef('row.institution_id', '=', 'award_run.institution_id')
            .whereRef('row.run_id', '=', 'award_run.id')
            .as('counts'),
        )
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.counts ? { ...runMap.toItem(row), counts: row.counts } : undefined;
    },

    async rows(institutionId, id, page, { seesProtected }) {
      const rows = await db
        .selectFrom('award_run_row')
        .leftJoin('award', (join) =>
          join
            .onRef('award.institution_id', '=', 'award_run_row.institution_id')
            .onRef('award.id', '=', 'award_run_row.award_id'),
        )
        .select(runRowMap.columns)
        .select('award.state')
        .where('award_run_row.institution_id', '=', institutionId)
        .where('run_id', '=', id)
        .where(afterPosition(page.cursor, 'position'))
        .$if(!seesProtected, (query) =>
          query.where(
            sql<boolean>`not exists (
              select from result
              join registration on registration.institution_id = result.institution_id
                and registration.id = result.registration_id
              join learner on learner.institution_id = result.institution_id and learner.id = registration.learner_id
              where result.institution_id = coalesce(award_run_row.host_id, award_run_row.institution_id)
                and result.id = award_run_row.completion_id and learner.protected
            )`,
          ),
        )
        .orderBy('position')
        .limit(rowsFor(page))
        .execute();
      return pageOf(
        rows,
        page,
        ({ position }) => [String(position), ''],
        ({ state, ...row }) => ({ ...runRowMap.toItem(row), ...(state !== null && { state }) }),
      );
    },
  };
}
