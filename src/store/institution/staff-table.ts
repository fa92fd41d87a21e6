import type { Role, StaffMember } from '../../domain/institution/staff.ts';
import { columnsOf, type Json, json, type MaybeJson } from '../connection/columns.ts';

export type StaffMemberTable = {
  institution_id: string;
  id: string;
  name: string;
  roles: Json<readonly Role[]>;
  ended_at: Date | null;
  created_at: Date;
};

export const memberMap = columnsOf<StaffMemberTable, StaffMember>()('staff_member', {
  institutionId: 'institution_id',
  id: 'id',
  name: 'name',
  roles: json('roles'),
  endedAt: 'ended_at',
});

/** Of a staff member, or of a machine client that has a name and roles of its own. */
export type ApiKeyTable = {
  institution_id: string;
  id: string;
  hash: string;
  staff_member_id: string | null;
  client_name: string | null;
  client_roles: MaybeJson<readonly Role[]>;
  created_at: Date;
  revoked_at: Date | null;
};

/** Of a person, or of a client with roles of its own. Without the hash, which is never read. */
type ApiKeyRecord = Readonly<{
  id: string;
  staffMemberId?: string;
  clientName?: string;
  roles?: readonly Role[];
  createdAt: Date;
  revokedAt?: Date;
}>;

export const apiKeyMap = columnsOf<ApiKeyTable, ApiKeyRecord>()('api_key', {
  id: 'id',
  staffMemberId: 'staff_member_id',
  clientName: 'client_name',
  roles: json('client_roles'),
  createdAt: 'created_at',
  revokedAt: 'revoked_at',
});
