import type { Kysely } from 'kysely';
import type { Offering } from '../../domain/catalogue/offering.ts';
import type { Offerings } from '../../services/ports/index.ts';
import { laterThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { jsonOrNull, present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = [
  'institution_id',
  'id',
  'microcredential_id',
  'version',
  'start_date',
  'end_date',
  'language',
  'mode',
  'pace',
  'places',
  'location',
  'learning_centre',
  'fee_amount',
  'fee_currency',
  'application',
  'apply_by',
  'cancelled_at',
  'created_at',
] as const;

const toOffering = (row: Row<'offering'>): Offering => ({
  id: row.id,
  institutionId: row.institution_id,
  microcredentialId: row.microcredential_id,
  version: row.version,
  startDate: row.start_date,
  endDate: row.end_date,
  language: row.language,
  mode: row.mode,
  application: row.application,
  createdAt: row.created_at,
  ...present({
    pace: row.pace,
    places: row.places,
    location: row.location,
    learningCentre: row.learning_centre,
    fee:
      row.fee_amount === null || row.fee_currency === null
        ? null
        : { amount: row.fee_amount, currency: row.fee_currency },
    applyBy: row.apply_by,
    cancelledAt: row.cancelled_at,
  }),
});

export function createOfferings(db: Kysely<Database>): Offerings {
  const of = (institutionId: string) =>
    db.selectFrom('offering').select(columns).where('institution_id', '=', institutionId);

  return {
    async insert(offering) {
      await db
        .insertInto('offering')
        .values({
          institution_id: offering.institutionId,
          id: offering.id,
          microcredential_id: offering.microcredentialId,
          version: offering.version,
          start_date: offering.startDate,
          end_date: offering.endDate,
          language: offering.language,
          mode: offering.mode,
          pace: offering.pace ?? null,
          places: offering.places ?? null,
          location: jsonOrNull(offering.location),
          learning_centre: offering.learningCentre ?? null,
          fee_amount: offering.fee?.amount ?? null,
          fee_currency: offering.fee?.currency ?? null,
          application: offering.application,
          apply_by: offering.applyBy ?? null,
          cancelled_at: offering.cancelledAt ?? null,
          created_at: offering.createdAt,
        })
        .execute();
    },

    async find(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).executeTakeFirst();
      return row && toOffering(row);
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
      return rows.map(toOffering);
    },

    async list(institutionId, microcredentialId, page) {
      const rows = await of(institutionId)
        .where('microcredential_id', '=', microcredentialId)
        .where(laterThan(page.cursor, 'start_date', 'id'))
        .orderBy('start_date')
        .orderBy('id')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, (row) => [row.start_date, row.id], toOffering);
    },
  };
}
