import type { Kysely } from 'kysely';
import type { KeyEntry, Staff } from '../../services/ports/index.ts';
import { present } from '../connection/rows.ts';
import type { Database } from '../connection/tables.ts';
import { memberMap } from './staff-table.ts';

/** The keys of an institution with whose they are. The hash is not asked for: nobody needs to see it. */
export function createKeyList(db: Kysely<Database>): Staff['listKeys'] {
  const keys = (institutionId: string) =>
    db
      .selectFrom('api_key')
      .select(['id', 'staff_member_id', 'client_name', 'client_roles', 'created_at', 'revoked_at'])
      .where('institution_id', '=', institutionId)
      .orderBy('created_at')
      .orderBy('id');

  return async (institutionId) => {
    const rows = await db
      .selectFrom('staff_member')
      .select(memberMap.columns)
      .where('institution_id', '=', institutionId)
      .execute();
    const members = new Map(rows.map((row) => [row.id, memberMap.toItem(row)]));
    return (await keys(institutionId).execute()).map((row): KeyEntry => {
      const key = { id: row.id, createdAt: row.created_at, ...present({ revokedAt: row.revoked_at }) };
      const member = row.staff_member_id === null ? undefined : members.get(row.staff_member_id);
      return member ? { ...key, member } : { ...key, clientName: row.client_name ?? '', roles: row.client_roles ?? [] };
    });
  };
}
