import { type Kysely, sql } from 'kysely';
import type { SigningKeys } from '../../services/ports/signing.ts';
import type { Database, Row } from '../connection/tables.ts';
import { signingKeyMap } from './signing-key-table.ts';

/** In place of a private half that is not kept any more. */
const destroyed = 'destroyed';

export function createSigningKeys(db: Kysely<Database>): SigningKeys {
  const of = (institutionId: string) =>
    db.selectFrom('signing_key').select(signingKeyMap.columns).where('institution_id', '=', institutionId);

  /** Not before anything that it may have signed: a clock may have been ahead then, or be behind now. */
  const retirement = (institutionId: string, at: Date) => sql<Date>`greatest(
    ${at}::timestamptz, created_at,
    (select max(issued_at) from signed_document where institution_id = ${institutionId}),
    (select max(published_at) from status_publication where institution_id = ${institutionId})
  )`;

  const retiring = (institutionId: string, id: string, at: Date) =>
    db
      .updateTable('signing_key')
      .set({ retired_at: retirement(institutionId, at) })
      .set({ wrapped: sql`case when signer = 'local' then ${destroyed} else wrapped end` })
      .where('institution_id', '=', institutionId)
      .where('id', '=', id)
      .where('retired_at', 'is', null);

  /** As a change of each list, so that whoever reads it next has it signed with another key. */
  const outdateLists = (institutionId: string) =>
    db
      .updateTable('status_publication')
      .set({ changes: sql`changes + 1`, changed_at: sql`coalesce(changed_at, clock_timestamp())` })
      .where('institution_id', '=', institutionId)
      .execute();

  return {
    async insert(key) {
      await db.insertInto('signing_key').values(signingKeyMap.toRow(key)).execute();
    },

    async list(institutionId) {
      const rows = await of(institutionId).orderBy('created_at').orderBy('id').execute();
      return rows.map(signingKeyMap.toItem);
    },

    async ofInstitutionCalled(slug) {
      const rows = await db
        .selectFrom('institution')
        .leftJoin('signing_key', 'signing_key.institution_id', 'institution.id')
        .select(signingKeyMap.columns)
        .where('institution.slug', '=', slug)
        .orderBy('signing_key.created_at')
        .orderBy('signing_key.id')
        .execute();
      if (rows.length === 0) return undefined;
      return rows.filter((row): row is Row<'signing_key'> => row.id !== null).map(signingKeyMap.toItem);
    },

    async current(institutionId, algorithm, purpose) {
      const row = await of(institutionId)
        .where('algorithm', '=', algorithm)
        .where('purpose', '=', purpose)
        .where('retired_at', 'is', null)
        .$if(purpose === 'seal', (query) => query.where('certificates', 'is not', null))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && signingKeyMap.toItem(row);
    },

    async lockUsable(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).forShare().executeTakeFirst();
      return row !== undefined && row.retired_at === null;
    },

    async setCertificates(institutionId, id, certificates) {
      await db
        .updateTable('signing_key')
        .set({ certificates })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
    },

    async retire(institutionId, id, at) {
      const { numUpdatedRows } = await retiring(institutionId, id, at).executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async revoke(institutionId, id, at, retiredAt) {
      await retiring(institutionId, id, retiredAt).execute();
      const { numUpdatedRows } = await db
        .updateTable('signing_key')
        .set({ revoked_at: at })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .where((key) => key('revoked_at', 'is', null).or('revoked_at', '>', at))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 1n) await outdateLists(institutionId);
      return numUpdatedRows === 1n;
    },
  };
}
