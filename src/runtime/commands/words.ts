import { DomainError } from '../../domain/shared/errors.ts';
import { type KeyPurpose, keyPurposes } from '../../domain/institution/signing-key.ts';
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

export function readPurpose(word: string): KeyPurpose {
  const purpose = keyPurposes.find((one) => one === word);
  if (purpose) return purpose;
  throw new DomainError('malformed-request', `There is no purpose ${word}; there are ${keyPurposes.join(' and ')}.`);
}

/** RFC 3339 with seconds and a time zone, which nobody has to guess. */
export function readMoment(word: string): Date {
  const moment = new Date(word);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(word) && !Number.isNaN(moment.getTime()))
    return moment;
  throw new DomainError('malformed-request', `${word} is no moment like 2026-11-26T14:30:00Z or …+01:00.`);
}

/** Where a signer elsewhere has a key; undefined where the key is to be held here. */
export function readElsewhere(
  name?: string,
  version?: string,
): Readonly<{ name: string; version?: number }> | undefined {
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version))
    throw new DomainError('malformed-request', `${version} is no version of a key; write a number like 3.`);
  if (version !== undefined && name === undefined)
    throw new DomainError('malformed-request', 'Say which key of the signer: --remote NAME');
  if (name === undefined) return undefined;
  return version === undefined ? { name } : { name, version: Number(version) };
}
