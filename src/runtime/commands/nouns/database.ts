import type { Commands } from '../command.ts';

/** What concerns the whole database, and no one institution. */
export const databaseCommands: Commands = {
  resume: {
    parameters: [],
    purpose: 'sign what was prepared and never signed, and go on with runs of awards',
    async run({ issuing, awardBatches }) {
      const runs = await awardBatches.resume();
      const finished = `finished ${await issuing.resume()}`;
      return runs > 0 ? [finished, `went on with ${runs} runs of awards to their end`] : [finished];
    },
  },
  migrate: {
    parameters: [],
    begins: true,
    purpose: 'bring the database up to date (the service does so at start)',
    run: async () => ['the database is up to date'],
  },
};
