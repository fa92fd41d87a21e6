import { type Kysely, sql } from 'kysely';
import { present } from '../../domain/shared/present.ts';
import type { StatusListName, StatusLists, StatusPublication } from '../../services/ports/award.ts';
import type { Database } from '../connection/tables.ts';
import { leaseColumns } from './award-recording.ts';
import { publicationMap } from './status-table.ts';

const noLease = { lease_token: null, lease_until: null, lease_key_id: null, lease_created: null };

type Publications = Pick<StatusLists, 'publication' | 'publicationAt' | 'lease' | 'publish' | 'release'>;

function toPublication(row: Parameters<typeof publicationMap.toItem>[0]): StatusPublication | undefined {
  const { signed, ...counts } = publicationMap.toItem(row);
  return signed && { ...signed, ...counts };
}

/** The list as it is signed and read; one who has the lease signs it anew. */
export function createStatusPublications(db: Kysely<Database>): Publications {
  const write = (institutionId: string, { listId, purpose }: StatusListName, token: string) =>
    db
      .updateTable('status_publication')
      .where('institution_id', '=', institutionId)
      .where('list_id', '=', listId)
      .where('purpose', '=', purpose)
      .where('lease_token', '=', token);

  return {
    async publication(institutionId, { listId, purpose }) {
      const row = await db
        .selectFrom('status_publication')
        .select(publicationMap.columns)
        .where('institution_id', '=', institutionId)
        .where('list_id', '=', listId)
        .where('purpose', '=', purpose)
        .executeTakeFirst();
      return row && toPublication(row);
    },

    // One question for what an address says: a list is asked for by everybody who checks a certificate.
    async publicationAt(slug, number, purpose) {
      const row = await db
        .selectFrom('institution')
        .innerJoin('status_list', 'status_list.institution_id', 'institution.id')
        .leftJoin('status_publication', (join) =>
          join
            .onRef('status_publication.institution_id', '=', 'status_list.institution_id')
            .onRef('status_publication.list_id', '=', 'status_list.id')
            .on('status_publication.purpose', '=', purpose),
        )
        .select(['institution.id as owner_id', 'status_list.id'])
        .select(publicationMap.columns)
        .where('institution.slug', '=', slug)
        .where('status_list.number', '=', number)
        .executeTakeFirst();
      if (!row) return undefined;
      const { owner_id, id, changes, published, ...signed } = row;
      const publication =
        changes === null || published === null ? undefined : toPublication({ ...signed, changes, published });
      return { institution: { id: owner_id, slug }, list: { id, number }, ...present({ publication }) };
    },

    async lease(institutionId, { listId, purpose }, lease, seen) {
      const row = await db
        .insertInto('status_publication')
        .values({ institution_id: institutionId, list_id: listId, purpose, ...leaseColumns(lease) })
        .onConflict((row) =>
          row
            .columns(['institution_id', 'list_id', 'purpose'])
            .doUpdateSet(leaseColumns(lease))
            .where((old) =>
              old.and([
                old('status_publication.etag', 'is not distinct from', seen ?? null),
                old.or([
                  old('status_publication.lease_until', 'is', null),
                  old('status_publication.lease_until', '<=', sql<Date>`clock_timestamp()`),
                ]),
              ]),
            ),
        )
        .returning('changes')
        .executeTakeFirst();
      return row?.changes;
    },

    async publish(institutionId, list, token, { text, etag, publishedAt, published }) {
      const row = await write(institutionId, list, token)
        .set({ text, etag, published_at: publishedAt, published, ...noLease })
        // A change that came while it was signed is not in it; it is not older than the signature.
        .set({ changed_at: sql`case when changes > ${published} then clock_timestamp() end` })
        .returning('list_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async release(institutionId, list, token) {
      await write(institutionId, list, token).set(noLease).execute();
    },
  };
}
