import { roles } from '../../../domain/institution/staff.ts';
import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';
import { readName, readRoles } from '../words.ts';

export const staffCommands: Commands = {
  'staff list': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'list who works at an institution, and who has left',
    async run({ institutions }, { args: [slug = ''], options }) {
      const members = (await institutions.listStaff(slug)).map(({ institutionId: _, ...member }) => member);
      const rows = members.map(({ id, name, roles: theirs, endedAt }) => ({
        id,
        name,
        roles: theirs.join(',') || 'none',
        ended: endedAt?.toISOString() ?? '',
      }));
      return listed(rows, `${slug} has no staff`, options, members);
    },
  },
  'staff add': {
    parameters: ['INSTITUTION', 'NAME', 'ROLES'],
    purpose: `add a member of staff; ROLES joined by commas: ${roles.join(',')}, or none`,
    async run({ institutions }, { args: [slug = '', name = '', list = ''] }) {
      const { id } = await institutions.addStaff(slug, readName(name), readRoles(list));
      return [`added ${name}: ${id}`];
    },
  },
  'staff change-roles': {
    parameters: ['INSTITUTION', 'STAFF_ID', 'ROLES'],
    purpose: 'give a person these roles in place of those they have; their keys have them at once',
    async run({ institutions }, { args: [slug = '', staffId = '', list = ''] }) {
      const theirs = readRoles(list);
      await institutions.changeStaffRoles(slug, staffId, theirs);
      return [`${staffId} has now: ${theirs.join(',') || 'none'}`];
    },
  },
  'staff rename': {
    parameters: ['INSTITUTION', 'STAFF_ID', 'NAME'],
    purpose: 'write a person’s name anew',
    async run({ institutions }, { args: [slug = '', staffId = '', name = ''] }) {
      await institutions.renameStaff(slug, staffId, readName(name));
      return [`renamed ${staffId}`];
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
