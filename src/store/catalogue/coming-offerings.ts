import type { Kysely } from 'kysely';
import type { Offerings } from '../../services/ports/catalogue.ts';
import type { Database } from '../connection/tables.ts';

/** When the next of several courses begin, of whatever institutions: a list of everything that is published asks it. */
export const createNextStarts =
  (db: Kysely<Database>): Offerings['nextStarts'] =>
  async (microcredentials, today) => {
    if (microcredentials.length === 0) return [];
    const rows = await db
      .selectFrom('offering')
      .select((row) => ['owner_id', 'microcredential_id', row.fn.min<string>('start_date').as('start_date')])
      .where((eb) =>
        eb(
          eb.refTuple('owner_id', 'microcredential_id'),
          'in',
          microcredentials.map(({ institutionId, microcredentialId }) => eb.tuple(institutionId, microcredentialId)),
        ),
      )
      .where('start_date', '>=', today)
      .where('cancelled_at', 'is', null)
      .groupBy(['owner_id', 'microcredential_id'])
      .execute();
    return rows.map((row) => ({
      institutionId: row.owner_id,
      microcredentialId: row.microcredential_id,
      startDate: row.start_date,
    }));
  };
