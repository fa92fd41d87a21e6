import type { KeyPurpose } from '../../../domain/institution/signing-key.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import { createKeysElsewhere } from './elsewhere.ts';
import { createKeyEnding } from './ending.ts';
import { createSeals } from './seals.ts';
import { createKeyRecord, isInForce, isLocal, listed, type ListedKey } from './record.ts';
import { newerThan, newSigningKeys, signsWith } from './record.ts';
import type { RemoteKeyName } from '../../ports/remote-signing.ts';
import type { SigningKey } from '../../ports/index.ts';

/** What an institution signs with. */
export function createSigningKeys(ports: Parameters<typeof createSeals>[0]) {
  const { stores, transact, writer, now, newId } = ports;
  const { keysOf, add, retire } = createKeyRecord(ports);
  const keyElsewhere = createKeysElsewhere(ports);

  /** A key of another kind than this version makes is refused, with those that it makes. */
  function demandAlgorithm(algorithm: string): void {
    if (writer.allAlgorithms.includes(algorithm)) return;
    const known = writer.allAlgorithms.join(', ');
    throw new DomainError('malformed-request', `There is no key algorithm ${algorithm}; there are ${known}.`);
  }

  /** Without an algorithm, each that certificates need or that there is a key of, but for keys of another signer. */
  function allRotatable(keys: readonly SigningKey[]): readonly string[] {
    const inForce = keys.filter((key) => signsWith(key.algorithm)(key));
    const elsewhere = inForce.filter((key) => !isLocal(key)).map(({ algorithm }) => algorithm);
    const all = new Set([...writer.keyAlgorithms, ...inForce.map(({ algorithm }) => algorithm)]);
    return [...all].filter((one) => !elsewhere.includes(one));
  }

  function rotatable(slug: string, keys: readonly SigningKey[], algorithm: string): readonly string[] {
    demandAlgorithm(algorithm);
    const signing = keys.filter(signsWith(algorithm));
    if (signing.length > 0 && signing.every(isLocal)) return [algorithm];
    const why =
      signing.length > 0
        ? 'is at another signer: rotate it there, add its new version here, and retire the old one.'
        : `is not there. Add one: npm run cli -- signing-key add ${slug} --algorithm ${algorithm}`;
    throw new DomainError('state-forbids', `The ${algorithm} key of ${slug} ${why}`);
  }

  return {
    ...createKeyEnding(ports),
    ...createSeals(ports),

    /** Every one that there ever was, oldest first; the private key stays where it is. */
    listSigningKeys: async (slug: string): Promise<readonly ListedKey[]> => (await keysOf(slug)).keys.map(listed),

    /**
     * Refuses where a key in force cannot be opened with the key-encryption key, or is at a signer that is not
     * configured: better now than at the next award. No signer is asked for that.
     */
    async checkKeys(): Promise<void> {
      for (const { id, slug } of await stores.institutions.list())
        for (const key of (await stores.signingKeys.list(id)).filter(isInForce).filter(isForCredentials))
          if (!(await writer.opens(key))) throw unopened(slug, key);
    },

    /** One more key: it signs from now on what keys of its kind sign. `elsewhere`: where a signer elsewhere has it. */
    async addSigningKey(
      slug: string,
      algorithm: string,
      purpose: KeyPurpose = 'credentials',
      elsewhere?: Omit<RemoteKeyName, 'algorithm'>,
    ): Promise<ListedKey> {
      demandAlgorithm(algorithm);
      const { institutionId, keys } = await keysOf(slug);
      const createdAt = newerThan(keys, now());
      const made = elsewhere
        ? await keyElsewhere({ ...elsewhere, algorithm, institutionId, purpose, createdAt })
        : await writer.createKey(institutionId, newId(), algorithm, createdAt, purpose);
      await transact(institutionId, (stores) => add(stores, institutionId, [made]));
      return listed(made);
    },

    /** New keys in place of the old ones, which stay in the DID document, so what they signed stays verifiable. */
    async rotateSigningKey(slug: string, algorithm?: string): Promise<readonly ListedKey[]> {
      const { institutionId, keys } = await keysOf(slug);
      const algorithms = algorithm === undefined ? allRotatable(keys) : rotatable(slug, keys, algorithm);
      const made = await newSigningKeys(ports, institutionId, newerThan(keys, now()), algorithms);
      await transact(institutionId, async (stores) => {
        await add(stores, institutionId, made);
        const old = algorithms.flatMap((one) => keys.filter(signsWith(one)));
        await retire(stores, institutionId, old);
      });
      return made.map(listed);
    },
  };
}

/** A seal that does not open keeps nothing from running. */
const isForCredentials = ({ purpose }: SigningKey): boolean => purpose === 'credentials';

const unopened = (slug: string, key: SigningKey): DomainError =>
  new DomainError(
    'service-misconfigured',
    isLocal(key)
      ? `KEY_ENCRYPTION_KEY does not open the signing key of ${slug} with the id ${key.id}. ` +
          'It is another one than the key was wrapped with.'
      : `The signing key of ${slug} with the id ${key.id} is held by a signer elsewhere. ` +
          'Set REMOTE_SIGNER_URL and a token for it.',
  );
