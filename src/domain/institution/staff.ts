import { DomainError } from '../shared/errors.ts';

export const roles = ['editor', 'reviewer', 'registrar', 'issuer', 'admin', 'confidential'] as const;
/** `confidential` adds sight of protected persons to what the other roles allow. */
export type Role = (typeof roles)[number];

export type StaffMember = Readonly<{
  id: string;
  institutionId: string;
  name: string;
  roles: readonly Role[];
  endedAt?: Date;
}>;

/** Who stands behind a request: a person of an institution through one of their keys, or a named machine client. */
export type Actor = Readonly<{
  institutionId: string;
  keyId: string;
  roles: readonly Role[];
  kind: 'staff' | 'machine';
  /** The staff member, or the key of the machine client. */
  id: string;
}>;

/** What each use case asks for: any one of these roles. */
export const permissions = {
  'write-draft': ['editor', 'admin'],
  'review-draft': ['reviewer'],
  publish: ['editor', 'reviewer', 'admin'],
  'read-drafts': ['editor', 'reviewer', 'registrar', 'issuer', 'admin'],
  'write-offering': ['editor', 'registrar', 'admin'],
  register: ['registrar', 'admin'],
  'record-result': ['registrar', 'admin'],
  award: ['issuer'],
  revoke: ['issuer'],
  'read-decisions': ['reviewer', 'registrar', 'issuer', 'admin'],
  'read-staff': ['editor', 'reviewer', 'registrar', 'issuer', 'admin'],
  'read-people': ['registrar', 'issuer', 'admin'],
  'show-certificate': ['registrar', 'issuer', 'admin'],
  'protect-person': ['confidential'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

/** Throws unless one of the actor's roles gives the permission. */
export function demand(actor: Actor, permission: Permission): void {
  const allowed: readonly Role[] = permissions[permission];
  if (actor.roles.some((role) => allowed.includes(role))) return;
  throw new DomainError(
    'role-missing',
    `This needs the role ${allowed.join(' or ')}; the key has ${actor.roles.join(', ') || 'none'}.`,
  );
}

/** Throws unless a person stands behind the request: a key never decides. */
export function demandPerson(actor: Actor): string {
  if (actor.kind === 'staff') return actor.id;
  throw new DomainError(
    'key-cannot-decide',
    'A machine client cannot decide. Use the key of the staff member who does.',
  );
}

export const seesProtected = (actor: Actor): boolean => actor.roles.includes('confidential');
