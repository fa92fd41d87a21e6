import type { Kysely } from 'kysely';
import type { Offerings } from '../../services/ports/catalogue.ts';
import { laterThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { offeringMap } from './offering-table.ts';

export function createOfferings(db: Kysely<Database>): Offerings {
  const of = (institutionId: string) =>
    db.selectFrom('offering').select(offeringMap.columns).where('institution_id', '=', institutionId);

  return {
    async insert(offering) {
      await db.insertInto('offering').values(offeringMap.toRow(offering)).execute();
    },

    async find(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).executeTakeFirst();
      return row && offeringMap.toItem(row);
    },

    async upcoming(institutionId, microcredentialId, today, limit) {
      const rows = await of(institutionId)
        .where('microcredential_id', '=', microcredentialId)
        .where('end_date', '>=', today)
        .where('cancelled_at', 'is', null)
        .orderBy('start_date')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(offeringMap.toItem);
    },

    async list(institutionId, microcredentialId, page) {
      const rows = await of(institutionId)
        .where('microcredential_id', '=', microcredentialId)
        .where(laterThan(page.cursor, 'start_date', 'id'))
        .orderBy('start_date')
        .orderBy('id')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, (row) => [row.start_date, row.id], offeringMap.toItem);
    },
  };
}
