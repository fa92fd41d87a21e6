import { describe, expect, test } from 'vitest';
import { type DomainError } from '../../../src/domain/shared/errors.ts';
import {
  type Actor,
  demand,
  demandMachineRoles,
  demandPerson,
  machineRoles,
  type Permission,
  permissions,
  type Role,
  roles,
  seesProtected,
} from '../../../src/domain/institution/staff.ts';

const actorWith = (...theirs: Role[]): Actor => ({
  institutionId: 'i1',
  keyId: 'k1',
  roles: theirs,
  kind: 'staff',
  id: 'p1',
});
const all = Object.keys(permissions) as Permission[];

/** Who may do what, in the words of the issue; written out, so that a change of the table is seen here. */
const may: Readonly<Record<Permission, string>> = {
  'write-draft': 'editor admin',
  'review-draft': 'reviewer',
  publish: 'editor reviewer admin',
  'read-drafts': 'editor reviewer registrar issuer admin',
  'write-offering': 'editor registrar admin',
  agree: 'admin',
  register: 'registrar admin',
  'record-result': 'registrar admin',
  award: 'issuer',
  revoke: 'issuer',
  'read-decisions': 'reviewer registrar issuer admin',
  'read-staff': 'editor reviewer registrar issuer admin',
  'read-people': 'registrar issuer admin',
  'show-certificate': 'registrar issuer admin',
  'protect-person': 'confidential',
};

describe('a role', () => {
  test.each(all.flatMap((permission) => roles.map((role) => ({ permission, role }))))(
    '$role asks to $permission',
    ({ permission, role }) => {
      const attempt = () => demand(actorWith(role), permission);
      if (may[permission].split(' ').includes(role)) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(expect.objectContaining({ code: 'role-missing' }) as DomainError);
    },
  );

  test.each(all)('is needed to %s', (permission) => {
    expect(() => demand(actorWith(), permission)).toThrow(
      expect.objectContaining({ code: 'role-missing' }) as DomainError,
    );
  });

  test('among several is enough', () => {
    expect(() => demand(actorWith('reviewer', 'issuer'), 'award')).not.toThrow();
  });

  test('that is missing is named, with those that the key has', () => {
    expect(() => demand(actorWith('editor'), 'register')).toThrow(
      'This needs the role registrar or admin; the key has editor.',
    );
    expect(() => demand(actorWith(), 'award')).toThrow('This needs the role issuer; the key has none.');
  });

  test('alone gives sight of protected persons: "confidential" and no other', () => {
    expect(roles.filter((role) => seesProtected(actorWith(role)))).toEqual(['confidential']);
  });
});

describe('a key', () => {
  test('of a person decides as that person', () => {
    expect(demandPerson(actorWith('issuer'))).toBe('p1');
  });

  test('of a machine decides nothing, whatever its roles', () => {
    expect(() => demandPerson({ ...actorWith(...roles), kind: 'machine' })).toThrow(
      expect.objectContaining({ code: 'key-cannot-decide' }) as DomainError,
    );
  });
});

/** What a machine can do with a key that has every role; the rest is decided by a person. */
const byMachine =
  'write-draft read-drafts write-offering register record-result read-decisions read-staff read-people show-certificate protect-person';

describe('a machine client', () => {
  test.each(all)('with every role, and the permission to %s', (permission) => {
    const attempt = () => demand({ ...actorWith(...roles), kind: 'machine' }, permission);
    if (byMachine.split(' ').includes(permission)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: 'key-cannot-decide' }) as DomainError);
  });

  test('has roles with which it changes something of itself, and no others', () => {
    expect(machineRoles).toEqual(['editor', 'registrar', 'admin', 'confidential']);
    expect(() => demandMachineRoles(machineRoles)).not.toThrow();
    expect(() => demandMachineRoles([])).not.toThrow();
    expect(() => demandMachineRoles(['registrar', 'issuer'])).toThrow(
      'A machine cannot use the role issuer: what it is for (award, revoke) is decided by a person, with a key of their own. The roles of a machine are editor, registrar, admin, confidential.',
    );
  });
});
