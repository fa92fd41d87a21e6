import type { Commands } from '../command.ts';

export const signingKeyCommands: Commands = {
  'signing-key rotate': {
    parameters: ['INSTITUTION'],
    purpose: 'sign with a new key from now on; what the old ones signed stays verifiable',
    needsNoKey: true,
    async run({ institutions }, { args: [slug = ''] }) {
      await institutions.rotateSigningKey(slug);
      return [`${slug} signs with a new key`];
    },
  },
};
