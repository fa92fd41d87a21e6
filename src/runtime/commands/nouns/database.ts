import type { Commands } from '../command.ts';

/** What concerns the whole database, and no one institution. */
export const databaseCommands: Commands = {
  resume: {
    parameters: [],
    purpose: 'sign what was prepared and never signed',
    async run({ issuing }) {
      return [`finished ${await issuing.resume()}`];
    },
  },
  migrate: {
    parameters: [],
    begins: true,
    purpose: 'bring the database up to date (the service does so at start)',
    run: async () => ['the database is up to date'],
  },
};
