import { machineRoles } from '../../../domain/institution/staff.ts';
import type { KeyEntry } from '../../../services/ports/index.ts';
import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';
import { readName, readRoles } from '../words.ts';

export const keyCommands: Commands = {
  'key list': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'list the API keys of an institution and whose they are; the keys themselves are nowhere',
    async run({ institutions }, { args: [slug = ''], options }) {
      const keys = (await institutions.listKeys(slug)).map(shown);
      const rows = keys.map(({ id, staffId, name, roles, createdAt, endedAt }) => ({
        id,
        of: staffId ?? 'machine',
        name,
        roles: roles.join(',') || 'none',
        made: createdAt.toISOString(),
        ended: endedAt?.toISOString() ?? '',
      }));
      return listed(rows, `${slug} has no key`, options, keys);
    },
  },
  'key add': {
    parameters: ['INSTITUTION', 'STAFF_ID'],
    purpose: 'make an API key for a member of staff; it is shown once',
    async run({ institutions }, { args: [slug = '', staffId = ''] }) {
      const { id, key } = await institutions.addStaffKey(slug, staffId);
      return [`key ${id}`, key];
    },
  },
  'key add-machine': {
    parameters: ['INSTITUTION', 'NAME', 'ROLES'],
    purpose: `make an API key for another system; it never decides, so its ROLES are of ${machineRoles.join(',')}`,
    async run({ institutions }, { args: [slug = '', name = '', list = ''] }) {
      const { id, key } = await institutions.addMachineKey(slug, readName(name), readRoles(list));
      return [`key ${id}`, key];
    },
  },
  'key revoke': {
    parameters: ['INSTITUTION', 'KEY_ID'],
    purpose: 'end an API key at once',
    async run({ institutions }, { args: [slug = '', keyId = ''] }) {
      await institutions.revokeKey(slug, keyId);
      return [`revoked ${keyId}`];
    },
  },
};

/** A key ends when it is revoked, or when its person leaves. */
function shown(key: KeyEntry) {
  const { id, createdAt, revokedAt } = key;
  const owner =
    'member' in key
      ? { staffId: key.member.id, name: key.member.name, roles: key.member.roles }
      : { name: key.clientName, roles: key.roles };
  const endedAt = revokedAt ?? ('member' in key ? key.member.endedAt : undefined);
  return { id, staffId: undefined, ...owner, createdAt, endedAt };
}
