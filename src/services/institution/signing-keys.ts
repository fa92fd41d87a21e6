import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from './access.ts';
import { createRecorder, operator } from './audit.ts';
import type { Ports, SigningKey } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'writer' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;

/** One of each kind that something is signed with. */
export function newSigningKeys(
  { writer, newId, now }: Pick<Ports, 'writer' | 'newId' | 'now'>,
  institutionId: string,
  createdAt = now(),
): Promise<readonly SigningKey[]> {
  const make = (algorithm: string) => writer.createKey(institutionId, newId(), algorithm, createdAt);
  return Promise.all(writer.keyAlgorithms.map(make));
}

/** What an institution signs with. */
export function createSigningKeys(ports: Needs) {
  const { stores, transact, writer, now } = ports;
  const record = createRecorder(ports);

  return {
    /** Every one that there ever was, oldest first; the private key stays where it is. */
    async listSigningKeys(slug: string): Promise<readonly Omit<SigningKey, 'wrapped'>[]> {
      const { id } = await institutionCalled(slug, stores);
      return (await stores.signingKeys.list(id)).map(({ wrapped: _, ...key }) => key);
    },

    /** Refuses where a signing key in force cannot be opened with the key-encryption key: better now than at the next award. */
    async checkKeys(): Promise<void> {
      for (const { id, slug } of await stores.institutions.list()) {
        for (const key of await currentKeys(id)) {
          if (await writer.opens(key)) continue;
          throw new DomainError(
            'service-misconfigured',
            `KEY_ENCRYPTION_KEY does not open the signing key of ${slug}. It is another one than the key was wrapped with.`,
          );
        }
      }
    },

    /** A new signing key; the old ones stay in the DID document, so what they signed stays verifiable. */
    async rotateSigningKey(slug: string): Promise<void> {
      const { id: institutionId } = await institutionCalled(slug, stores);
      const keys = await newSigningKeys(ports, institutionId, await newerThanAll(institutionId));
      await transact(institutionId, async (stores) => {
        for (const key of keys) {
          await stores.signingKeys.insert(key);
          await record(stores, { institutionId, actor: operator, action: 'signing-key-added', subjects: [key.id] });
        }
      });
    },
  };

  async function currentKeys(institutionId: string): Promise<readonly SigningKey[]> {
    const found = await Promise.all(
      writer.keyAlgorithms.map((algorithm) => stores.signingKeys.current(institutionId, algorithm)),
    );
    return found.filter((key) => key !== undefined);
  }

  /** The newest key signs; where the clock was ahead when the last one was made, now is not newer. */
  async function newerThanAll(institutionId: string): Promise<Date> {
    const made = (await currentKeys(institutionId)).map(({ createdAt }) => createdAt.getTime() + 1);
    return new Date(Math.max(now().getTime(), ...made));
  }
}
