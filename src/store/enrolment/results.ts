import { type Kysely, sql } from 'kysely';
import type { Result } from '../../domain/enrolment/result.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Results } from '../../services/ports/enrolment.ts';
import type { Visibility } from '../../services/ports/page.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { resultsWithPerson } from '../connection/result-person.ts';
import { resultMap } from './result-table.ts';

export function createResults(db: Kysely<Database>): Results {
  const of = (institutionId: string, { seesProtected }: Visibility) =>
    resultsWithPerson(db)
      .select(resultMap.columns)
      .where('result.institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false));

  const setCorrectedBy = (
    { institutionId, registrationId, corrects }: Result,
    from: string | null,
    to: string | null,
  ) =>
    db
      .updateTable('result')
      .set({ corrected_by: to })
      .where('institution_id', '=', institutionId)
      .where('registration_id', '=', registrationId)
      .where('id', '=', corrects ?? '')
      .where(sql<boolean>`corrected_by is not distinct from ${from}::text`)
      .returning('id')
      .executeTakeFirst();

  const isOnRecord = async ({ institutionId, decidedIn }: Result): Promise<boolean> => {
    if (!decidedIn) return false;
    const { system, id } = decidedIn;
    const row = await decidedAs(institutionId, system, id).where('corrected_by', 'is', null).executeTakeFirst();
    return row !== undefined;
  };

  const decidedAs = (institutionId: string, system: string, id: string) =>
    db
      .selectFrom('result')
      .select(resultMap.columns)
      .where('institution_id', '=', institutionId)
      .where('decided_system', '=', system)
      .where('decided_id', '=', id);

  return {
    // Asked in the middle of a batch: a refusal that is no error of the database leaves the transaction as it was.
    async insert(result) {
      // First, so that a completion that is corrected makes room for the one that takes its place.
      if (result.corrects !== undefined && !(await setCorrectedBy(result, null, result.id)))
        throw new DomainError('already-corrected', 'This result is corrected already.');
      const inserted = await db
        .insertInto('result')
        .values(resultMap.toRow(result))
        // Of a completion that stands, or of the same result of a register.
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted) return;
      if (result.corrects !== undefined) await setCorrectedBy(result, result.id, null);
      if (await isOnRecord(result))
        throw new DomainError('already-exists', 'A result with this id of this register is on record.');
      throw new DomainError('already-completed', 'The registration is completed already.');
    },

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('result.id', '=', id).executeTakeFirst();
      return row && resultMap.toItem(row);
    },

    async ofRegistration(institutionId, registrationId) {
      const rows = await db
        .selectFrom('result')
        .select(resultMap.columns)
        .where('institution_id', '=', institutionId)
        .where('registration_id', '=', registrationId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(resultMap.toItem);
    },

    async listDecidedIn(institutionId, system, id) {
      const rows = await decidedAs(institutionId, system, id).orderBy('created_at').orderBy('id').execute();
      return rows.map(resultMap.toItem);
    },

    async isAwarded(institutionId, id) {
      const row = await db
        .selectFrom('award')
        .select('id')
        .where('host_id', '=', institutionId)
        .where('completion_id', '=', id)
        .where('state', '<>', 'revoked')
        .executeTakeFirst();
      return row !== undefined;
    },

    async list(institutionId, page, visibility) {
      const rows = await of(institutionId, visibility)
        .where(olderThan(page.cursor, 'result.created_at', 'result.id'))
        .orderBy('result.created_at', 'desc')
        .orderBy('result.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, resultMap.toItem);
    },
  };
}
