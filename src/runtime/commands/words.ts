import { DomainError } from '../../domain/shared/errors.ts';
import { type Role, roles } from '../../domain/institution/staff.ts';

/** Text that must say something. */
export function readName(name: string): string {
  if (name.trim() === '') throw new DomainError('malformed-request', 'NAME is empty.');
  return name.trim();
}

/** Roles joined by commas, or `none`. */
export function readRoles(list: string): Role[] {
  const names = list === 'none' ? [] : list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(roles as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new DomainError('malformed-request', `There is no role ${unknown}; roles are ${roles.join(', ')}, or none.`);
  return [...new Set(names as Role[])];
}
