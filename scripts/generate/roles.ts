import { type Permission, permissions } from '../../src/domain/institution/staff.ts';
import type { Json } from './files.ts';

/** Each way to hold all of these permissions: one role for each of them. */
function waysToHold(names: readonly Permission[]): string[][] {
  return names.reduce<string[][]>(
    (ways, name) => {
      if (!Object.hasOwn(permissions, name)) throw new Error(`No permission is called ${name}.`);
      return ways.flatMap((way) => permissions[name].map((role) => [...way, role]));
    },
    [[]],
  );
}

/**
 * The contract for those who call: the roles that the service asks for in place of the permissions that they give. Of
 * the requirements in `security` one is enough; the roles that one lists are needed together (OpenAPI 3.1 §4.8.30).
 */
export function withRoles(contract: Json): Json {
  const items = Object.entries<Json>(contract['paths']).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries<Json>(item).map(([method, { 'x-permissions': names = [], security, ...operation }]) => [
        method,
        { ...operation, security: security.length > 0 ? waysToHold(names).map((roles) => ({ apiKey: roles })) : [] },
      ]),
    ),
  ]);
  return { ...contract, paths: Object.fromEntries(items) };
}
