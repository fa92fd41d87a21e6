import type { Kysely } from 'kysely';
import type { KeyEntry, Staff } from '../../services/ports/institution.ts';
import type { Database } from '../connection/tables.ts';
import { apiKeyMap, memberMap } from './staff-table.ts';

/** The keys of an institution with whose they are. The hash is not asked for: nobody needs to see it. */
export function createKeyList(db: Kysely<Database>): Staff['listKeys'] {
  const keys = (institutionId: string) =>
    db
      .selectFrom('api_key')
      .select(apiKeyMap.columns)
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
      const { staffMemberId, clientName = '', roles = [], ...key } = apiKeyMap.toItem(row);
      const member = staffMemberId === undefined ? undefined : members.get(staffMemberId);
      return member ? { ...key, member } : { ...key, clientName, roles };
    });
  };
}
