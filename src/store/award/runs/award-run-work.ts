import { type Kysely, sql } from 'kysely';
import type { AwardRuns, RunRow, WaitingRow } from '../../../services/ports/award-run.ts';
import { named, rowsOf } from '../../connection/recordset.ts';
import type { Database } from '../../connection/tables.ts';
import { addingLinks } from '../../institution/audit-chain.ts';
import { decisionMap } from '../../institution/decision-table.ts';
import { runMap, runRowMap } from './award-run-table.ts';

/** A jsonb column of a record set is given as what it holds. */
const toRows = (institutionId: string, runId: string, rows: readonly RunRow[]) =>
  rows.map((row) => ({
    ...runRowMap.toRow(row),
    refusal: row.refusal ?? null,
    institution_id: institutionId,
    run_id: runId,
  }));
const rowNames = ['institution_id', 'run_id', ...runRowMap.names] as const;

/** What moves a run on. */
export function createRunWork(
  db: Kysely<Database>,
): Pick<AwardRuns, 'insert' | 'unfinished' | 'claim' | 'settle' | 'finish'> {
  return {
    async insert(run, decision, rows, link) {
      const { institutionId, id } = run;
      const decided = [{ ...decisionMap.toRow(decision), subjects: decision.subjects }];
      await sql`
        with recursive decided as (
          insert into decision (${named(decisionMap.names)})
          select ${named(decisionMap.names)} from ${rowsOf('decision', decided)} returning id
        ), run as (
          insert into award_run (${named(runMap.names)})
          select ${named(runMap.names)} from ${rowsOf('award_run', [runMap.toRow(run)])} returning id
        ), row as (
          insert into award_run_row (${named(rowNames)})
          select ${named(rowNames)} from ${rowsOf('award_run_row', toRows(institutionId, id, rows))} returning position
        ), ${addingLinks(institutionId, [{ link }], {
          after: sql<boolean>`(select count(*) from decided) + (select count(*) from run) + (select count(*) from row) > 0`,
          which: sql<boolean>`true`,
        })}
        select sequence from linked`.execute(db);
    },

    async unfinished(limit) {
      const rows = await db
        .selectFrom('award_run')
        .select(runMap.columns)
        .where('finished_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(runMap.toItem);
    },

    async claim(institutionId, id, limit) {
      const run = await db
        .selectFrom('award_run')
        .select('id')
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!run) return undefined;
      const rows = await db
        .selectFrom('award_run_row')
        .select(runRowMap.columns)
        .where('institution_id', '=', institutionId)
        .where('run_id', '=', id)
        .where('outcome', 'is', null)
        .orderBy('position')
        .limit(limit)
        .execute();
      return rows.map((row) => runRowMap.toItem(row) as WaitingRow);
    },

    async settle(institutionId, id, rows) {
      await sql`
        update award_run_row as row
        set host_id = settled.host_id, award_id = settled.award_id, outcome = settled.outcome, refusal = settled.refusal
        from ${rowsOf('award_run_row', toRows(institutionId, id, rows))} as settled
        where row.institution_id = ${institutionId} and row.run_id = ${id} and row.position = settled.position
          and row.outcome is null`.execute(db);
    },

    async finish(institutionId, id, at) {
      await db
        .updateTable('award_run')
        .set({ finished_at: at })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
    },
  };
}
