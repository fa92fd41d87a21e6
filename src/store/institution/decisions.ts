import type { Kysely } from 'kysely';
import type { Decisions } from '../../services/ports/institution.ts';
import type { Database } from '../connection/tables.ts';
import { decisionMap } from './decision-table.ts';

export function createDecisions(db: Kysely<Database>): Decisions {
  return {
    async insert(decision) {
      await db.insertInto('decision').values(decisionMap.toRow(decision)).execute();
    },

    async find(institutionId, id) {
      const row = await db
        .selectFrom('decision')
        .select(decisionMap.columns)
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && decisionMap.toItem(row);
    },
  };
}
