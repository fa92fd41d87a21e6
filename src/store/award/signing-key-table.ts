import type { KeyPurpose, KeySigner } from '../../domain/institution/signing-key.ts';
import type { SigningKey } from '../../services/ports/signing.ts';
import { columnsOf } from '../connection/columns.ts';

export type SigningKeyTable = {
  institution_id: string;
  id: string;
  algorithm: string;
  purpose: KeyPurpose;
  signer: KeySigner;
  public_key: string;
  wrapped: string;
  certificates: string | null;
  created_at: Date;
  retired_at: Date | null;
  revoked_at: Date | null;
};

export const signingKeyMap = columnsOf<SigningKeyTable, SigningKey>()('signing_key', {
  institutionId: 'institution_id',
  id: 'id',
  algorithm: 'algorithm',
  purpose: 'purpose',
  signer: 'signer',
  publicKey: 'public_key',
  wrapped: 'wrapped',
  certificates: 'certificates',
  createdAt: 'created_at',
  retiredAt: 'retired_at',
  revokedAt: 'revoked_at',
});

/** A key that signs credentials, beside something else of its institution. */
export const keyAliases = [
  'signing_key.id as key_id',
  'signing_key.algorithm as key_algorithm',
  'signing_key.signer as key_signer',
  'signing_key.public_key as key_public',
  'signing_key.wrapped as key_wrapped',
  'signing_key.created_at as key_created',
  'signing_key.retired_at as key_retired',
] as const;
export const keyAliased = [
  'key_id',
  'key_algorithm',
  'key_signer',
  'key_public',
  'key_wrapped',
  'key_created',
  'key_retired',
] as const;
type AliasedRow = Readonly<{
  institution_id: string;
  key_id: string | null;
  key_algorithm: string | null;
  key_signer: KeySigner | null;
  key_public: string | null;
  key_wrapped: string | null;
  key_created: Date | null;
  key_retired: Date | null;
}>;

/** Undefined where the join found none. */
export function toAliasedKey(row: AliasedRow): SigningKey | undefined {
  const { key_id: id, key_algorithm: algorithm, key_signer: signer, key_public, key_wrapped: wrapped } = row;
  const { institution_id, key_created: created_at, key_retired: retired_at } = row;
  if (id === null || algorithm === null || signer === null || key_public === null) return undefined;
  if (wrapped === null || created_at === null) return undefined;
  const key = { institution_id, id, algorithm, signer, public_key: key_public, wrapped, created_at, retired_at };
  return signingKeyMap.toItem({ ...key, purpose: 'credentials', certificates: null, revoked_at: null });
}
