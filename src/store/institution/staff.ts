import type { Kysely } from 'kysely';
import type { Actor, StaffMember } from '../../domain/institution/staff.ts';
import type { Staff } from '../../services/ports/institution.ts';
import type { Database, Row } from '../connection/tables.ts';
import { createKeyList } from './key-list.ts';
import { apiKeyMap, memberMap } from './staff-table.ts';

type ActorRow = Pick<Row<'api_key'>, 'institution_id' | 'id' | 'staff_member_id' | 'client_roles'> &
  Readonly<{ roles: StaffMember['roles'] | null }>;

const toActor = (row: ActorRow): Actor => ({
  institutionId: row.institution_id,
  keyId: row.id,
  ...(row.staff_member_id === null
    ? { kind: 'machine', id: row.id, roles: row.client_roles ?? [] }
    : { kind: 'staff', id: row.staff_member_id, roles: row.roles ?? [] }),
});

export function createStaff(db: Kysely<Database>): Staff {
  const membersOf = (institutionId: string) =>
    db.selectFrom('staff_member').select(memberMap.columns).where('institution_id', '=', institutionId);

  return {
    async insert(member, createdAt) {
      await db
        .insertInto('staff_member')
        .values({ ...memberMap.toRow(member), created_at: createdAt })
        .execute();
    },

    async find(institutionId, id) {
      const row = await membersOf(institutionId).where('id', '=', id).executeTakeFirst();
      return row && memberMap.toItem(row);
    },

    async list(institutionId) {
      const rows = await membersOf(institutionId).orderBy('created_at').orderBy('id').execute();
      return rows.map(memberMap.toItem);
    },

    async update(member) {
      const { institution_id: institutionId, id, name, roles } = memberMap.toRow(member);
      await db
        .updateTable('staff_member')
        .set({ name, roles })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
    },

    async lock(institutionId, id) {
      const row = await membersOf(institutionId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
      return row && memberMap.toItem(row);
    },

    listKeys: createKeyList(db),

    async insertKey(key) {
      await db
        .insertInto('api_key')
        .values({ ...apiKeyMap.toRow(key), institution_id: key.institutionId, hash: key.hash })
        .execute();
    },

    // The one question without an institution: the key says which it is.
    async findActor(hash) {
      const row = await db
        .selectFrom('api_key')
        .leftJoin('staff_member', (join) =>
          join
            .onRef('staff_member.institution_id', '=', 'api_key.institution_id')
            .onRef('staff_member.id', '=', 'api_key.staff_member_id'),
        )
        .select([
          'api_key.institution_id',
          'api_key.id',
          'api_key.staff_member_id',
          'api_key.client_roles',
          'staff_member.roles',
        ])
        .where('api_key.hash', '=', hash)
        .where('api_key.revoked_at', 'is', null)
        .where('staff_member.ended_at', 'is', null)
        .executeTakeFirst();
      return row && toActor(row);
    },

    async revokeKey(institutionId, keyId, at) {
      const revoked = await db
        .updateTable('api_key')
        .set({ revoked_at: at })
        .where('institution_id', '=', institutionId)
        .where('id', '=', keyId)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return revoked !== undefined;
    },

    async end(institutionId, id, at) {
      const ended = await db
        .updateTable('staff_member')
        .set({ ended_at: at })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return ended !== undefined;
    },
  };
}
