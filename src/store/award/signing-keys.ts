import type { Kysely } from 'kysely';
import type { SigningKeys } from '../../services/ports/signing.ts';
import type { Database } from '../connection/tables.ts';
import { signingKeyMap } from './signing-key-table.ts';

export function createSigningKeys(db: Kysely<Database>): SigningKeys {
  const of = (institutionId: string) =>
    db.selectFrom('signing_key').select(signingKeyMap.columns).where('institution_id', '=', institutionId);

  return {
    async insert(key) {
      await db.insertInto('signing_key').values(signingKeyMap.toRow(key)).execute();
    },

    async list(institutionId) {
      const rows = await of(institutionId).orderBy('created_at').orderBy('id').execute();
      return rows.map(signingKeyMap.toItem);
    },

    /** The newest that is not retired. */
    async current(institutionId, algorithm) {
      const row = await of(institutionId)
        .where('algorithm', '=', algorithm)
        .where('retired_at', 'is', null)
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
  };
}
