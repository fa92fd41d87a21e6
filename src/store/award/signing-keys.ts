import type { Kysely } from 'kysely';
import type { SigningKey, SigningKeys } from '../../services/ports/index.ts';
import { present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = ['institution_id', 'id', 'public_key', 'wrapped', 'created_at', 'retired_at'] as const;

const toKey = (row: Row<'signing_key'>): SigningKey => ({
  id: row.id,
  institutionId: row.institution_id,
  publicKey: row.public_key,
  wrapped: row.wrapped,
  createdAt: row.created_at,
  ...present({ retiredAt: row.retired_at }),
});

export function createSigningKeys(db: Kysely<Database>): SigningKeys {
  const of = (institutionId: string) =>
    db.selectFrom('signing_key').select(columns).where('institution_id', '=', institutionId);

  return {
    async insert(key) {
      await db
        .insertInto('signing_key')
        .values({
          institution_id: key.institutionId,
          id: key.id,
          public_key: key.publicKey,
          wrapped: key.wrapped,
          created_at: key.createdAt,
          retired_at: key.retiredAt ?? null,
        })
        .execute();
    },

    async list(institutionId) {
      const rows = await of(institutionId).orderBy('created_at').orderBy('id').execute();
      return rows.map(toKey);
    },

    /** The newest that is not retired. */
    async current(institutionId) {
      const row = await of(institutionId)
        .where('retired_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toKey(row);
    },
  };
}
