import type { Commands } from '../command.ts';
import { readJson } from '../files.ts';
import { readInstitution } from '../institution-file.ts';

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
};
