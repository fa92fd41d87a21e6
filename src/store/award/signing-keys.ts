import type { Kysely } from 'kysely';
import type { SigningKey, SigningKeys } from '../../services/ports/index.ts';
import { present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = ['institution_id', 'id', 'algorithm', 'public_key', 'wrapped', 'created_at', 'retired_at'] as const;

const toKey = (row: Row<'signing_key'>): SigningKey => ({
  id: row.id,
  institutionId: row.institution_id,
  algorithm: row.algorithm,
  publicKey: row.public_key,
  wrapped: row.wrapped,
  createdAt: row.created_at,
  ...present({ retiredAt: row.retired_at }),
});

/** A key beside something else of its institution. */
export const keyAliases = [
  'signing_key.id as key_id',
  'signing_key.algorithm as key_algorithm',
  'signing_key.public_key as key_public',
  'signing_key.wrapped as key_wrapped',
  'signing_key.created_at as key_created',
  'signing_key.retired_at as key_retired',
] as const;
type AliasedRow = Readonly<{
  institution_id: string;
  key_id: string | null;
  key_algorithm: string | null;
  key_public: string | null;
  key_wrapped: string | null;
  key_created: Date | null;
  key_retired: Date | null;
}>;

/** Undefined where the join found none. */
export function toAliasedKey(row: AliasedRow): SigningKey | undefined {
  const { key_id: id, key_algorithm: algorithm, key_public: public_key, key_wrapped: wrapped } = row;
  if (id === null || algorithm === null || public_key === null || wrapped === null || row.key_created === null)
    return undefined;
  const { institution_id, key_created: created_at, key_retired: retired_at } = row;
  return toKey({ institution_id, id, algorithm, public_key, wrapped, created_at, retired_at });
}

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
          algorithm: key.algorithm,
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
    async current(institutionId, algorithm) {
      const row = await of(institutionId)
        .where('algorithm', '=', algorithm)
        .where('retired_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toKey(row);
    },

    async lockUsable(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).forShare().executeTakeFirst();
      return row !== undefined && row.retired_at === null;
    },
  };
}
