import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';
import { readTheme } from '../institution-file.ts';
import { namesOf } from './institution.ts';

export const themeCommands: Commands = {
  'theme list': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'list the themes by which an institution sorts its courses',
    async run({ themes }, { args: [slug = ''], options }) {
      const all = (await themes.list(slug)).map(({ code, label }) => ({ code, label }));
      const rows = all.map(({ code, label }) => ({ code, label: namesOf(label) }));
      return listed(rows, `${slug} has no theme`, options, all);
    },
  },
  'theme add': {
    parameters: ['INSTITUTION', 'CODE', 'LANGUAGE=NAME…'],
    purpose: 'add a theme; what it is called in each language, such as sv=Vatten en=Water',
    async run({ themes }, { args: [slug = '', code = '', ...texts] }) {
      const theme = readTheme(code, texts);
      await themes.add(slug, theme.code, theme.label);
      return [`added ${code}`];
    },
  },
  'theme rename': {
    parameters: ['INSTITUTION', 'CODE', 'LANGUAGE=NAME…'],
    purpose: 'call a theme otherwise in these languages; published versions keep what they say',
    async run({ themes }, { args: [slug = '', code = '', ...texts] }) {
      const theme = readTheme(code, texts);
      const { label } = await themes.rename(slug, theme.code, theme.label);
      return [`renamed ${code}: ${namesOf(label)}`];
    },
  },
  'theme remove': {
    parameters: ['INSTITUTION', 'CODE'],
    purpose: 'remove a theme; published versions keep it',
    async run({ themes }, { args: [slug = '', code = ''] }) {
      await themes.remove(slug, code);
      return [`removed ${code}`];
    },
  },
};
