import { type Permission, permissions, type Role } from '../../../domain/institution/staff.ts';
import { operationTable } from '../../../generated/operations.ts';
import type { OperationId } from './contract.ts';

/** Of each of these lists the caller needs one role. */
export function rolesFor(id: OperationId): readonly (readonly Role[])[] {
  const needed: readonly Permission[] = operationTable[id].permissions;
  return needed.map((permission) => permissions[permission]);
}

const oneOf = (roles: readonly Role[]): string =>
  roles.length === 1 ? `the role ${roles[0]}` : `one of the roles ${roles.join(', ')}`;

/** Who may call it. */
export function needOf(id: OperationId): string {
  if (operationTable[id].audience === 'public') return 'No key: it is open to all.';
  const roles = rolesFor(id).map(oneOf);
  return roles.length === 0 ? 'Any key.' : `A key with ${roles.join(', and with ')}.`;
}
