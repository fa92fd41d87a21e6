import { roles } from '../../../domain/institution/staff.ts';
import type { Commands } from '../command.ts';
import { readName, readRoles } from '../words.ts';

export const staffCommands: Commands = {
  'staff add': {
    parameters: ['INSTITUTION', 'NAME', 'ROLES'],
    purpose: `add a member of staff; ROLES joined by commas: ${roles.join(',')}, or none`,
    async run({ institutions }, { args: [slug = '', name = '', list = ''] }) {
      const { id } = await institutions.addStaff(slug, readName(name), readRoles(list));
      return [`added ${name}: ${id}`];
    },
  },
  'staff end': {
    parameters: ['INSTITUTION', 'STAFF_ID'],
    purpose: 'end a person’s service: their keys stop working at once',
    async run({ institutions }, { args: [slug = '', staffId = ''] }) {
      await institutions.endStaff(slug, staffId);
      return [`ended ${staffId}`];
    },
  },
};
