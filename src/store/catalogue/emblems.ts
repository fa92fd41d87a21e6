import type { Kysely } from 'kysely';
import type { Emblems } from '../../services/ports/catalogue.ts';
import type { Database } from '../connection/tables.ts';
import { emblemMap } from './description-tables.ts';

export function createEmblems(db: Kysely<Database>): Emblems {
  return {
    async insert(emblem) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('emblem')
        .values(emblemMap.toRow(emblem))
        .onConflict((conflict) => conflict.columns(['institution_id', 'id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },

    async find(institutionId, id) {
      const row = await db
        .selectFrom('emblem')
        .select(emblemMap.columns)
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .executeTakeFirst();
      // The drivers give bytes in classes of their own.
      return row && emblemMap.toItem({ ...row, bytes: new Uint8Array(row.bytes) });
    },

    async ids(institutionId) {
      const rows = await db.selectFrom('emblem').select('id').where('institution_id', '=', institutionId).execute();
      return rows.map(({ id }) => id);
    },
  };
}
