import { type Kysely, sql } from 'kysely';
import type { StatusPurpose } from '../../domain/addresses/grammar.ts';
import { present } from '../../domain/shared/present.ts';
import type { StatusLists } from '../../services/ports/award.ts';
import { createAllocation } from './status-allocation.ts';
import { createStatusPublications } from './status-publications.ts';
import { statusListMap } from './status-table.ts';
import type { Database } from '../connection/tables.ts';

const currentTime = sql<Date>`clock_timestamp()`;
const bits = { revocation: 'revoked', suspension: 'suspended' } as const satisfies Record<StatusPurpose, string>;

export function createStatusLists(db: Kysely<Database>): StatusLists {
  const of = (institutionId: string) =>
    db.selectFrom('status_list').select(statusListMap.columns).where('institution_id', '=', institutionId);

  return {
    ...createAllocation(db),
    ...createStatusPublications(db),

    // Of all institutions: how old something is tells of none.
    async ages() {
      const rows = await db
        .selectFrom('status_publication')
        .select([
          'purpose',
          sql<number | null>`extract(epoch from ${currentTime} - max(published_at))::float8`.as('published'),
          sql<number | null>`extract(epoch from ${currentTime} - min(changed_at))::float8`.as('unpublished'),
        ])
        .groupBy('purpose')
        .execute();
      return Object.fromEntries(
        rows.map(({ purpose, published, unpublished }) => [
          purpose,
          present({ published: published ?? undefined, unpublished: unpublished ?? undefined }),
        ]),
      );
    },

    list: (institutionId) => of(institutionId).orderBy('number').execute(),

    async set(institutionId, { listId, index }, purpose, value) {
      const entry = await db
        .updateTable('status_entry')
        .set({ [bits[purpose]]: value })
        .where('institution_id', '=', institutionId)
        .where('list_id', '=', listId)
        .where('index', '=', index)
        .returning('index')
        .executeTakeFirst();
      if (!entry) throw new Error(`Institution ${institutionId} has no entry ${index} in status list ${listId}`);
      await db
        .insertInto('status_publication')
        .values({ institution_id: institutionId, list_id: listId, purpose, changes: 1, changed_at: currentTime })
        .onConflict((row) =>
          row.columns(['institution_id', 'list_id', 'purpose']).doUpdateSet((to) => ({
            changes: to('status_publication.changes', '+', 1),
            changed_at: to.fn.coalesce('status_publication.changed_at', currentTime),
          })),
        )
        .execute();
    },

    async setIndexes(institutionId, { listId, purpose }) {
      const rows = await db
        .selectFrom('status_entry')
        .select('index')
        .where('institution_id', '=', institutionId)
        .where('list_id', '=', listId)
        .where(bits[purpose], '=', true)
        .orderBy('index')
        .execute();
      return rows.map(({ index }) => index);
    },
  };
}
