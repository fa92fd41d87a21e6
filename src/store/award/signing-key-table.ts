import type { SigningKey } from '../../services/ports/signing.ts';
import { columnsOf } from '../connection/columns.ts';

export type SigningKeyTable = {
  institution_id: string;
  id: string;
  algorithm: string;
  public_key: string;
  wrapped: string;
  created_at: Date;
  retired_at: Date | null;
};

export const signingKeyMap = columnsOf<SigningKeyTable, SigningKey>()('signing_key', {
  institutionId: 'institution_id',
  id: 'id',
  algorithm: 'algorithm',
  publicKey: 'public_key',
  wrapped: 'wrapped',
  createdAt: 'created_at',
  retiredAt: 'retired_at',
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
  return signingKeyMap.toItem({ institution_id, id, algorithm, public_key, wrapped, created_at, retired_at });
}
