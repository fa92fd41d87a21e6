import { DomainError } from '../../../domain/shared/errors.ts';
import {
  createKeyRecord,
  isInForce,
  type KeyNeeds,
  listed,
  type ListedKey,
  newerThan,
  newSigningKeys,
  signsWith,
} from './record.ts';
import type { SigningKey } from '../../ports/index.ts';

/** How a key ends before it is replaced: put aside, or in strange hands. */
export function createKeyEnding(ports: KeyNeeds) {
  const { transact, writer, now } = ports;
  const { recorded, keyOf, add, retire } = createKeyRecord(ports);

  /** Whether certificates and lists could not be signed without this key. */
  function isLastNeeded(keys: readonly SigningKey[], key: SigningKey): boolean {
    const signing = keys.filter(signsWith(key.algorithm));
    const isSigning = key.purpose === 'credentials' && writer.keyAlgorithms.includes(key.algorithm);
    return isSigning && signing.every(({ id }) => id === key.id);
  }

  return {
    /** Signs nothing any more. Refused for the last key of a kind that certificates and lists need. */
    async retireSigningKey(slug: string, keyId: string): Promise<void> {
      const { institutionId, keys, key } = await keyOf(slug, keyId);
      if (!isInForce(key)) throw new DomainError('state-forbids', `The key ${keyId} is retired already.`);
      if (isLastNeeded(keys, key))
        throw new DomainError(
          'state-forbids',
          `Without ${keyId} ${slug} could sign nothing. Put another in its place: npm run cli -- signing-key rotate ${slug}`,
        );
      await transact(institutionId, (stores) => retire(stores, institutionId, [key]));
    },

    /**
     * The key is in strange hands since that moment: whatever it signed at or after it is no good any more. Gives what
     * signs in its place, where certificates and lists need one.
     */
    async revokeSigningKey(slug: string, keyId: string, at: Date = now()): Promise<ListedKey | undefined> {
      const { institutionId, keys, key } = await keyOf(slug, keyId);
      if (at > now()) throw new DomainError('malformed-request', 'The moment of a revocation cannot be in the future.');
      const missing = isLastNeeded(keys, key) ? [key.algorithm] : [];
      const made = await newSigningKeys(ports, institutionId, newerThan(keys, now()), missing);
      await transact(institutionId, async (stores) => {
        if (!(await stores.signingKeys.revoke(institutionId, keyId, at, now())))
          throw new DomainError('state-forbids', `The key ${keyId} is revoked already, as of that moment or before.`);
        await recorded(stores, institutionId, 'signing-key-revoked', keyId, { at: at.toISOString() });
        await add(stores, institutionId, made);
      });
      return made.map(listed)[0];
    },
  };
}
