import type { Commands } from '../command.ts';
import { readName, readRoles } from '../words.ts';

export const keyCommands: Commands = {
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
    purpose: 'make an API key for another system; it can register and record, never decide',
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
