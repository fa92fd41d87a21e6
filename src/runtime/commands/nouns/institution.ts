import type { ArchiveClass, ArchiveClasses } from '../../../domain/institution/archive-class.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import type { InstitutionIdentifier } from '../../../domain/institution/identifiers.ts';
import type { LanguageMap } from '../../../domain/shared/language.ts';
import { described, listed } from '../columns.ts';
import type { Commands } from '../command.ts';
import { readJson } from '../files.ts';
import { readChange, readInstitution } from '../institution-file.ts';

export const institutionCommands: Commands = {
  'institution create': {
    parameters: ['FILE'],
    begins: true,
    purpose: 'create an institution from a JSON file (docs/operations.md shows one)',
    async run({ institutions, addresses }, { args: [file = ''], files }) {
      const institution = await institutions.create(readInstitution(readJson(file, files)));
      return [`created ${institution.slug}: ${addresses.did(institution.slug)}`];
    },
  },
  'institution list': {
    parameters: ['[--json]'],
    purpose: 'list the institutions',
    async run({ institutions }, { options }) {
      const all = await institutions.list();
      const rows = all.map(({ slug, name, country, kind }) => ({ slug, name: namesOf(name), country, kind }));
      return listed(rows, 'there is no institution', options, all.map(shown));
    },
  },
  'institution show': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'show what is on record of an institution',
    async run({ institutions, addresses }, { args: [slug = ''], options }) {
      const institution = await institutions.bySlug(slug);
      if ('--json' in options) return [JSON.stringify(shown(institution), null, 2)];
      const { id: _, createdAt, name, ...rest } = institution;
      const facts = Object.fromEntries(Object.entries(rest).map(([member, value]) => [member, inWords(value)]));
      const more = { name: namesOf(name), did: addresses.did(slug), created: createdAt.toISOString() };
      return described({ ...facts, ...more });
    },
  },
  'institution change': {
    parameters: ['INSTITUTION', 'FILE'],
    purpose: 'change the members that a JSON file names; null takes away what need not be there',
    async run({ institutions }, { args: [slug = '', file = ''], files }) {
      const change = readChange(readJson(file, files));
      await institutions.change(slug, change);
      return [`changed ${slug}: ${Object.keys(change).join(', ')}`];
    },
  },
};

function inWords(value: string | boolean | readonly InstitutionIdentifier[] | ArchiveClasses): string {
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.map((one) => `${one.kind} ${one.value}`).join('; ');
  return Object.entries<ArchiveClass>(value)
    .map(([kind, { code, text, years }]) => `${kind}: ${code} ${text}, ${years ? `${years} years` : 'for ever'}`)
    .join('; ');
}

const isList = (value: object): value is readonly unknown[] => Array.isArray(value);

/** In the form of the file that creates one. */
const shown = ({ id: _, createdAt, ...institution }: Institution) => ({ ...institution, createdAt });

export const namesOf = (name: LanguageMap): string =>
  Object.entries(name)
    .map(([tag, text]) => `${tag}: ${text}`)
    .join('; ');
