import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';

export const signingKeyCommands: Commands = {
  'signing-key list': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'list the signing keys that an institution ever had; the newest in force signs',
    needsNoKey: true,
    async run({ institutions }, { args: [slug = ''], options }) {
      const keys = (await institutions.listSigningKeys(slug)).map(({ institutionId: _, ...key }) => key);
      const rows = keys.map(({ id, algorithm, publicKey, createdAt, retiredAt }) => ({
        id,
        algorithm,
        'public key': publicKey,
        made: createdAt.toISOString(),
        retired: retiredAt?.toISOString() ?? '',
      }));
      return listed(rows, `${slug} has no signing key`, options, keys);
    },
  },
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
