import { machineRoles, type Role } from '../../../src/domain/institution/staff.ts';
import type { Services } from '../../../src/services/index.ts';
import type { InstitutionInput } from '../../../src/services/institution/institutions.ts';
import { finnish, swedish } from '../../samples/institution.ts';

/** The staff of each institution, by what they are there for. `author` has two keys. */
const staff = {
  editor: ['editor'],
  reviewer: ['reviewer'],
  author: ['editor', 'reviewer'],
  registrar: ['registrar'],
  issuer: ['issuer'],
  admin: ['admin'],
  confidential: ['registrar', 'issuer', 'confidential'],
  bystander: [],
} as const satisfies Record<string, readonly Role[]>;

/** More than a machine is given (harness.ts writes them): that it cannot use them is tried, too. */
const machine: readonly Role[] = ['editor', 'reviewer', 'registrar', 'issuer', 'admin'];

export type KeyName = keyof typeof staff | 'authorAgain' | 'machine' | 'revoked';
export const keyNames = [...Object.keys(staff), 'authorAgain', 'machine', 'revoked'] as readonly KeyName[];
export function rolesOf(name: KeyName): readonly Role[] {
  if (name === 'machine') return machine;
  return staff[name === 'authorAgain' ? 'author' : name === 'revoked' ? 'registrar' : name];
}
/** Every key that is in force. */
export const liveKeyNames = keyNames.filter((name) => name !== 'revoked');

export type People = Readonly<{
  keys: Readonly<Record<KeyName, string>>;
  ids: Readonly<Record<keyof typeof staff, string>>;
}>;

/** A Swedish authority where a second person approves, and a Finnish foundation where no one has to. */
export const north: InstitutionInput = swedish;
export const south: InstitutionInput = { ...finnish, publicRecordsDuty: false, archiveDuty: false };

export async function settle({ institutions }: Services, input: InstitutionInput): Promise<People> {
  await institutions.create(input);
  const { slug } = input;
  const ids: Record<string, string> = {};
  const keys: Record<string, string> = {};
  for (const [name, roles] of Object.entries(staff)) {
    const { id } = await institutions.addStaff(slug, `${name} at ${slug}`, roles);
    ids[name] = id;
    keys[name] = (await institutions.addStaffKey(slug, id)).key;
  }
  keys['authorAgain'] = (await institutions.addStaffKey(slug, ids['author'] ?? '')).key;
  keys['machine'] = (await institutions.addMachineKey(slug, 'study register', machineRoles)).key;
  const revoked = await institutions.addStaffKey(slug, ids['registrar'] ?? '');
  await institutions.revokeKey(slug, revoked.id);
  keys['revoked'] = revoked.key;
  return { keys, ids } as People;
}
