import { DomainError } from '../../../domain/shared/errors.ts';
import { institutionCalled } from '../access.ts';
import { createRecorder, operator } from '../audit.ts';
import type { Ports, SigningKey, Stores } from '../../ports/index.ts';

export type KeyNeeds = Pick<
  Ports,
  'stores' | 'transact' | 'writer' | 'remoteKeys' | 'now' | 'after' | 'newId' | 'sha256' | 'canonicalJson'
>;
export type ListedKey = Omit<SigningKey, 'wrapped'>;

export function listed({ wrapped: _, ...key }: SigningKey): ListedKey {
  return key;
}

export const isInForce = ({ retiredAt }: SigningKey): boolean => retiredAt === undefined;
/** Its private half is here, encrypted with the key-encryption key. */
export const isLocal = ({ signer }: SigningKey): boolean => signer === 'local';
/** Signs certificates and lists with this algorithm. */
export const signsWith =
  (algorithm: string) =>
  (key: SigningKey): boolean =>
    key.purpose === 'credentials' && key.algorithm === algorithm && isInForce(key);

/** The newest key signs; where the clock was ahead when the last one was made, now is not newer. */
export const newerThan = (keys: readonly SigningKey[], now: Date): Date =>
  new Date(Math.max(now.getTime(), ...keys.map(({ createdAt }) => createdAt.getTime() + 1)));

/** One of each kind that something is signed with. */
export function newSigningKeys(
  { writer, newId, now }: Pick<Ports, 'writer' | 'newId' | 'now'>,
  institutionId: string,
  createdAt = now(),
  algorithms = writer.keyAlgorithms,
): Promise<readonly SigningKey[]> {
  const make = (algorithm: string) => writer.createKey(institutionId, newId(), algorithm, createdAt);
  return Promise.all(algorithms.map(make));
}

/** Reads the keys of an institution, and writes each change of one with its audit event. */
export function createKeyRecord({ stores, now, canonicalJson }: Pick<KeyNeeds, 'stores' | 'now' | 'canonicalJson'>) {
  const record = createRecorder({ now, canonicalJson });
  const recorded = (stores: Stores, institutionId: string, action: string, keyId: string, detail = {}) =>
    record(stores, { institutionId, actor: operator, action, subjects: [keyId], detail });

  /** The institution, and every key that it ever had, oldest first. */
  async function keysOf(slug: string) {
    const { id } = await institutionCalled(slug, stores);
    return { institutionId: id, keys: await stores.signingKeys.list(id) };
  }

  return {
    recorded,
    keysOf,

    keyOf: async (slug: string, keyId: string) => {
      const found = await keysOf(slug);
      const key = found.keys.find(({ id }) => id === keyId);
      if (key) return { ...found, key };
      throw new DomainError('not-found', `${slug} has no signing key with the id ${keyId}.`);
    },

    add: async (stores: Stores, institutionId: string, made: readonly SigningKey[]): Promise<void> => {
      for (const key of made) {
        await stores.signingKeys.insert(key);
        await recorded(stores, institutionId, 'signing-key-added', key.id);
      }
    },

    retire: async (stores: Stores, institutionId: string, ended: readonly SigningKey[]): Promise<void> => {
      for (const { id } of ended)
        if (await stores.signingKeys.retire(institutionId, id, now()))
          await recorded(stores, institutionId, 'signing-key-retired', id);
    },
  };
}
