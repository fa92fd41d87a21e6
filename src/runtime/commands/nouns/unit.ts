import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';
import { readUnit } from '../institution-file.ts';
import { namesOf } from './institution.ts';

export const unitCommands: Commands = {
  'unit list': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'list the units of an institution',
    async run({ institutions }, { args: [slug = ''], options }) {
      const units = (await institutions.listUnits(slug)).map(({ code, name }) => ({ code, name }));
      const rows = units.map(({ code, name }) => ({ code, name: namesOf(name) }));
      return listed(rows, `${slug} has no unit`, options, units);
    },
  },
  'unit add': {
    parameters: ['INSTITUTION', 'CODE', 'LANGUAGE=NAME…'],
    purpose: 'add a unit; its name in each language, such as sv="Tekniska institutionen" en=Engineering',
    async run({ institutions }, { args: [slug = '', code = '', ...texts] }) {
      const unit = readUnit(code, texts);
      await institutions.addUnit(slug, unit.code, unit.name);
      return [`added ${code}`];
    },
  },
  'unit rename': {
    parameters: ['INSTITUTION', 'CODE', 'LANGUAGE=NAME…'],
    purpose: 'give a unit another name in these languages; its code stays',
    async run({ institutions }, { args: [slug = '', code = '', ...texts] }) {
      const unit = readUnit(code, texts);
      const { name } = await institutions.renameUnit(slug, unit.code, unit.name);
      return [`renamed ${code}: ${namesOf(name)}`];
    },
  },
};
