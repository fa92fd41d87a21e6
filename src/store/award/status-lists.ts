import type { Kysely } from 'kysely';
import type { StatusPurpose } from '../../domain/shared/addresses.ts';
import type { StatusLists, StatusPublication } from '../../services/ports/index.ts';
import { createAllocation } from './status-allocation.ts';
import type { Database, Row } from '../connection/tables.ts';

const bits = { revocation: 'revoked', suspension: 'suspended' } as const satisfies Record<StatusPurpose, string>;

type PublicationRow = Pick<Row<'status_publication'>, 'text' | 'etag' | 'published_at' | 'is_dirty'>;

function toPublication(row: PublicationRow): StatusPublication | undefined {
  if (row.text === null || row.etag === null || row.published_at === null) return undefined;
  return { text: row.text, etag: row.etag, publishedAt: row.published_at, isDirty: row.is_dirty };
}

export function createStatusLists(db: Kysely<Database>): StatusLists {
  const of = (institutionId: string) =>
    db.selectFrom('status_list').select(['id', 'number']).where('institution_id', '=', institutionId);

  /** Writes and locks the publication row, there or not, until the transaction ends. */
  const writePublication = (
    institutionId: string,
    listId: string,
    purpose: StatusPurpose,
    change: Partial<PublicationRow>,
  ) =>
    db
      .insertInto('status_publication')
      .values({ institution_id: institutionId, list_id: listId, purpose, is_dirty: false, ...change })
      .onConflict((row) => row.columns(['institution_id', 'list_id', 'purpose']).doUpdateSet(change))
      .execute();

  return {
    allocate: createAllocation(db),

    find: (institutionId, number) => of(institutionId).where('number', '=', number).executeTakeFirst(),

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
      await writePublication(institutionId, listId, purpose, { is_dirty: true });
    },

    async setIndexes(institutionId, listId, purpose) {
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

    async publication(institutionId, listId, purpose) {
      const row = await db
        .selectFrom('status_publication')
        .select(['text', 'etag', 'published_at', 'is_dirty'])
        .where('institution_id', '=', institutionId)
        .where('list_id', '=', listId)
        .where('purpose', '=', purpose)
        .executeTakeFirst();
      return row && toPublication(row);
    },

    // A bit that is set meanwhile waits for this transaction, and then marks the row again.
    async beginPublication(institutionId, listId, purpose) {
      await writePublication(institutionId, listId, purpose, { is_dirty: false });
    },

    async publish(institutionId, listId, purpose, { text, etag, publishedAt }) {
      await writePublication(institutionId, listId, purpose, { text, etag, published_at: publishedAt });
    },
  };
}
