import { DomainError } from '../shared/errors.ts';

export const roles = ['editor', 'reviewer', 'registrar', 'issuer', 'admin', 'confidential'] as const;
/** `confidential` makes protected persons visible, beside what the other roles allow. */
export type Role = (typeof roles)[number];

export type StaffMember = Readonly<{
  id: string;
  institutionId: string;
  name: string;
  roles: readonly Role[];
  endedAt?: Date;
}>;

/** Who makes a request: a person of an institution through one of their keys, or a named machine client. */
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
  /** To bind the institution to another: a course that it gives, that another gives for it, or that they give together. */
  agree: ['admin'],
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

/**
 * `decision`: a person takes it, and no machine client, whatever its roles. `record`: a machine may, too. `reading`: to
 * see what is on record or to show it to others; it comes with a role, and no role exists for it alone.
 */
const kinds: Readonly<Record<Permission, 'decision' | 'record' | 'reading'>> = {
  'write-draft': 'record',
  'review-draft': 'decision',
  publish: 'decision',
  'read-drafts': 'reading',
  'write-offering': 'record',
  agree: 'decision',
  register: 'record',
  'record-result': 'record',
  award: 'decision',
  revoke: 'decision',
  'read-decisions': 'reading',
  'read-staff': 'reading',
  'read-people': 'reading',
  'show-certificate': 'reading',
  'protect-person': 'record',
};

const givenBy = (role: Role): readonly Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((name) => (permissions[name] as readonly Role[]).includes(role));

/** The roles of use to a machine client: whatever the others let one change is a decision. */
export const machineRoles: readonly Role[] = roles.filter((role) =>
  givenBy(role).some((permission) => kinds[permission] === 'record'),
);

/** Throws where one of these roles is of no use to a machine client. */
export function demandMachineRoles(theirs: readonly Role[]): void {
  const refused = theirs.find((role) => !machineRoles.includes(role));
  if (refused === undefined) return;
  const decided = givenBy(refused).filter((permission) => kinds[permission] === 'decision');
  throw new DomainError(
    'malformed-request',
    `A machine cannot use the role ${refused}: what it is for (${decided.join(', ')}) is decided by a person, with a key of their own. The roles of a machine are ${machineRoles.join(', ')}.`,
  );
}

/** Throws unless one of the actor's roles gives the permission, and a decision is made by a person. */
export function demand(actor: Actor, permission: Permission): void {
  const allowed: readonly Role[] = permissions[permission];
  if (!actor.roles.some((role) => allowed.includes(role)))
    throw new DomainError(
      'role-missing',
      `This needs the role ${allowed.join(' or ')}; the key has ${actor.roles.join(', ') || 'none'}.`,
    );
  if (kinds[permission] === 'decision') demandPerson(actor);
}

/** The person who decides; throws where the request comes from a machine client, which may not decide. */
export function demandPerson(actor: Actor): string {
  if (actor.kind === 'staff') return actor.id;
  throw new DomainError(
    'key-cannot-decide',
    'A machine client cannot decide. Use the key of the staff member who does.',
  );
}

export const seesProtected = (actor: Actor): boolean => actor.roles.includes('confidential');
