import { keyPurposes } from '../../../domain/institution/signing-key.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';
import { readElsewhere, readMoment, readPurpose } from '../words.ts';

export const signingKeyCommands: Commands = {
  'signing-key list': {
    parameters: ['INSTITUTION', '[--json]'],
    purpose: 'list the signing keys that an institution ever had; of each kind the newest in force signs',
    needsNoKey: true,
    async run({ institutions }, { args: [slug = ''], options }) {
      const keys = (await institutions.listSigningKeys(slug)).map(({ institutionId: _, ...key }) => key);
      const rows = keys.map(({ id, algorithm, purpose, signer, publicKey, createdAt, retiredAt, revokedAt }) => ({
        id,
        algorithm,
        for: purpose,
        signer,
        'public key': publicKey,
        made: createdAt.toISOString(),
        retired: retiredAt?.toISOString() ?? '',
        revoked: revokedAt?.toISOString() ?? '',
      }));
      return listed(rows, `${slug} has no signing key`, options, keys);
    },
  },
  'signing-key add': {
    parameters: [
      'INSTITUTION',
      '[--algorithm ALGORITHM]',
      '[--purpose PURPOSE]',
      '[--remote NAME]',
      '[--remote-version VERSION]',
    ],
    purpose:
      `make one more signing key, of ALGORITHM Ed25519, P-256 or P-384; PURPOSE is ${keyPurposes.join(' or ')}; ` +
      'or take the key NAME of a signer elsewhere, in its newest VERSION or this one',
    async run({ institutions }, { args: [slug = ''], options }) {
      const { '--algorithm': algorithm, '--purpose': purpose = 'credentials' } = options;
      if (algorithm === undefined) throw new DomainError('malformed-request', 'Say of which kind: --algorithm P-256');
      const elsewhere = readElsewhere(options['--remote'], options['--remote-version']);
      const { id } = await institutions.addSigningKey(slug, algorithm, readPurpose(purpose), elsewhere);
      return [`signing key ${id}`];
    },
  },
  'signing-key rotate': {
    parameters: ['INSTITUTION', '[--algorithm ALGORITHM]'],
    purpose: 'sign with new keys from now on, of every kind or of one; what the old ones signed stays verifiable',
    needsNoKey: true,
    async run({ institutions }, { args: [slug = ''], options }) {
      const made = await institutions.rotateSigningKey(slug, options['--algorithm']);
      return made.map(({ id, algorithm }) => `${slug} signs with a new ${algorithm} key ${id}`);
    },
  },
  'signing-key retire': {
    parameters: ['INSTITUTION', 'ID'],
    purpose: 'sign with this key no more, for good; what it signed stays verifiable',
    needsNoKey: true,
    async run({ institutions }, { args: [slug = '', id = ''] }) {
      await institutions.retireSigningKey(slug, id);
      return [`retired ${id}`];
    },
  },
  'signing-key revoke': {
    parameters: ['INSTITUTION', 'ID', '[--at MOMENT]'],
    purpose: 'say that a key is in strange hands; what it signed at or after MOMENT, or now, is no good any more',
    needsNoKey: true,
    async run({ institutions }, { args: [slug = '', id = ''], options: { '--at': at } }) {
      const next = await institutions.revokeSigningKey(slug, id, at === undefined ? undefined : readMoment(at));
      return [`revoked ${id}`, ...(next ? [`${slug} signs with a new ${next.algorithm} key ${next.id}`] : [])];
    },
  },
};
